"""What higher rooms show on an organisation's page. They register it in `apps.ready`."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.utils.functional import Promise

from plaza.network.models import Organisation


class Section(NamedTuple):
    """One part of an organisation's page: its title, its partial, what the partial needs."""

    title: str | Promise
    template: str
    context: Mapping[str, Any]


Source = Callable[[Any, Organisation], Section | None]
_sources: list[Source] = []


def register_section(source: Source) -> None:
    """Add a part; `source(viewer, organisation)` answers None where there is nothing to show."""
    if source not in _sources:
        _sources.append(source)


def sections_of(viewer: Any, organisation: Organisation) -> list[Section]:
    """What higher rooms know of an organisation, in the order in which they registered."""
    found = (source(viewer, organisation) for source in _sources)
    return [section for section in found if section is not None]
