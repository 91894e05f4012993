"""Numbers, in figures or words, with what qualifies them ("more than") and their money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plaza.imports.reading import vocabulary

NEAR = 40  # letters before a number in which its qualifier is looked for


@dataclass(frozen=True, slots=True)
class Number:
    """One is a number in a text: its value, where it stands, and its qualifier if it has one."""

    value: int | float
    start: int
    end: int
    printed: str
    qualifier: str | None = None
    qualifier_start: int | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """One is an amount with the code of its currency."""

    amount: float
    currency: str
    start: int
    end: int


def find_numbers(text: str, *, words: bool = True, decimals: bool = False) -> list[Number]:
    """Every number in the text. ``decimals`` reads "1.500" as one and a half."""
    found = []
    for match in _figures().finditer(text) if words else FIGURES.finditer(text):
        value = number(match[0], decimals=decimals)
        if value is None:
            continue
        before = _qualifiers().search(text, max(0, match.start() - NEAR), match.start())
        qualifier = vocabulary.lookup("vague")[_plain(before[1])] if before else None
        found.append(
            Number(
                value,
                match.start(),
                match.end(),
                match[0],
                qualifier,
                before.start(1) if before else None,
            )
        )
    return found


def number(printed: str, *, decimals: bool = False) -> int | float | None:
    """The value of one printed number, or None."""
    word = printed.strip().casefold()
    if word in vocabulary.lookup("numbers"):
        return int(vocabulary.lookup("numbers")[word])
    if not re.fullmatch(r"\d[\d.,'’\u00a0\u202f ]*", word):
        return None
    if word.isdigit():
        return int(word)
    if not decimals and re.fullmatch(r"\d{1,3}([.,'’\u00a0\u202f ])\d{3}(?:\1\d{3})*", word):
        return int(re.sub(r"\D", "", word))
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})*)[.,](\d{1,2})", word)
    if grouped:
        return float(re.sub(r"\D", "", grouped[1]) + "." + grouped[2])
    plain = re.fullmatch(r"(\d+)[.,](\d+)", word)
    return float(f"{plain[1]}.{plain[2]}") if plain else None


def find_money(text: str) -> list[Money]:
    """Every amount with a currency, before or after it."""
    found = []
    for match in MONEY.finditer(text):
        sign = (match["before"] or match["after"]).upper()
        amount = number((match["leading"] or match["trailing"]).strip())
        if amount is not None:
            found.append(Money(amount, CURRENCIES[sign], match.start(), match.end()))
    return found


def currency_in(text: str) -> str | None:
    """The currency that stands in words without an amount, as in a heading."""
    match = re.search(rf"(?<![\w$])(?:{_SIGN})(?!\w)", text, re.IGNORECASE)
    return CURRENCIES[match[0].upper()] if match else None


@cache
def _figures() -> re.Pattern[str]:
    words = vocabulary.section_pattern("numbers")
    return re.compile(rf"{FIGURES.pattern}|\b{words}\b", re.IGNORECASE)


@cache
def _qualifiers() -> re.Pattern[str]:
    return re.compile(rf"\b({vocabulary.section_pattern('vague')})\s*$", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


FIGURES = re.compile(
    r"(?<![\w.,])(?<!\w[-‐])"
    r"(?:\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:[\u00a0\u202f ]\d{3})+|\d+(?:[.,]\d+)?)"
    r"(?![\w])(?![.,]\d)"
)
CURRENCIES = {
    "EUR": "EUR", "EURO": "EUR", "EUROS": "EUR", "EVROV": "EUR", "EURA": "EUR", "ЄВРО": "EUR",
    "€": "EUR", "USD": "USD", "US$": "USD", "$": "USD", "GBP": "GBP", "£": "GBP", "CHF": "CHF",
    "UAH": "UAH", "₴": "UAH", "ГРН": "UAH", "PLN": "PLN", "HUF": "HUF", "RON": "RON",
}  # fmt: skip
_SIGN = "|".join(sorted((re.escape(sign) for sign in CURRENCIES), key=len, reverse=True))
_AMOUNT = r"\d[\d.,'’\u00a0\u202f ]*\d|\d"
MONEY = re.compile(
    rf"(?<![\w.,])(?:(?P<before>{_SIGN})\s?(?P<trailing>{_AMOUNT})"
    rf"|(?P<leading>{_AMOUNT})\s?(?P<after>{_SIGN})(?!\w))",
    re.IGNORECASE,
)
