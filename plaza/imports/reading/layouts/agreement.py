"""What a document says twice: alike, and both places are kept; or not, and a person is asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Field, Json


def settle(fields: list[Field], single: Collection[str]) -> list[Field]:
    """The fields, each value once; of a single field the best stays and says if others differ."""
    kept: list[Field] = []
    for field in fields:
        same = next((place for place, one in enumerate(kept) if _agree(one, field)), None)
        if same is not None:
            kept[same] = _joined(kept[same], field)
            continue
        rival = next((place for place, one in enumerate(kept) if one.name == field.name), None)
        if field.name not in single or rival is None:
            kept.append(field)
        elif field.name == "period":
            kept[rival] = _rivals(kept[rival], field)
    return kept


def _agree(first: Field, second: Field) -> bool:
    return first.name == second.name and _core(first.value) == _core(second.value)


def _core(value: Json) -> Json:
    """The value without how it was printed, and an organisation by its name alone."""
    if not isinstance(value, dict):
        return value
    if "alternatives" in value:
        return {"name": value["name"]}
    return {key: item for key, item in value.items() if key != "printed"}


def _joined(first: Field, second: Field) -> Field:
    """One field for both: the better evidence, the places of the two."""
    best, other = (first, second) if first.score >= second.score else (second, first)
    new = [span for span in other.spans if span not in best.spans]
    return replace(best, spans=(*best.spans, *new))


def _rivals(first: Field, second: Field) -> Field:
    best, other = (first, second) if first.score >= second.score else (second, first)
    return replace(
        best, sure=False, doubts=(*best.doubts, doubt("values_differ", other=other.printed))
    )
