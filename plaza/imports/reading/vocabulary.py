"""The words of every language the engine knows, from one data file per language.

A language is data: a new file in ``labels/`` is all it takes. Tables of all languages are merged;
where a word means different things, the languages of the document decide.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

Table = dict[str, Any]


@cache
def languages() -> dict[str, Table]:
    """All label files by language tag."""
    folder = Path(__file__).with_name("labels")
    files = sorted(folder.glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text("utf-8")) for file in files}


@cache
def words(section: str, key: str) -> tuple[str, ...]:
    """The words of one entry in all languages, longest first."""
    found = {word for table in languages().values() for word in table.get(section, {}).get(key, [])}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def lookup(section: str) -> dict[str, str]:
    """Word (casefolded) to key for one section of all languages; English comes first."""
    table: dict[str, str] = {}
    for tag in sorted(languages(), key=lambda tag: tag != "en"):
        for key, entries in languages()[tag].get(section, {}).items():
            for entry in entries:
                table.setdefault(entry.casefold(), key)
    return table


@cache
def meanings(section: str) -> dict[str, dict[str, str]]:
    """Word (casefolded) to {language: key}, for words that mean different things."""
    table: dict[str, dict[str, str]] = {}
    for tag, sections in languages().items():
        for key, entries in sections.get(section, {}).items():
            for entry in entries:
                table.setdefault(entry.casefold(), {}).setdefault(tag, key)
    return table


@cache
def shared(section: str, word: str) -> frozenset[str]:
    """Every entry of a section that has this word, in any language."""
    return frozenset(
        key
        for table in languages().values()
        for key, entries in table.get(section, {}).items()
        if word in (entry.casefold() for entry in entries)
    )


@cache
def pattern(section: str, *keys: str) -> str:
    """A regular expression part that matches any word of these entries, longest first."""
    entries = [word for key in keys for word in words(section, key)]
    return one_of(entries)


@cache
def section_pattern(section: str) -> str:
    """A regular expression part that matches any word of a section."""
    return one_of(lookup(section))


def one_of(entries: Iterable[str]) -> str:
    """A regular expression part for any of these words, longest first, blanks free."""
    unique = sorted(set(entries), key=lambda word: (-len(word), word))
    if not unique:
        return r"(?!)"
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in unique) + ")"


def languages_of(text: str) -> tuple[str, ...]:
    """The languages of a text, most likely first, by its most common small words."""
    counts = Counter(re.findall(r"[^\W\d_]+", text[:60_000].casefold()))
    scores = {
        tag: sum(counts[word] for word in table.get("common", []))
        for tag, table in languages().items()
    }
    ranked = sorted(scores, key=lambda tag: (-scores[tag], tag != "en", tag))
    return tuple(tag for tag in ranked if scores[tag]) or ("en",)


def means(section: str, word: str, tags: tuple[str, ...]) -> str | None:
    """What a word means in a section, the first of these languages that knows it deciding."""
    known = meanings(section).get(word.casefold())
    if not known:
        return None
    for tag in tags:
        if tag in known:
            return known[tag]
    return known.get("en") or next(iter(known.values()))
