"""The files of a work: each link with its part, format and language, and what looks wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plaza.imports.reading.certainty import found_field
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Field, Json
from plaza.imports.reading.layouts.hub.parts import Part, Placed, formats_of, place_links
from plaza.imports.reading.layouts.hub.tokens import Button
from plaza.imports.reading.normal.countries import plain
from plaza.imports.reading.normal.languages import language
from plaza.imports.reading.normal.links import file_words, misspellings

GENERIC = {
    "report", "updated", "update", "final", "download", "version", "file", "document", "english",
    "print", "online", "page", "pages", "lowres", "compressed", "copy", "draft", "text", "full",
    "resource", "publication", "brochure",
}  # fmt: skip


def files(buttons: Sequence[Button], parts: list[Part], fields: list[Field]) -> Iterator[Field]:
    """One field for each link, in the order of the page."""
    slips = misspellings([button.url for button in buttons])
    title = next((str(field.value) for field in fields if field.name == "title"), None)
    year = next((field.value for field in fields if field.name == "year"), None)
    for place, placed in enumerate(place_links(buttons, parts)):
        doubts = list(_doubts(placed, parts, title, year))
        if place in slips:
            slip = slips[place]
            doubts.append(doubt("link_misspelt", token=slip.token, sibling=slip.sibling))
        button = placed.button
        value: Json = {
            "url": button.url,
            "label": button.label,
            "format": formats_of(button),
            "language": _language(button.label),
            "part": list(placed.part.position) if placed.part else None,
            "doubtful": any(one.blocks for one in doubts),
        }
        yield found_field("file", button.passage, value, evidence="label", doubts=doubts)


def _doubts(placed: Placed, parts: list[Part], title: str | None, year: Json) -> Iterator[Doubt]:
    if placed.how == "order":
        yield doubt("file_by_order") if placed.agrees else doubt("part_unclear")
    elif (
        parts
        and placed.part is None
        and formats_of(placed.button) == placed.button.label.casefold()
    ):
        yield doubt("part_unclear")
    if title and placed.part is None and contradicts(placed.button.url, title, year):
        yield doubt("file_against_title")


def contradicts(url: str, title: str, year: Json) -> bool:
    """Whether no telling word of the file's name stands in the title."""
    words = {
        plain(word)
        for word in file_words(url)
        if len(word) >= 3 and plain(word) not in GENERIC and not any(c.isdigit() for c in word)
    }
    years = {
        int(found) for found in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", " ".join(file_words(url)))
    }
    other_year = bool(years) and isinstance(year, int) and year not in years
    if not words:
        return False
    stems = {word[:5] for word in plain(title).split()}
    initials = "".join(word[0] for word in plain(title).split())
    shared = [word for word in words if word[:5] in stems or word in initials]
    return not shared or (other_year and 3 * len(shared) < len(words))


def _language(label: str) -> str | None:
    for word in re.findall(r"[^\W\d_]{4,}", label):
        tag = language(word)
        if tag and word[0].isupper():
            return tag
    return None
