"""Names of organisations as they are looked up: folded, in any script."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from django.db import connection

from plaza.ledger.memory import moment
from plaza.network.models import Organisation
from plaza.web.text import Text

_SIGNS = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’ʼ`´]")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A name without case, marks and signs, in Latin letters whatever its script."""
    latin = anyascii(unicodedata.normalize("NFKC", _POSSESSIVE.sub("", name))).lower()
    return _SIGNS.sub(" ", _POSSESSIVE.sub("", latin)).strip()


def domain_of(website: str) -> str:
    """Where a website lives, so that two addresses of one house are seen to be one."""
    found = re.match(r"^\s*(?:[a-z]+://)?(?:www\.)?([^/:?#\s]+)", website.lower())
    return found[1] if found else ""


class Name(NamedTuple):
    """One name of one organisation."""

    organisation: int
    printed: str
    folded: str
    sort: str


@dataclass(frozen=True)
class Entry:
    """What is needed of an organisation to recognise it."""

    pk: int
    name: Text
    sort_name: str
    country: str
    website: str
    names: list[Name] = field(default_factory=list)


@dataclass(frozen=True)
class NameBook:
    """All names of all organisations that were not merged into another one."""

    entries: dict[int, Entry]

    @classmethod
    def read(cls) -> "NameBook":
        """The book as it stands; one query."""
        entries: dict[int, Entry] = {}
        rows = (
            Organisation.objects.filter(merged_into__isnull=True)
            .order_by("sort_name", "pk", "aliases__pk")
            .values_list(
                "pk", "name", "sort_name", "short_name", "country", "website", "aliases__name"
            )
        )
        for pk, name, sort_name, short, country, website, alias in rows:
            entry = entries.get(pk)
            if entry is None:
                entry = entries[pk] = Entry(pk, name, sort_name, country, website)
                for printed in dict.fromkeys([sort_name, *name.values()]):
                    _add(entry, printed, "name")
                _add(entry, short, "short")
            _add(entry, alias, "alias")
        return cls(entries)

    @property
    def names(self) -> list[Name]:
        """Every name, in the order of the organisations."""
        return [name for entry in self.entries.values() for name in entry.names]

    def holding(self, words: str) -> dict[int, Name]:
        """Organisations of which one name holds every word, with the first such name."""
        wanted = fold(words).split()
        found: dict[int, Name] = {}
        if not wanted:
            return found
        for entry in self.entries.values():
            for name in entry.names:
                if all(word in name.folded for word in wanted):
                    found[entry.pk] = name
                    break
        return found


_kept: dict[object, NameBook] = {}


def name_book() -> NameBook:
    """The book, read anew only when something in the network's room was done since."""
    if connection.in_atomic_block:
        return NameBook.read()  # what is not committed yet is nobody else's
    key = moment(["network"])
    book = _kept.get(key)
    if book is None:
        book = NameBook.read()
        _kept.clear()
        _kept[key] = book
    return book


def _add(entry: Entry, printed: str | None, sort: str) -> None:
    if printed and (folded := fold(printed)):
        entry.names.append(Name(entry.pk, printed, folded, sort))
