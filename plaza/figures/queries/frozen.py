"""Values and rows as a release froze them."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from plaza.figures.models import FrozenRow, FrozenValue, Release
from plaza.figures.values import Reason, Row, Value
from plaza.ledger.memory import remembered
from plaza.web.text import Text


def frozen_values(release: Release, keys: Iterable[str] | None = None) -> dict[str, Value]:
    """The values of a release by line; a single asked one is also found by its indicator."""
    values = _frozen(release)
    if keys is None:
        return dict(values)
    asked = {key: values[key] for key in keys if key in values}
    return asked | {key.split(":")[0]: value for key, value in asked.items()}


@remembered("figures", key=lambda release: release.pk, most=16)
def _frozen(release: Release) -> dict[str, Value]:
    """All of a release at once: nothing changes it any more."""
    found = FrozenValue.objects.filter(release=release)
    return {one.indicator: _value(release, one) for one in found}


def frozen_rows(release: Release, key: str) -> Iterator[Row]:
    """The rows of one line of a release, in the order in which they were counted."""
    found = FrozenRow.objects.filter(release=release, indicator=key).order_by("position", "id")
    for name, contents in found.values_list("key", "contents").iterator(chunk_size=2000):
        yield thawed(name, contents)


def contents_of(row: Row) -> dict[str, Any]:
    """A row as a release keeps it."""
    return {
        "label": dict(row.label),
        "columns": dict(row.columns),
        "path": row.path,
        "why": [[one.role, dict(one.title), one.activity, one.organisation] for one in row.why],
    }


def thawed(key: str, contents: dict[str, Any]) -> Row:
    """A row from what a release kept."""
    return Row(
        key=key,
        label=Text(contents["label"]),
        columns=contents["columns"],
        path=contents["path"],
        why=tuple(
            Reason(role, Text(title), activity, organisation)
            for role, title, activity, organisation in contents["why"]
        ),
    )


def details_of(value: Value) -> dict[str, Any]:
    """What a value holds beside its number, as a release keeps it."""
    return {
        "count": value.count,
        "unknown": value.unknown,
        "noun": value.noun,
        "parts": [[code, str(number)] for code, number in value.parts],
        "notes": [list(note) for note in value.notes],
    }


def _value(release: Release, frozen: FrozenValue) -> Value:
    details = frozen.details
    return Value(
        number=_plain(frozen.value),
        upper=_plain(frozen.upper),
        count=details.get("count", 0),
        unknown=details.get("unknown", 0),
        noun=details.get("noun", "rows"),
        unit=frozen.unit,
        parts=tuple((code, Decimal(number)) for code, number in details.get("parts", ())),
        notes=tuple((code, count) for code, count in details.get("notes", ())),
        stream=_rows(release, frozen.indicator),
    )


def _rows(release: Release, key: str) -> Callable[[], Iterator[Row]]:
    return lambda: frozen_rows(release, key)


def _plain(number: Decimal | None) -> Decimal | None:
    """Four decimals are stored; whole numbers come back whole."""
    if number is None:
        return None
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
