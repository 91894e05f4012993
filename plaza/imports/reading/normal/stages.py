"""Whether something is promised, in work or delivered, by the tense of its sentence."""

from __future__ import annotations

import re
from functools import cache

from plaza.imports.reading import vocabulary


def stage(text: str) -> str:
    """``promised`` (will be), ``in_work`` (are being) or ``delivered`` (past, or a plain noun)."""
    if _in_work().search(text):
        return "in_work"
    return "promised" if _promised().search(text) else "delivered"


@cache
def _promised() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){vocabulary.pattern('stages', 'promised')}(?!\w)", re.IGNORECASE)


@cache
def _in_work() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){vocabulary.pattern('stages', 'in_work')}(?!\w)", re.IGNORECASE)
