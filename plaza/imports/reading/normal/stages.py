"""Whether something is promised, in work or delivered, by the tense of its sentence."""

from __future__ import annotations

import re
from functools import cache

from plaza.imports.reading import vocabulary


def stage(text: str, *, told: str = "") -> str:
    """``promised`` (will be), ``in_work`` (are being) or ``delivered`` (past, or a plain noun).

    Words without a tense of their own take it from the text they stand with: "a translated
    guide" is in work where that text says "is being translated".
    """
    if _in_work().search(text):
        return "in_work"
    if _promised().search(text):
        return "promised"
    words = {word.casefold() for word in re.findall(r"\w{4,}", text)}
    for found in _in_work().finditer(told):
        if (done := re.match(r"\W+(\w+)", told[found.end() :])) and done[1].casefold() in words:
            return "in_work"
    return "delivered"


@cache
def _promised() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){vocabulary.pattern('stages', 'promised')}(?!\w)", re.IGNORECASE)


@cache
def _in_work() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){vocabulary.pattern('stages', 'in_work')}(?!\w)", re.IGNORECASE)
