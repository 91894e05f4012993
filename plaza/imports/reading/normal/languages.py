"""Languages by their names in many languages, to BCP 47 tags."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from plaza.imports.reading.normal.countries import NAMED_IN, plain

EXTRA = {
    "flemish": "nl", "farsi": "fa", "dari": "fa-AF", "moldovan": "ro", "romani": "rom",
    "roma": "rom", "montenegrin": "cnr", "kyrgyz": "ky", "brazilian portuguese": "pt-BR",
}  # fmt: skip


def language(printed: str) -> str | None:
    """The tag of the language these words name and nothing else, or None."""
    return names().get(plain(printed))


def split_languages(printed: str) -> list[str]:
    """The words for each language in a list of them."""
    joined = r"\s*(?:[,;/|\n]|\s&\s|\s(?:and|en|e|in|i|et|und|та|і|й)\s)\s*"
    return [part for part in re.split(joined, printed) if part.strip()]


@cache
def names() -> dict[str, str]:
    """Every known name (plain) to its tag; names in the language itself are among them."""
    table: dict[str, str] = {}
    for tag in NAMED_IN:
        for code, name in Locale.parse(tag).languages.items():
            if 2 <= len(code) <= 3:
                table.setdefault(plain(name), code)
    for tag in ("da", "cs", "sq", "ka", "kk", "ky", "mk", "bg", "et", "sv", "fi", "el", "tr"):
        own = Locale.parse(tag).display_name
        if own:
            table.setdefault(plain(own), tag)
    table.update(EXTRA)
    return table
