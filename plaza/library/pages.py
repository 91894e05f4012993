"""What higher rooms show on the page of a work. They register it in `apps.ready`."""

from collections.abc import Callable
from typing import Any

from plaza.library.models import Resource
from plaza.network.pages import Section

Source = Callable[[Any, Resource], Section | None]
_sources: list[Source] = []


def register_section(source: Source) -> None:
    """Add a section to the pages of works; called from a room's `apps.ready`."""
    if source not in _sources:
        _sources.append(source)


def sections_of(viewer: Any, resource: Resource) -> list[Section]:
    """The sections that other rooms have for a work, in the order of their rooms."""
    return [section for source in _sources if (section := source(viewer, resource)) is not None]
