"""By what a list can be narrowed down: the nouns that `web/_facet.html` and `_chips.html` show."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One value of a facet, and how many rows of the list have it."""

    value: str
    label: str
    count: int
    chosen: bool
    language: str = ""


@dataclass(frozen=True)
class Facet:
    """One thing that can be chosen by; `more` says how many choices are not shown."""

    key: str
    name: str
    choices: list[Choice]
    more: int = 0


@dataclass(frozen=True)
class Chip:
    """One choice that was made, and the address without it."""

    label: str
    url: str
