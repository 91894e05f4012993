"""What a document was found to say: records, their fields and the words each came from.

Every class is plain frozen data with ``to_json`` and ``from_json``; other parts build on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from plaza.imports.reading.source import Source

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One is a stretch of ``Source.text``, end exclusive, never over a line break."""

    start: int
    end: int

    def to_json(self) -> list[int]:
        return [self.start, self.end]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One is a reason to ask a person: a code, an English sentence and what fills its blanks.

    A doubt that does not block is an open question the record may carry (``overlap_unknown``);
    one that blocks keeps its field from being accepted without a person.
    """

    code: str
    sentence: str
    params: Mapping[str, Json] = field(default_factory=dict)
    blocks: bool = True

    def to_json(self) -> dict[str, Json]:
        return {
            "code": self.code,
            "sentence": self.sentence,
            "params": dict(self.params),
            "blocks": self.blocks,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Doubt:
        return cls(data["code"], data["sentence"], data["params"], data["blocks"])


@dataclass(frozen=True, slots=True)
class Field:
    """One is a value of a record. A name that may occur often (host, outcome) repeats per item.

    ``printed`` is what the page says, ``value`` the normal form of it, ``spans`` where it stands.
    """

    name: str
    printed: str
    value: Json
    spans: tuple[Span, ...]
    score: float
    sure: bool
    doubts: tuple[Doubt, ...] = ()

    def to_json(self) -> dict[str, Json]:
        return {
            "name": self.name,
            "printed": self.printed,
            "value": self.value,
            "spans": [span.to_json() for span in self.spans],
            "score": self.score,
            "sure": self.sure,
            "doubts": [doubt.to_json() for doubt in self.doubts],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Field:
        return cls(
            name=data["name"],
            printed=data["printed"],
            value=data["value"],
            spans=tuple(Span(*span) for span in data["spans"]),
            score=data["score"],
            sure=data["sure"],
            doubts=tuple(Doubt.from_json(doubt) for doubt in data["doubts"]),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """One is a record: an activity, resource, programme, organisation, contact or published_figure.

    ``key`` is the same for the same record in a later version of the document. ``spans`` are all
    its passages; a work listed twice has both.
    """

    kind: str
    key: str
    fields: tuple[Field, ...]
    spans: tuple[Span, ...]
    doubts: tuple[Doubt, ...] = ()

    def all(self, name: str) -> tuple[Field, ...]:
        """Every field of that name, in the order of the page."""
        return tuple(field for field in self.fields if field.name == name)

    def one(self, name: str) -> Field | None:
        """The first field of that name, or None."""
        return next(iter(self.all(name)), None)

    def to_json(self) -> dict[str, Json]:
        return {
            "kind": self.kind,
            "key": self.key,
            "fields": [field.to_json() for field in self.fields],
            "spans": [span.to_json() for span in self.spans],
            "doubts": [doubt.to_json() for doubt in self.doubts],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Found:
        return cls(
            kind=data["kind"],
            key=data["key"],
            fields=tuple(Field.from_json(item) for item in data["fields"]),
            spans=tuple(Span(*span) for span in data["spans"]),
            doubts=tuple(Doubt.from_json(doubt) for doubt in data["doubts"]),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One is all that a document was found to say, with the text it was read from."""

    source: Source
    layout: str
    found: tuple[Found, ...]
    notes: tuple[Doubt, ...] = ()

    def of(self, kind: str) -> Iterator[Found]:
        """The records of one kind, in the order of the document."""
        return (found for found in self.found if found.kind == kind)

    def to_json(self) -> dict[str, Json]:
        return {
            "source": self.source.to_json(),
            "layout": self.layout,
            "found": [found.to_json() for found in self.found],
            "notes": [note.to_json() for note in self.notes],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        return cls(
            source=Source.from_json(data["source"]),
            layout=data["layout"],
            found=tuple(Found.from_json(item) for item in data["found"]),
            notes=tuple(Doubt.from_json(note) for note in data["notes"]),
        )
