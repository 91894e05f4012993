"""Two releases of a year row by row: what was added, what is gone, what changed, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import Http404

from plaza.figures.columns import HEADS, cell
from plaza.figures.indicators.declared import INDICATORS
from plaza.figures.indicators.indicator import Indicator
from plaza.figures.models import Release
from plaza.figures.queries.deeds import Deed, deeds_between, refs_of
from plaza.figures.queries.frozen import contents_of, frozen_values
from plaza.figures.queries.lines import counted_now
from plaza.figures.queries.rows import hidden_from, label_of, seen_rows
from plaza.figures.queries.years import releases_of
from plaza.figures.values import Reason, Row, Value
from plaza.figures.words import reason_words
from plaza.web.text import Text


@dataclass(frozen=True)
class Difference:
    """One column of a row that is not what it was."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RowChange:
    """One row that is in one release only, or that changed; and the deeds that made it so."""

    before: Row | None
    after: Row | None
    deeds: tuple[Deed, ...]
    columns: tuple[str, ...]

    @property
    def kind(self) -> str:
        """`added`, `gone` or `changed`."""
        if self.before is None:
            return "added"
        return "gone" if self.after is None else "changed"

    @property
    def key(self) -> str:
        """The key of the row."""
        row = self.after or self.before
        return row.key if row else ""

    @property
    def label(self) -> Text | str:
        """What the row is called."""
        row = self.after or self.before
        return label_of(row) if row else ""

    @property
    def name(self) -> str:
        """The same as plain words."""
        return str(self.label)

    @property
    def cells(self) -> list[str]:
        """What stands in a row that is in one of them only."""
        row = self.after or self.before
        return [words for code in self.columns if row and (words := _words(code, row))]

    @property
    def differences(self) -> list[Difference]:
        """Columns that changed."""
        if self.before is None or self.after is None:
            return []
        pairs = (
            (code, _words(code, self.before), _words(code, self.after)) for code in self.columns
        )
        return [Difference(str(HEADS[code]), old, new) for code, old, new in pairs if old != new]

    @property
    def reasons_added(self) -> list[tuple[str, Text]]:
        """Why it counts now, which was not so before."""
        return _reasons(self.after, self.before) if self.before else []

    @property
    def reasons_gone(self) -> list[tuple[str, Text]]:
        """Why it counted before, which is not so now."""
        return _reasons(self.before, self.after) if self.after else []


@dataclass(frozen=True)
class Cause:
    """What was done in between to one thing."""

    thing: Text | str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True)
class LineChange:
    """One figure of which the value or a row differs."""

    indicator: Indicator
    before: Value
    after: Value
    changes: tuple[RowChange, ...]
    hidden: int = 0

    @property
    def is_equal(self) -> bool:
        """The number is the same, only rows differ."""
        return (self.before.number, self.before.upper, self.before.unknown) == (
            self.after.number,
            self.after.upper,
            self.after.unknown,
        )


@dataclass(frozen=True)
class Comparison:
    """What differs between a release and a later one, or between it and the records of today."""

    year: int
    before: Release
    after: Release | None
    viewer: Any

    @cached_property
    def lines(self) -> list[LineChange]:
        """The figures that differ, those whose number differs first."""
        old = frozen_values(self.before)
        new = (
            frozen_values(self.after)
            if self.after
            else counted_now(None, self.year, self.year, cut_off=None)
        )
        pairs = [(one, old.get(one.key, Value()), new.get(one.key, Value())) for one in INDICATORS]
        changed = [
            (one, before, after, list(_changed(before, after))) for one, before, after in pairs
        ]
        changed = [item for item in changed if item[3] or _differ(item[1], item[2])]
        deeds = deeds_between(self.viewer, self.before.made_at, self._until, _refs(changed))
        hidden = hidden_from(self.viewer, _rows(changed))
        lines = [_line(*item, deeds, hidden) for item in changed]
        return sorted(lines, key=lambda one: one.is_equal)

    @property
    def deeds(self) -> list[Deed]:
        """Every deed behind the differences once, the first one first."""
        found = {deed.id: deed for line in self.lines for c in line.changes for deed in c.deeds}
        return [found[key] for key in sorted(found)]

    @property
    def causes(self) -> list[Cause]:
        """The same deeds by the thing they are about: one organisation, one activity."""
        by_thing: dict[tuple[str, str], list[Deed]] = {}
        for deed in self.deeds:
            by_thing.setdefault(deed.about, []).append(deed)
        labels = {c.key: c.label for line in self.lines for c in line.changes}
        return [
            Cause(
                next(
                    (one.subject for one in deeds if one.names_it),
                    labels.get(":".join(about), deeds[0].subject),
                ),
                tuple(deeds),
            )
            for about, deeds in by_thing.items()
        ]

    @property
    def _until(self) -> datetime | None:
        return self.after.made_at if self.after else None


def comparison(viewer: Any, year: int, a: int, b: int) -> Comparison:
    """The comparison of two releases of a year that the viewer may see."""
    releases = {one.number: one for one in releases_of(viewer, year)}
    if a not in releases or b not in releases or a >= b:
        raise Http404
    return Comparison(year, releases[a], releases[b], viewer)


def since_last_release(viewer: Any, year: int) -> Comparison | None:
    """What changed since the newest release of a year, as the records stand now."""
    releases = releases_of(viewer, year)
    return Comparison(year, releases[-1], None, viewer) if releases else None


Changed = tuple[Indicator, Value, Value, list[tuple[Row | None, Row | None]]]


def _changed(before: Value, after: Value) -> Iterable[tuple[Row | None, Row | None]]:
    old, new = {row.key: row for row in before.rows}, {row.key: row for row in after.rows}
    for key in dict.fromkeys([*old, *new]):
        a, b = old.get(key), new.get(key)
        if a is None or b is None or contents_of(a) != contents_of(b):
            yield a, b


def _differ(before: Value, after: Value) -> bool:
    return (before.number, before.upper, before.unknown) != (
        after.number,
        after.upper,
        after.unknown,
    )


def _line(
    indicator: Indicator,
    before: Value,
    after: Value,
    pairs: list[tuple[Row | None, Row | None]],
    deeds: list[Deed],
    hidden: dict[str, set[int]],
) -> LineChange:
    changes, unseen = [], 0
    for a, b in pairs:
        seen = list(seen_rows([row for row in (a, b) if row], hidden))
        if None in seen:
            unseen += 1
            continue
        refs = refs_of(a, b)
        causes = tuple(one for one in deeds if one.touches(refs))
        old, new = (seen[0] if a else None), (seen[-1] if b else None)
        changes.append(RowChange(old, new, causes, indicator.columns))
    return LineChange(indicator, before, after, tuple(changes), unseen)


def _refs(changed: list[Changed]) -> set[tuple[str, str]]:
    refs = (refs_of(a, b) for *_rest, pairs in changed for a, b in pairs)
    return {ref for found in refs for ref in found}


def _rows(changed: list[Changed]) -> list[Row]:
    return [row for *_rest, pairs in changed for pair in pairs for row in pair if row]


def _words(code: str, row: Row) -> str:
    return cell(code, row.columns.get(code))


def _reasons(of: Row | None, without: Row | None) -> list[tuple[str, Text]]:
    known: set[Reason] = set(without.why) if without else set()
    return [(reason_words(one), one.title) for one in (of.why if of else ()) if one not in known]
