"""Rows as a viewer sees them: in her words, and without what is hidden from her."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.activities.models import Activity
from plaza.figures.columns import HEADS, IN_NUMBERS, cell
from plaza.figures.queries.lines import FigureLine
from plaza.figures.values import Reason, Row
from plaza.figures.words import reason_words
from plaza.library.models import Resource
from plaza.network.countries import country_name
from plaza.network.language_names import language_name
from plaza.network.models import Organisation
from plaza.network.rules import visible_to
from plaza.programmes.models import Contribution, Programme
from plaza.web.languages import in_language
from plaza.web.text import Text

SHOWN_REASONS = 3
CHUNK = 1000
Hidden = dict[str, set[int]]
HIDEABLE: dict[str, tuple[type[Model], str]] = {
    "activity": (Activity, "visibility"),
    "organisation": (Organisation, "visibility"),
    "resource": (Resource, "visibility"),
    "programme": (Programme, "visibility"),
    "contribution": (Contribution, "programme__visibility"),
}


@dataclass(frozen=True)
class Cell:
    """One value of a row in words."""

    code: str
    words: str
    plain: Any = None

    @property
    def head(self) -> str:
        """The head of its column."""
        return str(HEADS[self.code])

    @property
    def is_number(self) -> bool:
        """Numbers stand at the end edge."""
        return self.code in IN_NUMBERS


@dataclass(frozen=True)
class Because:
    """Roles, and the activity in which they were played."""

    roles: str
    title: Text


@dataclass(frozen=True)
class RowShown:
    """A row ready for a page. One that the viewer may not see says only that it counts."""

    number: int
    key: str
    label: Text | str
    url: str
    cells: tuple[Cell, ...]
    why: tuple[Because, ...]
    more: int = 0
    is_hidden: bool = False


def rows_shown(
    line: FigureLine, viewer: Any, start: int = 0, stop: int | None = None
) -> list[RowShown]:
    """Some rows of a line; the number of queries does not depend on how many."""
    rows = list(islice(line.value.stream(), start, stop))
    return list(_shown(rows, line.indicator.columns, viewer, start, SHOWN_REASONS))


def every_row(line: FigureLine, viewer: Any) -> Iterator[RowShown]:
    """All rows of a line, in pieces, so that memory does not grow with them."""
    source, start = line.value.stream(), 0
    while rows := list(islice(source, CHUNK)):
        yield from _shown(rows, line.indicator.columns, viewer, start, None)
        start += len(rows)


def hidden_from(viewer: Any, rows: Iterable[Row]) -> Hidden:
    """Records that these rows are about or name, and that the viewer does not see.

    No viewer sees everything; what was deleted since is not a secret.
    """
    asked: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        kind, _colon, number = row.key.partition(":")
        if number.isdecimal():
            asked[kind].add(int(number))
        asked["activity"] |= {one.activity for one in row.why if one.activity}
        asked["organisation"] |= {one.organisation for one in row.why if one.organisation}
    return hidden_among(viewer, asked)


def hidden_among(viewer: Any, asked: Mapping[str, Iterable[int]]) -> Hidden:
    """Of these records, by kind and number, those that the viewer does not see."""
    if viewer is None or not visible_to(viewer):
        return {}
    return {
        kind: set(
            model._default_manager.filter(pk__in=asked[kind])
            .exclude(visible_to(viewer, field))
            .order_by()
            .values_list("pk", flat=True)
        )
        for kind, (model, field) in HIDEABLE.items()
        if asked.get(kind)
    }


def seen_rows(rows: Iterable[Row], hidden: Hidden) -> Iterator[Row | None]:
    """The rows without reasons that are hidden; nothing in the place of a hidden row."""
    for row in rows:
        kind, _colon, number = row.key.partition(":")
        if number.isdecimal() and int(number) in hidden.get(kind, ()):
            yield None
            continue
        why = tuple(one for one in row.why if not _is_hidden(one, hidden))
        yield None if row.why and not why else Row(row.key, row.label, row.columns, row.path, why)


def _is_hidden(reason: Reason, hidden: Hidden) -> bool:
    return reason.activity in hidden.get("activity", ()) or (
        reason.organisation in hidden.get("organisation", ())
    )


def _shown(
    rows: list[Row], columns: tuple[str, ...], viewer: Any, start: int, most: int | None
) -> Iterator[RowShown]:
    hidden = hidden_from(viewer, rows)
    for number, row in enumerate(seen_rows(rows, hidden), start=start + 1):
        if row is None:
            yield RowShown(number, "", _("Not public"), "", (), (), is_hidden=True)
            continue
        because = _because(row.why)
        kept = because if most is None else because[:most]
        yield RowShown(
            number,
            row.key,
            label_of(row),
            in_language(row.path, get_language() or "en") if row.path else "",
            tuple(
                Cell(code, cell(code, row.columns.get(code)), row.columns.get(code))
                for code in columns
            ),
            tuple(kept),
            len(because) - len(kept),
        )


def label_of(row: Row) -> Text | str:
    """What a row is called; countries and languages in the reader's language."""
    kind, _colon, code = row.key.partition(":")
    if kind == "country":
        return country_name(code)
    if kind == "language":
        return language_name(code)
    return row.label or _("Not known")


def _because(why: tuple[Reason, ...]) -> list[Because]:
    """Reasons by activity: the roles of one activity stand together."""
    found: dict[tuple[int | None, Text], list[str]] = {}
    for one in why:
        roles = found.setdefault((one.activity, one.title), [])
        if (words := reason_words(one)) and words not in roles:
            roles.append(words)
    return [Because(", ".join(roles), title) for (_activity, title), roles in found.items()]
