"""What the values of a column look like, as shares from 0 to 1 for each kind of column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from plaza.imports.reading.layouts.hub.shapes import is_person
from plaza.imports.reading.normal.countries import country, names
from plaza.imports.reading.normal.headcounts import find_headcounts
from plaza.imports.reading.normal.languages import language, split_languages
from plaza.imports.reading.normal.links import MAIL
from plaza.imports.reading.normal.numbers import find_money, number
from plaza.imports.reading.normal.organisations import has_type_word, looks_like_name
from plaza.imports.reading.normal.periods import period
from plaza.imports.reading.normal.structures import find_sessions

WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
PHONE = re.compile(r"\+?[\d ()/.-]{6,}")
SAMPLE = 60  # values that are looked at


def code_of(text: str) -> str | None:
    """The country a cell says: a name, a code, or both with a sign between ("HR/Croatia")."""
    whole = country(text)
    if whole:
        return whole
    found = set()
    for part in re.split(r"\s*[/(),;|]\s*|\s+[-–]\s+", text.strip()):
        if not part:
            continue
        code = country(part) or (
            part if re.fullmatch(r"[A-Z]{2}", part) and _is_code(part) else None
        )
        if code is None:
            return None
        found.add(code)
    return found.pop() if len(found) == 1 else None


def share(key: str, values: Sequence[str]) -> float:
    """How many of the values fit the column of that key."""
    fits = SHAPES.get(key)
    if fits is None or not values:
        return 0.5
    sample = values[:SAMPLE]
    return sum(fits(value) for value in sample) / len(sample)


def _is_code(text: str) -> bool:
    return text in set(names().values())


def _mail(text: str) -> bool:
    return all(MAIL.fullmatch(part.strip(" <>")) for part in re.split(r"[;,\s]+", text.strip()))


def _language(text: str) -> bool:
    return all(
        language(part) or re.fullmatch(r"[A-Za-z]{2}", part) for part in split_languages(text)
    )


def _number(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,6}", text))


def _year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


def _period(text: str) -> bool:
    return period(text, year=2000) is not None


def _name(text: str) -> bool:
    return (
        looks_like_name(text)
        and not MAIL.search(text)
        and country(text) is None
        and not (re.fullmatch(r"[\d.,/ -]+", text))
    )


def _organisation(text: str) -> bool:
    return _name(text) and (has_type_word(text) or not is_person(text))


def _city(text: str) -> bool:
    return _name(text) and len(text) <= 40 and not has_type_word(text)


SHAPES: dict[str, Callable[[str], bool]] = {
    "name": _name,
    "organisation": _organisation,
    "host": _name,
    "co_host": _name,
    "partner": _name,
    "author": _name,
    "costs": lambda text: bool(find_money(text)) or number(text, decimals=True) is not None,
    "other_name": lambda text: len(text) <= 160 and not MAIL.search(text),
    "title": lambda text: len(text) >= 4 and not MAIL.search(text) and not _number(text),
    "country": lambda text: code_of(text) is not None,
    "city": _city,
    "website": lambda text: bool(WEB.fullmatch(text)) and "@" not in text,
    "link": lambda text: bool(WEB.fullmatch(text)) and "@" not in text,
    "mail": _mail,
    "phone": lambda text: bool(PHONE.fullmatch(text)) and not _year(text),
    "person": lambda text: all(is_person(part) for part in re.split(r"\s*[;,/]\s*", text) if part),
    "first_name": lambda text: bool(re.fullmatch(r"[^\W\d_][\w' .’-]*", text)) and len(text) <= 30,
    "last_name": lambda text: bool(re.fullmatch(r"[^\W\d_][\w' .’-]*", text)) and len(text) <= 40,
    "language": _language,
    "year": _year,
    "since": _period,
    "until": _period,
    "start": _period,
    "end": _period,
    "period": _period,
    "participants": lambda text: bool(find_headcounts(text)) and len(text) <= 80,
    "structure": lambda text: bool(find_sessions(text)),
    "category": lambda text: len(text) <= 40,
    "state": lambda text: len(text) <= 40,
    "number": lambda text: bool(re.fullmatch(r"[\w.-]{1,8}", text)),
}
TELLING = {"mail": 0.8, "country": 0.8, "website": 0.8, "language": 0.8}  # told by values alone
