"""Every URL of the product as a list: for the tag `can` and the rules that check themselves."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver


class Route(NamedTuple):
    """A URL: its full name, its pattern as written, its view."""

    name: str
    pattern: str
    view: Callable[..., Any]


def every_route() -> list[Route]:
    """All URL patterns below the root, in order."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, prefix: str, namespace: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, pattern, inner)
        elif isinstance(entry, URLPattern):
            yield Route(f"{namespace}{entry.name or ''}", pattern, entry.callback)
