"""What the first page shows."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.activities.models import Activity
from plaza.activities.queries.activities import for_lists, latest_year, visible_activities
from plaza.activities.queries.filters import ActivityFilter
from plaza.activities.queries.maps import Place, places_found
from plaza.activities.queries.strips import Strip, year_strip
from plaza.activities.states import State
from plaza.figures.queries.lines import FigureLine, figures_of_year, newest_release
from plaza.figures.words import counted_words, number_words, printed_words, value_words
from plaza.library.queries import hits, newest_resources
from plaza.publishing.sums import sum_words
from plaza.web.maps.drawing import europe_map
from plaza.web.periods import date_words

MOST_SEATS = 160
MOST_ROWS = 8
NOW = (State.RUNNING, State.OPEN)


@dataclass(frozen=True)
class Seats:
    """The round of the cover: a kind for each seat, and the sentence in its opening."""

    kinds: list[str]
    number: str
    sentence: str


@dataclass(frozen=True)
class Tile:
    """One figure of the year: the number, what it counts, how much of it has rows."""

    number: str
    what: str
    rows: int
    whole: float
    says: str
    url: str
    is_short: bool = False


class Front:
    """The first page for one viewer on one day; each part is asked for when it is shown."""

    def __init__(self, viewer: Any, today: dt.date) -> None:
        self.viewer = viewer
        self.today = today

    @cached_property
    def year(self) -> int | None:
        """The newest year with an activity."""
        return latest_year(self.viewer)

    @cached_property
    def _activities(self) -> QuerySet[Activity]:
        now = Q(state__in=NOW) | Q(state=State.PLANNED, starts_on__gte=self.today)
        return visible_activities(self.viewer).filter(now | Q(reporting_year=self.year))

    @cached_property
    def strip(self) -> Strip:
        """What runs or can be joined now, then what comes, waits, or was in the newest year."""
        first = Case(
            When(state__in=NOW, then=0),
            When(state=State.PLANNED, then=1),
            When(state=State.POSTPONED, then=2),
            default=3,
        )
        ordered = self._activities.order_by(first, F("starts_on").asc(nulls_last=True), "pk")
        return year_strip(for_lists(self.viewer, ordered)[:MOST_ROWS], self.today)

    @cached_property
    def states(self) -> "Counter[str]":
        """How many of them stand how."""
        return Counter(dict(self._activities.values_list("state").annotate(Count("pk")).order_by()))

    @property
    def is_on(self) -> bool:
        """Something runs, can be joined or is to come."""
        return any(self.states[state] for state in (*NOW, State.PLANNED))

    @property
    def how_it_stands(self) -> str:
        """The day, and what is going on, in words."""
        running = sum(self.states[state] for state in NOW)
        waiting = self.states[State.POSTPONED]
        words = [f"{date_words(self.today)}."]
        words.append(
            ngettext("%(count)s activity is running.", "%(count)s activities are running.", running)
            % {"count": running}
            if running
            else _("Nothing runs today.")
        )
        if waiting:
            words.append(
                ngettext(
                    "%(count)s waits for a new date.", "%(count)s wait for a new date.", waiting
                )
                % {"count": waiting}
            )
        return " ".join(words)

    @cached_property
    def _lines(self) -> list[FigureLine]:
        """All figures of the newest year, from the release that people see."""
        if self.year is None:
            return []
        return figures_of_year(self.viewer, self.year, newest_release(self.year))

    @cached_property
    def figures(self) -> list[Tile]:
        """At most four figures of the newest year."""
        lines = [one for one in self._lines if one.indicator.headline and not one.is_span]
        return [_tile(one) for one in sorted(lines, key=lambda one: one.indicator.headline)[:4]]

    @property
    def has_gaps(self) -> bool:
        """Whether more was printed than the rows support, so that a part is hatched."""
        return any(one.is_short for one in self.figures)

    @cached_property
    def works(self) -> list[Any]:
        """The newest works."""
        return list(hits(self.viewer, newest_resources(self.viewer, 4)))

    @cached_property
    def places(self) -> list[Place]:
        """The countries of the newest year."""
        return places_found(self.viewer, ActivityFilter(year=self.year))

    @cached_property
    def map(self) -> SafeString:
        """Where the newest year happened."""
        return mark_safe(
            europe_map(
                {place.code: place.role for place in self.places},
                labels={place.code: place.name for place in self.places},
                title=_("Where the year happened"),
                description="; ".join(f"{one.name}: {one.role_words}" for one in self.places),
                shape="band",
            )
        )

    @cached_property
    def seats(self) -> Seats | None:
        """One seat per member; lit is who is named in the newest year, a ring is printed only."""
        lines = {line.key: line for line in self._lines}
        involved, members = lines.get("members"), lines.get("network_members")
        named = int(involved.value.number or 0) if involved else 0
        told = max(named, int(involved.printed_number or 0)) if involved else 0
        whole = (
            max(told, int(members.value.number or 0), int(members.printed_number or 0))
            if members
            else told
        )
        if not whole or not told or involved is None:
            return None
        return Seats(
            kinds=_seated(whole, named, told),
            number=str(told),
            sentence=_members_sentence(involved, members, named, whole),
        )


def _known(line: FigureLine) -> tuple[int, int]:
    """A figure from the records and as printed; zero where it is not known."""
    return int(line.value.number or 0), int(line.printed_number or 0)


def _members_sentence(
    involved: FigureLine, members: FigureLine | None, named: int, whole: int
) -> str:
    """Whose number it is, and how much of it has names."""
    printed = members.printed[-1] if members and members.printed else None
    of = printed_words(printed) if printed is not None else number_words(whole)
    year = involved.last
    if involved.printed:
        return _(
            "of %(members)s member organisations took part in %(year)s, as printed."
            " %(named)s of them are named."
        ) % {
            "members": of,
            "year": year,
            "named": named,
        }
    return _("of %(members)s member organisations took part in %(year)s.") % {
        "members": of,
        "year": year,
    }


def _tile(line: FigureLine) -> Tile:
    printed = line.printed[-1] if line.printed else None
    if printed is not None:
        number = (
            sum_words(printed.number, printed.unit)
            if printed.unit
            else number_words(printed.number)
        )
    else:
        number = value_words(line.value) or "–"
    if not printed:
        says = ""
    elif line.unknown and line.rows:
        says = _("%(count)s not named") % {"count": number_words(line.unknown)}
    elif line.unknown:
        says = _("known as a sum only")
    else:
        says = _("all there")
    whole = line.printed_number if line.printed_number is not None else line.value.number
    is_sum = printed is not None and bool(printed.unit)
    shown = printed.number if printed is not None else line.value.number
    what = str(line.indicator.name).lower() if is_sum else counted_words(line.indicator, shown)
    is_short = bool(printed) and bool(line.unknown)
    return Tile(number, what, line.rows, float(whole or 0), says, line.url, is_short)


def _seated(whole: int, named: int, told: int) -> list[str]:
    """A kind for each seat: named ones evenly among those printed, the rest around them."""
    scale = min(1.0, MOST_SEATS / whole)
    seats, lit, rings = (round(number * scale) for number in (whole, named, told - named))
    kinds = ["dim"] * seats
    for place in _evenly(seats, lit + rings):
        kinds[place] = "promised"
    taken = [place for place, kind in enumerate(kinds) if kind == "promised"]
    for place in _evenly(len(taken), lit):
        kinds[taken[place]] = "lit"
    return kinds


def _evenly(places: int, count: int) -> list[int]:
    """As many places as asked for, at equal distances."""
    return [(2 * number + 1) * places // (2 * count) for number in range(min(count, places))]
