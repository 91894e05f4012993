"""What programmes show on the desk's today."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from plaza.network.rules import desk
from plaza.programmes.models import Contribution
from plaza.web.desk import Waiting

MOST = 20


def payments_waiting(viewer: Any) -> Iterator[Waiting]:
    """Money that was pledged or confirmed for a day that has come, and is not paid yet."""
    if not desk(viewer):
        return
    due = (
        Contribution.objects.exclude(stage=Contribution.Stage.PAID)
        .filter(on__lte=timezone.localdate())
        .select_related("organisation", "programme")
        .order_by("on", "pk")
    )
    for one in due[:MOST]:
        money = f"{number_format(one.amount, 2, force_grouping=True)} {one.currency}"
        who = str(one.organisation) if one.organisation else _("somebody not named")
        yield Waiting(
            what=_("A payment: %(money)s") % {"money": money},
            why=_("%(kind)s, from %(who)s for “%(programme)s”.")
            % {"kind": one.get_kind_display(), "who": who, "programme": one.programme},
            button=_("Look at the money"),
            url=reverse("programmes:edit", args=[one.programme.slug]) + "#money",
            due_on=one.on,
        )
