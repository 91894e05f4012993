"""Small conversions that several kinds share."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from plaza.imports.items import Item
from plaza.imports.kinds.base import Facts, Setting, day
from plaza.web.text import Text


def words_of(value: Any) -> str:
    """Words, or paragraphs joined."""
    return "\n\n".join(str(part) for part in value) if isinstance(value, list) else str(value)


def cut(words: str | None, longest: int) -> str:
    """Words on one line, no longer than a column holds."""
    flat = " ".join((words or "").split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def address(url: str) -> str:
    """A web address with its scheme."""
    return url if "://" in url else f"https://{url}"


def text_facts(name: str, longest: int | None = None) -> Callable[[Item, Setting], Facts]:
    """A column of text in the document's language."""

    def facts(item: Item, setting: Setting) -> Facts:
        words = words_of(item.value)
        return {name: Text.of(cut(words, longest) if longest else words, setting.language)}

    return facts


def plain_facts(name: str, longest: int) -> Callable[[Item, Setting], Facts]:
    """A column of plain words."""

    def facts(item: Item, setting: Setting) -> Facts:
        return {name: cut(words_of(item.value), longest)}

    return facts


def period_facts(item: Item, setting: Setting) -> Facts:
    """The columns of a period; words that say no date are kept as printed."""
    value = item.value
    facts: Facts = {"period_printed": cut(value.get("printed") or item.printed, 300)}
    if value.get("start"):
        facts |= {
            "starts_on": day(value["start"]),
            "ends_on": None if value.get("open_end") else day(value.get("end")),
            "precision": value.get("precision") or "day",
            "open_end": bool(value.get("open_end")),
        }
    return facts


def years_of(value: dict[str, Any] | None, year: int | None) -> tuple[int, int] | None:
    """The years a period speaks of; "the past 12 years" end with the document's."""
    if value and value.get("start"):
        first = dt.date.fromisoformat(value["start"]).year
        end = value.get("end")
        last = dt.date.fromisoformat(end).year if end else (year or first)
        return first, max(first, last)
    if year is None:
        return None
    span = [int(word) for word in str((value or {}).get("printed", "")).split() if word.isdigit()]
    if span and 1 < span[0] < 200:
        return year - span[0] + 1, year
    return year, year
