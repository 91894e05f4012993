"""The parts of a package: guides with their days or modules, and which link is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from plaza.imports.reading import vocabulary
from plaza.imports.reading.found import Json
from plaza.imports.reading.layouts.hub.tokens import Button
from plaza.imports.reading.normal.countries import plain
from plaza.imports.reading.normal.links import file_format, file_words
from plaza.imports.reading.passages import Line, Passage

FORMATS = r"(?:pptx?|pdf|docx?|xlsx?|zip|mp4|epub)"
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@dataclass(slots=True)
class Part:
    """One is a part of a package; ``position`` is its path in the tree, from 1."""

    position: tuple[int, ...]
    kind: str
    number: int | None
    title: str
    formats: list[str]
    passage: Passage

    def to_json(self) -> dict[str, Json]:
        return {
            "position": list(self.position),
            "kind": self.kind,
            "number": self.number,
            "title": self.title,
            "formats": [name.casefold() for name in self.formats],
        }


@dataclass(slots=True)
class Placed:
    """One is a link with the part it belongs to; ``how`` says on what grounds."""

    button: Button
    part: Part | None
    how: str = "work"
    agrees: bool = field(default=True)


def parts_of(lines: Sequence[Line], labels: Sequence[str]) -> tuple[list[Part], list[Line]]:
    """The parts these lines name, and the lines that are none."""
    known = {plain(label) for label in labels}
    parts: list[Part] = []
    rest: list[Line] = []
    for place, line in enumerate(lines):
        numbered = _numbered().fullmatch(line.text)
        if numbered:
            parts.append(_numbered_part(numbered, line, parts))
        elif _is_guide(line, lines[place + 1 : place + 2], known):
            top = sum(1 for part in parts if len(part.position) == 1) + 1
            parts.append(Part((top,), "guide", None, line.text, [], line.passage))
        else:
            rest.append(line)
    if sum(part.kind != "guide" for part in parts) == 0 and len(parts) < 2:
        return [], list(lines)
    return parts, rest


def place_links(buttons: Sequence[Button], parts: Sequence[Part]) -> list[Placed]:
    """Each link on its part: by its label, or by order and format below the part before it."""
    placed: list[Placed] = []
    wanted = [(part, wanted) for part in parts for wanted in part.formats]
    titles = {plain(part.title): part for part in parts}
    for button in buttons:
        part = titles.get(plain(button.label))
        if part:
            placed.append(Placed(button, part, "label"))
            continue
        if re.fullmatch(FORMATS, button.label.strip(), re.IGNORECASE) and wanted:
            after = wanted[0]
            same = after[1].casefold() == button.label.strip().casefold()
            numbers_agree = _number_agrees(button.url, after[0])
            placed.append(Placed(button, after[0], "order", same and numbers_agree))
            wanted = wanted[1:]
            continue
        placed.append(Placed(button, None))
    return placed


def _numbered_part(match: re.Match[str], line: Line, parts: list[Part]) -> Part:
    kind = vocabulary.lookup("hub")[match["kind"].casefold()]
    printed = match["number"].casefold()
    number = ROMAN.get(printed) or int(printed)
    formats = re.findall(rf"\b{FORMATS}\b", match["rest"] or "", re.IGNORECASE)
    title = re.sub(rf"\b{FORMATS}\b|[|/]", " ", match["rest"] or "", flags=re.IGNORECASE)
    words = " ".join(title.split()).strip(" :–-()")
    heads = [part for part in parts if len(part.position) == 1]
    guides = [part for part in heads if part.kind == "guide"]
    parent = guides[-1].position if guides else ()
    place = sum(1 for part in parts if part.position[:-1] == parent) + 1
    own = f"{match['kind']} {match['number']}"
    return Part((*parent, place), kind, number, f"{own}: {words}" if words else own, formats,
                line.passage)  # fmt: skip


def _is_guide(line: Line, below: Sequence[Line], labels: set[str]) -> bool:
    if len(line.text) > 120 or not _guide().search(line.text):
        return False
    if plain(line.text) in labels:
        return True
    return bool(below and _numbered().fullmatch(below[0].text))


def _number_agrees(url: str, part: Part) -> bool:
    """Whether a numeral in the file's name, if there is one, is the number of the part."""
    words = [word.casefold() for word in file_words(url)]
    kinds = vocabulary.words("hub", part.kind)
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in kinds and (following in ROMAN or following.isdigit()):
            return (ROMAN.get(following) or int(following)) == part.number
    return True


def formats_of(button: Button) -> str | None:
    """The format of the file behind a link: by its address, else by its label."""
    by_url = file_format(button.url)
    if by_url and re.fullmatch(FORMATS, by_url):
        return by_url
    label = re.search(rf"\b{FORMATS}\b", button.label, re.IGNORECASE)
    return label[0].casefold() if label else None


@cache
def _numbered() -> re.Pattern[str]:
    kinds = vocabulary.pattern("hub", "day", "module", "session")
    return re.compile(
        rf"(?P<kind>{kinds})\s+(?P<number>\d{{1,2}}|[ivx]{{1,4}})\b\s*[:.–-]?\s*(?P<rest>.{{0,120}}?)",
        re.IGNORECASE,
    )


@cache
def _guide() -> re.Pattern[str]:
    return re.compile(rf"\b{vocabulary.pattern('hub', 'guide')}\b", re.IGNORECASE)
