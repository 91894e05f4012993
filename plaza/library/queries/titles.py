"""Works by the titles that people type, in any language and script."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from plaza.library.folding import folded
from plaza.library.models import Edition, Resource
from plaza.library.queries.visible import visible_resources


def work_named(words: str) -> Resource | None:
    """The work of an address, or of a title in any of its languages, whatever its capitals."""
    there = Resource.objects.filter(merged_into__isnull=True)
    by_address = there.filter(slug=words.strip().strip("/").rsplit("/", 1)[-1]).first()
    if by_address is not None:
        return by_address
    title = folded(words)
    begins = Edition.objects.filter(resource__in=there, folded__startswith=title) if title else ()
    found = (one.resource for one in begins if folded(one.title) == title)
    return next(found, None)


def works_like(viewer: Any, words: str, *, most: int = 8) -> list[Resource]:
    """Works a viewer sees of which one title holds some words, for suggestions."""
    return list(islice(_titled(viewer, folded(words)), most))


def _titled(viewer: Any, words: str) -> Iterator[Resource]:
    """In the order of their titles; a summary that holds the words is not enough."""
    editions = Edition.objects.filter(
        resource__in=visible_resources(viewer), folded__contains=words
    ).order_by("resource__sort_title", "resource_id")
    last = None
    for one in editions.select_related("resource").defer("text", "folded").iterator():
        if one.resource_id != last and words in folded(one.title):
            last = one.resource_id
            yield one.resource
