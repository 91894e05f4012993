"""What an indicator answers: a value, the rows it counts, and why each of them counts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from plaza.web.text import Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row counts: the role it has, and where. `role` is a code of `words.ROLES`, or empty."""

    role: str
    title: Text
    activity: int | None = None
    organisation: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was counted. `path` is its address without a language; `key` names it."""

    key: str
    label: Text
    columns: Mapping[str, Any]
    path: str = ""
    why: tuple[Reason, ...] = ()


def no_rows() -> Iterator[Row]:
    """Nothing was counted."""
    return iter(())


@dataclass(frozen=True)
class Value:
    """A number, or a range up to `upper`, or nothing when it is not known; and the rows behind it.

    `count` says how many rows there are without making them; `unknown` how many of them may not
    count, because nobody wrote down whether they do. `parts` shares the number out by a code,
    `notes` say by a code how many things were left out and why.
    """

    number: Decimal | None = None
    upper: Decimal | None = None
    count: int = 0
    unknown: int = 0
    noun: str = "rows"
    unit: str = ""
    parts: tuple[tuple[str, Decimal], ...] = ()
    notes: tuple[tuple[str, int], ...] = ()
    stream: Callable[[], Iterator[Row]] = field(default=no_rows, compare=False, repr=False)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, made once."""
        return tuple(self.stream())

    @property
    def is_range(self) -> bool:
        """The rows allow more than one number."""
        return self.upper is not None and self.upper != self.number


def counted(
    count: int,
    noun: str,
    stream: Callable[[], Iterator[Row]],
    *,
    notes: tuple[tuple[str, int], ...] = (),
    parts: tuple[tuple[str, Decimal], ...] = (),
) -> Value:
    """The value of a figure that counts its rows; without a row nothing is known."""
    return Value(
        number=Decimal(count) if count else None,
        count=count,
        noun=noun,
        stream=stream,
        notes=tuple((code, number) for code, number in notes if number),
        parts=parts,
    )
