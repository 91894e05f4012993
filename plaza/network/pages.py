"""What higher rooms show on pages of lower ones. They register it in `apps.ready`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from plaza.ledger.memory import written
from plaza.network.models import Organisation

Record = TypeVar("Record", bound=Model)


class Section(NamedTuple):
    """One part of a page: its title, its partial, what the partial needs."""

    title: str | Promise
    template: str
    context: Mapping[str, Any]


class Sections(Generic[Record]):
    """The parts that higher rooms have for the page of one kind of record."""

    def __init__(self) -> None:
        self._sources: list[tuple[Callable[[Any, Record], Section | None], tuple[str, ...]]] = []

    def register(self, source: Callable[[Any, Record], Section | None], *rooms: str) -> None:
        """Add a part that reads these rooms; `source(viewer, record)` may answer None."""
        if (source, rooms) not in self._sources:
            self._sources.append((source, rooms))

    def written(self, viewer: Any, record: Record) -> list[SafeString]:
        """Each part as it stands on the page, in the order in which they registered."""
        found = (
            written(viewer, source, rooms, record.pk, partial(_write, source, viewer, record))
            for source, rooms in self._sources
        )
        return [SafeString(one) for one in found if one]


def _write(source: Callable[[Any, Any], Section | None], viewer: Any, record: Model) -> str:
    section = source(viewer, record)
    return render_to_string("web/_section.html", {"section": section}) if section else ""


of_organisations: Sections[Organisation] = Sections()
