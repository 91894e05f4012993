"""Public pages of rooms that the sitemap cannot know: they stand on the same level as its own."""

from collections.abc import Callable, Iterable, Iterator

_sources: list[Callable[[], Iterable[str]]] = []


def register_addresses(source: Callable[[], Iterable[str]]) -> None:
    """Add a source of paths that everybody may read; called from a room's `apps.ready`."""
    if source not in _sources:
        _sources.append(source)


def registered_addresses() -> Iterator[str]:
    """The paths of all sources."""
    for source in _sources:
        yield from source()
