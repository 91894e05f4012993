"""The desk: make two records of one organisation one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plaza.network import actions
from plaza.network.forms import MergeForm
from plaza.network.forms.organisations import OtherForm
from plaza.network.models import Organisation
from plaza.network.queries.merging import what_moves
from plaza.web.answers import done, page, performs


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, goes: Organisation) -> HttpResponse:
    """Choose the other record, then what stays, then make the two one."""
    other = OtherForm(request.GET or None, goes=goes)
    if not other.is_valid():
        return page(request, "network/merge_choose.html", organisation=goes, form=other)
    stays = other.cleaned_data["into"]
    form = MergeForm(request.POST or None, goes=goes, stays=stays)
    if not performs(
        form, lambda: actions.merge_organisation(goes, into=stays, by=request.user, **form.chosen())
    ):
        moves = what_moves(goes)
        return page(request, "network/merge.html", goes=goes, stays=stays, form=form, moves=moves)
    said = _("The two are one now. The old address leads here.")
    return done(request, to=reverse("network:edit_organisation", args=[stays.pk]), say=said)
