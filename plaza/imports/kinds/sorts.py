"""What sort of work a resource is: as its label says, else as its title lets one guess."""

import re
from functools import cache

from plaza.imports.items import Item, one
from plaza.imports.reading import vocabulary
from plaza.library.models import Resource


def say_sort(items: list[Item]) -> None:
    """Put the sort of a work into the form of its column.

    What a label says counts. Where none does, a word of the title is taken as doubtful, and only
    if the title has words of one sort; a work with parts is a package and is not asked about.
    """
    labelled = next((item for item in items if item.name in ("type", "kind")), None)
    if labelled is not None:
        _read_label(labelled)
        return
    title = one(items, "title")
    if title is None or any(item.name == "part" for item in items):
        return
    sorts = sorts_in(f"{title.value or ''}")
    if len(sorts) == 1:
        number = max(item.n for item in items) + 1
        guess = Item(number, "kind", title.printed, sorts.pop(), title.spans, title.score, False)
        guess.doubt("kind_guessed")
        items.append(guess)


def sorts_in(words: str) -> set[str]:
    """The sorts of work that these words name, in any language the engine knows."""
    return {sort for sort, pattern in _patterns() if pattern.search(words)}


def _read_label(item: Item) -> None:
    if item.value in Resource.Kind.values:
        return
    sorts = sorts_in(str(item.value or item.printed))
    if len(sorts) == 1:
        item.value = sorts.pop()
    else:
        item.doubt("kind_unknown")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (str(sort), re.compile(rf"(?<!\w){vocabulary.pattern(SECTION, sort)}(?!\w)", re.IGNORECASE))
        for sort in Resource.Kind.values
    )


SECTION = "resource_kinds"
