"""A person's own pages: settings, and what is stored about her."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaza.network import actions
from plaza.network.forms.people import EraseForm, PersonForm
from plaza.network.models import Person
from plaza.network.queries.mine import my_data as data_of
from plaza.network.queries.mine import my_data_as_json, my_deeds
from plaza.network.views.again import freshly
from plaza.web.answers import done, page, performs
from plaza.web.languages import in_language


@require_http_methods(["GET", "POST"])
def my(request: HttpRequest, person: Person) -> HttpResponse:
    """Name, language, time zone, passkeys."""
    form = PersonForm(request.POST or None, person=person)
    if not performs(form, lambda: actions.edit_person(person, by=person, **form.cleaned_data)):
        return page(request, "network/my.html", form=form)
    here = in_language(reverse("network:my"), form.cleaned_data["language"])
    return done(request, to=here, say=_("Saved."))


@require_GET
def my_data(request: HttpRequest, person: Person) -> HttpResponse:
    """What is stored about her, why, and until when."""
    return page(request, "network/my_data.html", kept=data_of(person), deeds=my_deeds(person))


@require_GET
def my_data_export(request: HttpRequest, person: Person) -> HttpResponse:
    """The same as a file."""
    answer = JsonResponse(
        my_data_as_json(person), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer


@require_http_methods(["GET", "POST"])
@freshly
def erase_me(request: HttpRequest, person: Person) -> HttpResponse:
    """Take away all that is about her."""
    form = EraseForm(request.POST or None, person=person)
    if not performs(form, lambda: actions.erase_person(person, by=person)):
        return page(request, "network/erase_me.html", form=form)
    logout(request)
    return done(request, to="/", say=_("All that was about you is gone. You are signed out."))
