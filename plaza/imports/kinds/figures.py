"""Published figures, kept as printed."""

from decimal import Decimal
from typing import Any

from plaza.figures.actions import edit_published_figure, record_published_figure
from plaza.figures.models import PublishedFigure
from plaza.imports.items import Item
from plaza.imports.kinds.base import Column, Facts, Kind, Setting
from plaza.imports.kinds.words import cut, years_of


def _indicator(item: Item, setting: Setting) -> Facts:
    return {"indicator": str(item.value)}


def _number(item: Item, setting: Setting) -> Facts:
    return {"number": Decimal(str(item.value))}


def _unit(item: Item, setting: Setting) -> Facts:
    return {"unit": cut(str(item.value), 12)}


def _qualifier(item: Item, setting: Setting) -> Facts:
    return {"qualifier": cut(str(item.value), 60)}


def _period(item: Item, setting: Setting) -> Facts:
    facts: Facts = {"period_printed": cut(item.value.get("printed") or item.printed, 200)}
    years = years_of(item.value, setting.year)
    if years:
        facts |= {"first_year": years[0], "last_year": years[1]}
    return facts


def _years(item: Item, setting: Setting) -> Facts:
    return {"first_year": item.value["first"], "last_year": item.value["last"]}


def _sentence(item: Item, setting: Setting) -> Facts:
    return {"printed": cut(item.printed, 300)}


def create_figure(facts: Facts, items: list[Item], *, by: Any, setting: Setting) -> list[Any]:
    """Keep the figure as printed, with where it stood."""
    return [record_published_figure(source=cut(setting.source, 300), by=by, **facts)]


FIGURE = Kind(
    name="published_figure",
    model=PublishedFigure,
    titles=("number",),
    columns={
        "indicator": Column(_indicator),
        "number": Column(_number),
        "unit": Column(_unit),
        "qualifier": Column(_qualifier),
        "period": Column(_period),
        "years": Column(_years),
        "sentence": Column(_sentence),
    },
    pieces={},
    create=create_figure,
    edit=edit_published_figure,
)
