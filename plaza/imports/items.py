"""The fields of a draft as they are kept in its JSON column, with how each of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plaza.imports.states import FieldState


@dataclass(slots=True)
class Item:
    """One is a found field: what was printed where, its normal form, and how it stands.

    `match` says which record an organisation's name stands for, or that none does; `ours` is
    what the matched record holds where that differs.
    """

    n: int
    name: str
    printed: str
    value: Any
    spans: list[list[int]]
    score: float = 1.0
    sure: bool = True
    doubts: list[dict[str, Any]] = field(default_factory=list)
    state: str = FieldState.WAITING
    match: dict[str, Any] | None = None
    ours: Any = None
    found: Any = None

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Item":
        return cls(**data)

    def to_json(self) -> dict[str, Any]:
        kept = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in kept.items() if value is not None or name == "value"}

    @property
    def waits(self) -> bool:
        """Whether nobody has settled it yet."""
        return self.state == FieldState.WAITING

    @property
    def has_value(self) -> bool:
        """Whether it waits and there is something to take."""
        return self.waits and self.value not in (None, "", [])

    @property
    def blocking(self) -> list[dict[str, Any]]:
        """The doubts that keep it from being taken without a person."""
        return [doubt for doubt in self.doubts if doubt["blocks"]]

    def doubt(self, code: str, **params: Any) -> None:
        """Say why a person should look at it; it is not sure any more."""
        self.sure = False
        if all(one["code"] != code for one in self.doubts):
            self.doubts.append({"code": code, "sentence": "", "params": params, "blocks": True})

    def settle(self, code: str) -> None:
        """Take a doubt away that no longer holds."""
        self.doubts = [one for one in self.doubts if one["code"] != code]


def items_of(rows: Iterable[Mapping[str, Any]]) -> list[Item]:
    """The items of a draft's column."""
    return [Item.from_json(row) for row in rows]


def rows_of(items: Iterable[Item]) -> list[dict[str, Any]]:
    """The column of a draft's items."""
    return [item.to_json() for item in items]


def one(items: Iterable[Item], name: str) -> Item | None:
    """The first item of a name, or None."""
    return next((item for item in items if item.name == name), None)


def waiting_in(items: Iterable[Item]) -> int:
    """How many items still need a person."""
    return sum(item.waits for item in items)
