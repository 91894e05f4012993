"""How certain a field must be to be taken without a person: thresholds are data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from plaza.imports.reading.found import Doubt, Field, Json
from plaza.imports.reading.passages import Passage


def found_field(
    name: str,
    passage: Passage,
    value: Json,
    *,
    evidence: str,
    doubts: Iterable[Doubt] = (),
) -> Field:
    """The field, sure if its evidence is strong enough for its name and no doubt blocks it."""
    doubts = tuple(doubts)
    table = thresholds()
    score = table["evidence"][evidence]
    needed = table["needed"].get(name, table["needed"]["default"])
    sure = score >= needed and not any(doubt.blocks for doubt in doubts)
    return Field(name, passage.text, value, passage.spans, score, sure, doubts)


@cache
def thresholds() -> dict[str, dict[str, float]]:
    """The table of ``thresholds.toml``: what evidence weighs, and how much each field needs."""
    return tomllib.loads(Path(__file__).with_name("thresholds.toml").read_text("utf-8"))
