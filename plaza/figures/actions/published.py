"""Numbers that somebody printed."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import PublishedFigure
from plaza.ledger.actions import amend, create, remove
from plaza.web.refusals import Refused


def record_published_figure(
    *,
    indicator: str,
    number: Decimal | int,
    first_year: int,
    source: str,
    by: Any,
    last_year: int | None = None,
    **facts: Any,
) -> PublishedFigure:
    """Keep a number as it was printed, with its qualifier, its period and where it stood."""
    known(indicator)
    facts.setdefault("unit", BY_KEY[indicator].unit)
    return create(
        PublishedFigure(
            indicator=indicator,
            number=Decimal(number),
            first_year=first_year,
            last_year=last_year or first_year,
            source=source.strip(),
            **facts,
        ),
        by=by,
    )


def edit_published_figure(figure: PublishedFigure, *, by: Any, **facts: Any) -> bool:
    """Correct what was typed; the number stays the one that was printed."""
    known(facts.get("indicator", figure.indicator))
    return amend(figure, by=by, **facts)


def remove_published_figure(figure: PublishedFigure, *, by: Any) -> None:
    """Take away a figure that was never printed."""
    remove(figure, by=by)


def known(indicator: str) -> None:
    """Refuse what no indicator counts."""
    if indicator not in BY_KEY:
        raise Refused(_("No figure is called “%(key)s”.") % {"key": indicator})
