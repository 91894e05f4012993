"""From a reading to drafts: numbered fields, matched with the records."""

import sys
from dataclasses import replace
from typing import Any

from django.db.models import Model

from plaza.imports.actions.comparing import (
    compare,
    compare_with_nothing,
    fate_of,
    keep_what_has_no_place,
    likely_record,
    match_party,
    note_match,
    usable,
)
from plaza.imports.items import Item, one, rows_of, waiting_in
from plaza.imports.kinds.base import Setting, named
from plaza.imports.kinds.registry import KINDS
from plaza.imports.kinds.setting import only_known, setting_of
from plaza.imports.models import Document, Draft
from plaza.imports.reading.found import Found, Reading, Span
from plaza.imports.registers import Registers

OF_THE_NETWORK = {
    "organisations": "network_members",
    "members": "network_members",
    "countries": "network_countries",
}


def drafts_of(document: Document, reading: Reading, registers: Registers) -> list[Draft]:
    """The drafts of a document, not saved yet."""
    founds = [found for found in reading.found if found.kind in KINDS]
    year, programme = _year_of(reading)
    setting = setting_of(
        document,
        year=int(year.value) if year else None,
        organisation=only_known(registers),
        record_of=_nothing,
    )
    drafts = []
    for place, found in enumerate(founds, start=1):
        items = _items(found)
        items += _concluded(found, items, year, programme)
        drafts.append(_draft(document, found, items, place, registers, setting))
    return drafts


def year_of(reading: Reading) -> int | None:
    """The year a document reports as a whole."""
    year, _programme = _year_of(reading)
    return None if year is None else int(year.value)


def look_again(draft: Draft, items: list[Item], registers: Registers, setting: Setting) -> None:
    """Compare a draft with the records as they stand now; what a person settled stays."""
    kind = KINDS[draft.kind]
    record = draft_match(draft)
    if record is not None:
        compare(kind, items, record, setting)
    else:
        compare_with_nothing(items)
    draft.fate = fate_of(draft, kind, items)
    draft.fields = rows_of(items)
    draft.waiting = waiting_in(items)


def draft_match(draft: Draft) -> Any | None:
    """The record a draft became, else the one it may be."""
    kind, key = (
        (draft.record_type, draft.record_id)
        if draft.record_id
        else (draft.match_type, draft.match_id)
    )
    model = kind.model_class() if kind is not None else None
    return model._base_manager.filter(pk=key).first() if model is not None and key else None


def _draft(
    document: Document,
    found: Found,
    items: list[Item],
    place: int,
    registers: Registers,
    setting: Setting,
) -> Draft:
    kind = KINDS[found.kind]
    kind.prepare(items)
    keep_what_has_no_place(kind, items)
    country = _country(items)
    for item in items:
        usable(kind, item, setting)
        if item.name in kind.parties and item.waits:
            match_party(item, registers, country=country if item.name == "host" else "")
    title = named(kind, items)
    draft = Draft(
        document=document,
        kind=found.kind,
        key=found.key[:120],
        title=_title(found, items, title)[:400],
        spans=[span.to_json() for span in found.spans],
        doubts=[doubt.to_json() for doubt in found.doubts],
        position=place,
    )
    note_match(draft, likely_record(kind, items, registers, setting))
    look_again(draft, items, registers, setting)
    return draft


def _items(found: Found) -> list[Item]:
    """The fields, numbered in the order in which their words stand in the document."""
    order = sorted(
        range(len(found.fields)),
        key=lambda place: (_begins(found.fields[place].spans), place),
    )
    numbers = {place: number for number, place in enumerate(order, start=1)}
    return [
        Item(
            n=numbers[place],
            name=field.name,
            printed=field.printed,
            value=field.value,
            spans=[span.to_json() for span in field.spans],
            score=field.score,
            sure=field.sure,
            doubts=[doubt.to_json() for doubt in field.doubts],
        )
        for place, field in enumerate(found.fields)
    ]


def _begins(spans: tuple[Span, ...]) -> int:
    return spans[0].start if spans else sys.maxsize


def _concluded(
    found: Found,
    items: list[Item],
    year: Item | None,
    programme: Found | None,
) -> list[Item]:
    """What follows from the document as a whole: the year an activity counts for, its programme."""
    first = len(items) + 1
    kind = KINDS[found.kind]
    if named(kind, items) is None and found.kind != "published_figure":
        unnamed = Item(first, kind.titles[0], "", "", [], sure=False)
        unnamed.doubt("title_missing")
        return [unnamed]
    if found.kind == "activity":
        return _activity_conclusions(items, first, year, programme)
    if found.kind == "programme" and year is not None and programme is found:
        return [Item(first, "kind", year.printed, "year", year.spans, year.score, year.sure)]
    if found.kind == "published_figure" and one(items, "period") is None:
        return [_years_of_figure(first, items, year)]
    return []


def _activity_conclusions(
    items: list[Item], first: int, year: Item | None, programme: Found | None
) -> list[Item]:
    counts = _own_year(items, first) if year is None else replace(year, n=first)
    counts.name = "reporting_year"
    title = programme.one("title") if programme is not None else None
    if programme is None or title is None:
        return [counts]
    value = {"key": programme.key, "title": title.printed}
    spans = [span.to_json() for span in title.spans]
    belongs = Item(first + 1, "programme", title.printed, value, spans, title.score, title.sure)
    return [counts, belongs]


def _own_year(items: list[Item], number: int) -> Item:
    period = one(items, "period")
    start = period.value.get("start") if period is not None and period.value else None
    if period is None or not start:
        item = Item(number, "reporting_year", "", None, [])
        item.doubt("year_unknown")
        return item
    year = int(start[:4])
    return Item(number, "reporting_year", period.printed, year, period.spans, period.score,
                period.sure)  # fmt: skip


def _years_of_figure(number: int, items: list[Item], year: Item | None) -> Item:
    """A number without a year is of the document's; of organisations, it is of the network."""
    indicator = one(items, "indicator")
    if indicator is not None:
        indicator.value = OF_THE_NETWORK.get(indicator.value, indicator.value)
    if year is None:
        item = Item(number, "years", "", None, [])
        item.doubt("figure_year_unknown")
        return item
    value = {"first": int(year.value), "last": int(year.value)}
    return Item(number, "years", year.printed, value, year.spans, year.score, year.sure)


def _year_of(reading: Reading) -> tuple[Item | None, Found | None]:
    """The year an overview reports, with the words that say it, and the one programme."""
    programmes = list(reading.of("programme"))
    if len(programmes) != 1 or reading.layout not in ("overview", "call"):
        return None, None
    period = programmes[0].one("period")
    value = period.value if period is not None else None
    if reading.layout != "overview" or period is None or not isinstance(value, dict):
        return None, programmes[0]
    if value.get("precision") != "year" or not value.get("start"):
        return None, programmes[0]
    spans = [span.to_json() for span in period.spans]
    year = int(str(value["start"])[:4])
    return Item(0, "year", period.printed, year, spans, period.score, period.sure), programmes[0]


def _country(items: list[Item]) -> str:
    """The country printed for an activity; its host's, where nothing else is said."""
    country = one(items, "country")
    if country is None or not isinstance(country.value, dict):
        return ""
    return country.value.get("code") or ""


def _title(found: Found, items: list[Item], title: Item | None) -> str:
    if found.kind == "published_figure":
        words = [str(item.printed) for name in ("indicator",) if (item := one(items, name))]
        return " ".join(words) or found.key
    if title is None or not title.value:
        return found.key
    return str(title.value)


def _nothing(key: str) -> Model | None:
    return None
