"""Verbs of money. Unknown is not zero: an amount that nobody knows is not written down."""

import datetime as dt
from decimal import Decimal
from typing import Any

from babel import Locale
from django.db import transaction
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend, create
from plaza.programmes.models import Contribution, Programme
from plaza.web.refusals import Refused

PLACES = {"amount": Decimal("0.01"), "rate": Decimal("0.00000001")}  # as the columns hold them


def add_contribution(programme: Programme, *, by: Any, **facts: Any) -> Contribution:
    """Write down money, or its worth, that somebody gives."""
    return create(Contribution(programme=programme, **_checked(facts)), by=by)


def edit_contribution(contribution: Contribution, *, by: Any, **facts: Any) -> bool:
    """Change what is written down of money."""
    return amend(contribution, by=by, **_checked(facts))


@transaction.atomic
def pay_contribution(contribution: Contribution, *, by: Any, on: dt.date | None = None) -> None:
    """Say that money was paid; `on` which day, where it was another than the one written down."""
    if contribution.stage == Contribution.Stage.PAID:
        raise Refused(_("This was paid already."))
    facts: dict[str, Any] = {"stage": Contribution.Stage.PAID}
    facts |= {"on": on} if on is not None else {}
    amend(contribution, by=by, verb="pay", **facts)


def _checked(facts: dict[str, Any]) -> dict[str, Any]:
    if "currency" in facts:
        facts["currency"] = facts["currency"].strip().upper()
        if facts["currency"] not in Locale("en").currencies:
            raise Refused(
                _("“%(code)s” is not a currency. Write its three letters, for example EUR.")
                % {"code": facts["currency"]}
            )
    for name, places in PLACES.items():
        if facts.get(name) is not None:
            facts[name] = Decimal(str(facts[name])).quantize(places)
    return facts
