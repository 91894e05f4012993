"""A book as data: what the press needs to know, and nothing it would have to work out.

Every text is finished (formatted, translated, with its unit). Months are numbers only where a bar
is drawn: 0 is the first day of January of the book's first year, 2.5 the middle of March.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from plaza.publishing.book.theme import Theme

Role = Literal["host", "cohost", "shared", "waiting"]
Kind = Literal["persons", "attendances", "unknown"]
Stage = Literal["delivered", "in_work", "promised"]
Section = Literal["about", "figures", "people", "map", "timeline", "activities", "thanks", "notes"]


@dataclass(frozen=True, slots=True)
class Opening:
    """What the book is about: the page after the cover."""

    heading: str
    lead: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopFigure:
    """One of at most four large numbers, with the one word under it."""

    value: str
    word: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as printed, from the records, and what lies between in a sentence."""

    name: str
    printed: str
    computed: str
    between: str


@dataclass(frozen=True, slots=True)
class Figures:
    heading: str
    lead: str
    top: tuple[TopFigure, ...]
    top_note: str
    rows: tuple[FigureRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Group:
    """One headcount: the number as written, how many dots it is, and what kind of number."""

    number: str
    dots: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Headcount:
    """Who took part in one activity. Groups stand side by side and are never added."""

    title: str
    groups: tuple[Group, ...]
    sentence: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class People:
    heading: str
    lead: str
    rows: tuple[Headcount, ...]


@dataclass(frozen=True, slots=True)
class CountryRow:
    country: str
    part: str
    activities: str


@dataclass(frozen=True, slots=True)
class MapPage:
    """The countries of the year. `description` is what is read to those who do not see the map."""

    heading: str
    lead: str
    description: str
    roles: Mapping[str, Role]
    names: Mapping[str, str]
    legend: Mapping[Role, str]
    rows: tuple[CountryRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Span:
    """When something ran: from, up to (none: it goes on), or postponed with no place in time."""

    start: float
    end: float | None
    is_postponed: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the time line. `number` is the activity's, which gives its page."""

    title: str
    number: str
    span: Span
    when: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TimeLine:
    heading: str
    lead: str
    description: str
    bars: tuple[Bar, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The months under every bar: one initial each, and the years with the month they begin in."""

    initials: tuple[str, ...]
    years: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Output:
    """Something made or to be made, how far it is, and the word for that."""

    text: str
    stage: Stage
    word: str


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Activity:
    """One spread. Everything but number and title may be empty."""

    number: str
    title: str
    deck: str = ""
    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    roles: Mapping[str, Role] = field(default_factory=dict)
    span: Span | None = None
    outcomes: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()
    links: tuple[Link, ...] = ()
    took_part: Headcount | None = None
    address: str = ""
    in_language: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Thanks:
    heading: str
    lead: str
    paragraphs: tuple[str, ...]
    hosts_heading: str
    hosts: tuple[Host, ...]


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask: the large lines (mail, site) and the address beside them."""

    heading: str
    lines: tuple[str, ...]
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    heading: str
    lead: str
    steps: tuple[Step, ...]
    ask: Ask | None


@dataclass(frozen=True, slots=True)
class Note:
    """One conflict of the sources: what it is about, and two sentences."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Notes:
    heading: str
    lead: str
    items: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the book itself, in its language."""

    contents: str
    activities: str
    figure: str
    printed: str
    computed: str
    between: str
    and_: str
    none_yet: str
    country: str
    part: str
    activity: str
    when: str
    page: str
    later: str
    learned: str
    made: str
    nothing_learned: str
    nothing_made: str
    took_part: str
    also: str
    links: str
    read_on: str
    read_on_web: str
    unprintable: str


@dataclass(frozen=True, slots=True)
class Book:
    """One release of a year in one language, finished down to the last string."""

    language: str
    region: str
    title: str
    subtitle: str
    year: str
    network: str
    running_title: str
    description: str
    labels: Labels
    axis: Axis
    released_at: datetime
    release_line: str
    web_address: str
    theme: Theme = field(default_factory=Theme)
    opening: Opening | None = None
    figures: Figures | None = None
    people: People | None = None
    map: MapPage | None = None
    time_line: TimeLine | None = None
    activities: tuple[Activity, ...] = ()
    thanks: Thanks | None = None
    join: Join | None = None
    notes: Notes | None = None
    order: tuple[Section, ...] = get_args(Section)
