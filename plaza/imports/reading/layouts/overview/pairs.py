"""Which box of facts belongs to which title: the pairing that leaves the fewest alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from plaza.imports.reading.layouts.overview.blocks import Box, Links, Overview
from plaza.imports.reading.layouts.overview.titles import Story
from plaza.imports.reading.passages import Line

ALONE = 10  # a title or a box left without the other
APART = 3  # links or a page break between the two
AFTER = 1  # of two equal ways, facts follow their title


@dataclass(slots=True)
class Unit:
    """One is what belongs to one activity. ``unclear`` says another pairing is as good."""

    story: Story | None
    box: Box | None
    links: list[Line] = field(default_factory=list)
    unclear: bool = False


def pair(overview: Overview) -> list[Unit]:
    """The activities of an overview in their order, each with its links."""
    blocks = [block for block in overview.blocks if not isinstance(block, Links)]
    costs = _costs(overview)

    @cache
    def best(place: int) -> tuple[int, tuple[int, ...], int]:
        """Least cost from here on, the lengths of the units, and how many ways cost the same."""
        if place >= len(blocks):
            return 0, (), 1
        ways = []
        rest = best(place + 1)
        ways.append((ALONE + rest[0], (1, *rest[1]), rest[2]))
        if place + 1 < len(blocks) and isinstance(blocks[place], Story) != isinstance(
            blocks[place + 1], Story
        ):
            rest = best(place + 2)
            after = 0 if isinstance(blocks[place], Story) else AFTER
            ways.append((costs[place] + after + rest[0], (2, *rest[1]), rest[2]))
        least = min(way[0] for way in ways)
        equal = [way for way in ways if way[0] == least]
        return least, equal[0][1], sum(way[2] for way in equal)

    _, lengths, ways = best(0)
    units: list[Unit] = []
    ends: list[int] = []
    place = 0
    for length in lengths:
        members = blocks[place : place + length]
        story = next((block for block in members if isinstance(block, Story)), None)
        box = next((block for block in members if isinstance(block, Box)), None)
        units.append(Unit(story, box, unclear=ways > 1 and length == 1))
        place += length
        ends.append(place)
    _give_links(overview, units, ends)
    return units


def _costs(overview: Overview) -> list[int]:
    """What it costs to pair each block with the next one."""
    costs: list[int] = []
    previous = -1
    for block in overview.blocks:
        if isinstance(block, Links):
            if costs:
                costs[-1] += APART
        else:
            page = _page(block)
            if costs and page != previous:
                costs[-1] += APART
            previous = page
            costs.append(0)
    return costs


def _page(block: Story | Box) -> int:
    line = block.title[0] if isinstance(block, Story) else block.lines[0]
    return line.page


def _give_links(overview: Overview, units: list[Unit], ends: list[int]) -> None:
    seen = 0
    for block in overview.blocks:
        if isinstance(block, Links):
            owner = next((unit for unit, end in zip(units, ends, strict=True) if end >= seen), None)
            if owner:
                owner.links.extend(block.lines)
        else:
            seen += 1
