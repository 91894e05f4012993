"""The shape of a table: columns of a record, and pieces that are rows of their own."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from plaza.imports.items import Item, one
from plaza.network.models import Organisation
from plaza.web.text import Text

Facts = dict[str, Any]
NO_VALUE = (KeyError, TypeError, ValueError, AttributeError)


class Missing(Exception):
    """What a field points to is not there yet, so the field goes on waiting."""


@dataclass(frozen=True)
class Setting:
    """What the fields of a draft need to know of their document and of the records."""

    language: str
    source: str
    year: int | None
    organisation: Callable[[Item], Organisation]
    record_of: Callable[[str], Model | None]
    today: dt.date


def _itself(record: Any) -> Any:
    return record


def _as_they_are(items: list[Item]) -> None:
    return


@dataclass(frozen=True)
class Column:
    """A field that fills columns of the record, or of a row that every such record has."""

    facts: Callable[[Item, Setting], Facts]
    holder: Callable[[Any], Any] = _itself
    edit: Callable[..., Any] | None = None
    is_many: bool = False


@dataclass(frozen=True)
class Piece:
    """A field that is a row of its own; rows that agree in `key` are the same.

    Without `edit`, a row that is there already stays as it is. `touches` says that adding one
    changes columns of the record too.
    """

    facts: Callable[[Item, Setting, Any], Facts]
    rows: Callable[[Any], Iterable[Any]]
    key: tuple[str, ...]
    add: Callable[..., Any]
    edit: Callable[..., Any] | None
    touches: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of found record: the fields that name it, its columns and its pieces.

    `titles` are the fields that can name a record, the best first. `create` answers the rows it
    made, the record first; `prepare` brings the fields of a draft into the form of its columns.
    """

    name: str
    model: type[Model]
    titles: tuple[str, ...]
    columns: Mapping[str, Column]
    pieces: Mapping[str, Piece]
    create: Callable[..., list[Any]]
    edit: Callable[..., Any]
    parties: frozenset[str] = field(default_factory=frozenset)
    prepare: Callable[[list[Item]], None] = _as_they_are


def named(kind: Kind, items: list[Item]) -> Item | None:
    """The field that names the record, if any."""
    found = (one(items, name) for name in kind.titles)
    return next((item for item in found if item is not None), None)


def same(current: Any, new: Any) -> bool:
    """Whether a column says already what was found; a text only in the languages found."""
    if isinstance(new, Text) and isinstance(current, Mapping):
        return all(folded(current.get(tag, "")) == folded(words) for tag, words in new.items())
    if isinstance(new, str) and isinstance(current, str):
        return folded(current) == folded(new)
    if isinstance(new, list) and isinstance(current, list):
        return set(new) <= set(current)
    return bool(current == new)


def is_empty(current: Any, new: Any) -> bool:
    """Whether a column has room for what was found."""
    if isinstance(new, Text) and isinstance(current, Mapping):
        return not any(tag in current for tag in new)
    return current in (None, "", [], {}) or (isinstance(new, list) and isinstance(current, list))


def joined(current: Any, new: Any) -> Any:
    """The column with what was found: other languages of a text stay, lists grow."""
    if isinstance(new, Text) and isinstance(current, Mapping):
        return Text({**current, **new})
    if isinstance(new, list) and isinstance(current, list):
        return [*current, *(one for one in new if one not in current)]
    return new


def folded(words: str) -> str:
    """Words without case and doubled blanks, to see whether they are the same."""
    return " ".join(words.casefold().split()).rstrip(".")


def twin(piece: Piece, rows: Iterable[Any], facts: Facts) -> Any | None:
    """The row of a record that is meant by these facts, if it has one."""
    for row in rows:
        if all(same(getattr(row, name), facts.get(name)) for name in piece.key):
            return row
    return None


def day(words: str | None) -> dt.date | None:
    """A date from its ISO form."""
    return dt.date.fromisoformat(words) if words else None
