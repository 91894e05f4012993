"""What higher rooms know of programmes and their money. They register it in `apps.ready`."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from plaza.network.pages import Sections
from plaza.programmes.models import Contribution, Programme
from plaza.web.text import Text


class Purpose(NamedTuple):
    """What money is for: the name and the address of an activity."""

    title: Text | str
    url: str


class Link(NamedTuple):
    """A page of another room that tells more of a programme."""

    words: str
    url: str


Purposes = Callable[[list[Contribution]], Mapping[int, Purpose]]
Links = Callable[[Any, Programme], list[Link]]
of_programmes: Sections[Programme] = Sections()
_links: list[Links] = []
_purposes: list[Purposes] = []
_year_paths: list[str] = []


def register_links(links: Links) -> None:
    """Add addresses under the titles of programmes; `links(viewer, programme)`."""
    if links not in _links:
        _links.append(links)


def links_of(viewer: Any, programme: Programme) -> list[Link]:
    """Where else a programme is told of, in the order of the rooms."""
    return [link for source in _links for link in source(viewer, programme)]


def register_purposes(purposes: Purposes) -> None:
    """Say what contributions are for: `{number of the contribution: purpose}`."""
    if purposes not in _purposes:
        _purposes.append(purposes)


def purposes_of(contributions: Iterable[Contribution]) -> dict[int, Purpose]:
    """What each contribution is for, as far as a room knows."""
    rows = list(contributions)
    return {pk: one for source in _purposes for pk, one in source(rows).items()} if rows else {}


def register_year(path: str) -> None:
    """Say by which lookup a contribution has a year where its programme and its day say none."""
    if path not in _year_paths:
        _year_paths.append(path)


def year_paths() -> tuple[str, ...]:
    """Where else a year of money may be read."""
    return tuple(_year_paths)
