"""A draft beside the records: what it may be, and what accepting it would change."""

from contextlib import suppress
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from plaza.imports.items import Item, one
from plaza.imports.kinds.base import (
    NO_VALUE,
    Kind,
    Missing,
    Setting,
    day,
    is_empty,
    named,
    same,
    twin,
)
from plaza.imports.kinds.setting import country_of, name_of
from plaza.imports.models import Draft
from plaza.imports.registers import Likely, Registers
from plaza.imports.states import Fate, FieldState
from plaza.ledger.values import plain

QUIET = ("printed", "expected_printed", "period_printed", "country_printed", "basis", "role")


def match_party(item: Item, registers: Registers, *, country: str = "") -> None:
    """Say which organisation a name means; a likely one is asked for, an unknown one is new."""
    country = country_of(item) or country
    likely = registers.organisation(name_of(item), country)
    item.settle("name_near")
    item.match = {"state": likely.state, "why": likely.why, "country": country}
    if likely.record is not None:
        item.match |= {"id": likely.record.pk, "name": str(likely.record)}
    if likely.state == "near":
        item.match["others"] = [{"id": row.pk, "name": str(row)} for row in likely.others]
        item.doubt("name_near", name=str(likely.record))


def likely_record(kind: Kind, items: list[Item], registers: Registers, setting: Setting) -> Likely:
    """Which record a draft may be."""
    title = named(kind, items)
    words = str(title.value) if title and title.value else ""
    if kind.name == "organisation":
        country = one(items, "country")
        code = country.value.get("code") or "" if country and country.value else ""
        return registers.organisation(words, code)
    if kind.name == "programme":
        period, sort = one(items, "period"), one(items, "kind")
        if sort is not None and sort.value == "year" and period is not None:
            return registers.programme(words, int(period.value["start"][:4]))
        return registers.programme(words, None)
    if kind.name == "activity":
        return _likely_activity(words, items, registers)
    if kind.name == "resource":
        return registers.resource(words)
    if kind.name == "contact":
        mail = one(items, "mail")
        return registers.contact(str(mail.value)) if mail and mail.value else Likely("new")
    return _likely_figure(kind, items, registers, setting)


def _likely_activity(title: str, items: list[Item], registers: Registers) -> Likely:
    """By its title in its year; else by its host and when it begins, which a person decides."""
    year = one(items, "reporting_year")
    if year is None or not year.value:
        return registers.activity(title, None)
    likely = registers.activity(title, int(year.value))
    matches = [item.match or {} for item in items if item.name == "host"]
    hosts = [match["id"] for match in matches if match.get("state") == "sure"]
    if likely.state != "new" or not hosts:
        return likely
    period = one(items, "period")
    start = day(period.value.get("start")) if period is not None and period.value else None
    return registers.activity_of_host(int(year.value), hosts, start)


def _likely_figure(kind: Kind, items: list[Item], registers: Registers, setting: Setting) -> Likely:
    facts: dict[str, Any] = {"source": setting.source}
    for item in items:
        if item.name in ("indicator", "number", "period", "years") and item.has_value:
            with suppress(*NO_VALUE):
                facts |= kind.columns[item.name].facts(item, setting)
    wanted = ("indicator", "number", "first_year", "last_year", "source")
    if not all(name in facts for name in wanted):
        return Likely("new")
    return registers.figure({name: facts[name] for name in wanted})


def note_match(draft: Draft, likely: Likely) -> None:
    """Keep with the draft which record it may be."""
    draft.doubts = [one for one in draft.doubts if one["code"] != "record_near"]
    if likely.record is None:
        draft.match_type, draft.match_id, draft.match_score = None, "", None
        return
    draft.match_type = ContentType.objects.get_for_model(likely.record)
    draft.match_id = str(likely.record.pk)
    draft.match_score = likely.score
    if likely.state == "near":
        params = {"name": str(likely.record)}
        draft.doubts = [
            *draft.doubts,
            {"code": "record_near", "sentence": "", "params": params, "blocks": True},
        ]


def compare(kind: Kind, items: list[Item], record: Any, setting: Setting) -> None:
    """Mark each field that the record says already, and each that it contradicts."""
    for item in items:
        if not item.has_value:
            continue
        item.settle("record_differs")
        item.ours = None
        try:
            _compare_one(kind, item, record, setting)
        except Missing:
            continue
        except NO_VALUE:
            item.doubt("value_unusable")


def compare_with_nothing(items: list[Item]) -> None:
    """What a record said before it was ruled out does not count any more."""
    for item in items:
        item.ours = None
        if item.state == FieldState.SAME:
            item.state = FieldState.WAITING
        if any(doubt["code"] == "record_differs" for doubt in item.doubts):
            item.settle("record_differs")
            item.sure = not item.blocking


def _compare_one(kind: Kind, item: Item, record: Any, setting: Setting) -> None:
    column, piece = kind.columns.get(item.name), kind.pieces.get(item.name)
    if column is not None:
        holder = column.holder(record)
        _beside(item, holder, column.facts(item, setting))
    elif piece is not None:
        facts = piece.facts(item, setting, record)
        row = twin(piece, piece.rows(record), facts)
        if row is not None and piece.edit is None:
            item.state = FieldState.SAME
        elif row is not None:
            _beside(item, row, facts)


def _beside(item: Item, row: Any, facts: dict[str, Any]) -> None:
    told = {name: value for name, value in facts.items() if name not in QUIET} or facts
    differing = {
        name: getattr(row, name)
        for name, value in told.items()
        if not same(getattr(row, name), value)
    }
    if not differing:
        item.state = FieldState.SAME
    elif item.name == "state":
        item.state = FieldState.KEPT
    elif not all(is_empty(current, told[name]) for name, current in differing.items()):
        item.ours = plain(differing)
        item.doubt("record_differs", ours=_in_words(differing))


def _in_words(values: dict[str, Any]) -> str:
    words = [str(value) for value in values.values() if value not in (None, "")]
    return ", ".join(words) or _("nothing")


def usable(kind: Kind, item: Item, setting: Setting) -> None:
    """Doubt a field whose value does not have the form its column needs."""
    if not item.has_value:
        return
    column, piece = kind.columns.get(item.name), kind.pieces.get(item.name)
    try:
        if column is not None:
            column.facts(item, setting)
        elif piece is not None:
            piece.facts(item, setting, None)
    except Missing:
        return
    except NO_VALUE:
        item.doubt("value_unusable")


def keep_what_has_no_place(kind: Kind, items: list[Item]) -> None:
    """Fields that no record has, and second values of a column, stay with the document."""
    seen: set[str] = set()
    for item in items:
        column = kind.columns.get(item.name)
        if column is None and item.name not in kind.pieces:
            item.state = FieldState.KEPT
        elif column is not None and not column.is_many:
            if item.name in seen:
                item.state = FieldState.KEPT
            seen.add(item.name)


def fate_of(draft: Draft, kind: Kind, items: list[Item]) -> str:
    """What accepting the draft would do."""
    title = named(kind, items)
    blocked = any(doubt["blocks"] for doubt in draft.doubts)
    if title is None or blocked or (title.waits and not title.sure):
        return Fate.DOUBTFUL
    if not draft.match_id:
        return Fate.NEW
    return Fate.CHANGES if any(item.waits for item in items) else Fate.SAME
