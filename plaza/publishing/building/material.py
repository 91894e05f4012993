"""What a book is made of: the overview, its activities in order, and their place in time."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from babel.dates import get_month_names
from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language

from plaza.activities.models import Activity, Involvement, Output
from plaza.activities.states import State
from plaza.network.models import Network, Organisation
from plaza.network.queries import as_read_by, visible_organisations
from plaza.publishing.book.data import Axis, Span
from plaza.publishing.book.told import Told
from plaza.publishing.models import Chapter, Overview
from plaza.web.models import Visibility
from plaza.web.text import Text

LEAST_MONTHS = 18
MOST_MONTHS = 36


@dataclass(frozen=True)
class Entry:
    """One activity of the year with its number and its chapter."""

    number: str
    activity: Activity
    chapter: Chapter | None

    @property
    def title(self) -> Told:
        """Its title, in the book's language if there is one."""
        return told(self.activity.title)

    @property
    def short_title(self) -> str:
        """The shorter title that an editor gave, for lists and pictures."""
        given = self.chapter.short_title if self.chapter else None
        return str(given or self.activity.title)


class Material:
    """The records behind a book; asks the database a fixed number of times."""

    def __init__(self, overview: Overview, language: str) -> None:
        self.overview = overview
        self.language = language

    @cached_property
    def network(self) -> Network:
        """The network that publishes."""
        return Network.objects.first() or Network.empty()

    @cached_property
    def office(self) -> Organisation | None:
        """The network's own organisation, if everybody sees it."""
        return visible_organisations(AnonymousUser()).filter(is_secretariat=True).first()

    @cached_property
    def entries(self) -> list[Entry]:
        """The activities that the overview shows: chapters first, in the editors' order."""
        chapters = {one.activity_id: one for one in self.overview.chapters.all()}
        shown = [one for one in self._activities() if _is_shown(chapters.get(one.pk))]
        shown.sort(key=lambda one: _place(one, chapters.get(one.pk)))
        return [
            Entry(str(number), one, chapters.get(one.pk))
            for number, one in enumerate(shown, start=1)
        ]

    def _activities(self) -> list[Activity]:
        return list(
            printable_activities(self.overview.year).prefetch_related(
                Prefetch("involvements", as_read_by(AnonymousUser(), Involvement.objects.all())),
                Prefetch("outputs", Output.objects.select_related("resource")),
                "headcounts",
                "session_plans",
                "outcomes",
                "links",
            )
        )

    @cached_property
    def axis(self) -> Axis:
        """The months under every bar."""
        names = get_month_names("narrow", context="stand-alone", locale=locale_of(self.language))
        initials = tuple(names[month % 12 + 1] for month in range(self._months))
        years = tuple(
            (month, str(self.overview.year + month // 12)) for month in range(0, self._months, 12)
        )
        return Axis(initials, years)

    @cached_property
    def _months(self) -> int:
        last = max(
            (self.month_of(e.activity.ends_on) + 1 for e in self.entries if e.activity.ends_on),
            default=0,
        )
        return int(min(max(LEAST_MONTHS, last), MOST_MONTHS))

    def month_of(self, day: dt.date) -> float:
        """A day as months since the book's first day."""
        return float((day.year - self.overview.year) * 12 + day.month - 1)

    def span(self, activity: Activity) -> Span | None:
        """Where an activity lies in time, or nothing where that is not known."""
        if activity.state == State.POSTPONED:
            return Span(0, None, is_postponed=True)
        if activity.starts_on is None:
            return None
        start = max(self.month_of(activity.starts_on), 0.0)
        if activity.open_end:
            return Span(start, None)
        end = self.month_of(activity.ends_on or activity.starts_on) + 1
        return Span(min(start, self._months - 1.0), min(max(end, start + 0.5), float(self._months)))


def locale_of(language: str | None = None) -> str:
    """The CLDR locale of a language; English as in Europe."""
    tag = (language or get_language() or "en").replace("-", "_")
    return "en_GB" if tag == "en" else tag


def told(text: Text) -> Told:
    """A text in the book's language, else in another one that it names."""
    said = text.said()
    reader = (get_language() or "en").split("-")[0]
    return Told.of(said.text, "" if said.language.split("-")[0] == reader else said.language)


def paragraphs_of(text: Text) -> tuple[Told, ...]:
    """The paragraphs of a text: parted by empty lines, wrapped lines joined."""
    whole = told(text)
    return tuple(
        Told.of(" ".join(block.split()), whole.language)
        for block in whole.replace("\r", "").split("\n\n")
        if block.strip()
    )


def printable_activities(year: int) -> QuerySet[Activity]:
    """What an overview of a year can show: what everybody sees and was not cancelled."""
    of_the_year = Activity.objects.filter(reporting_year=year, visibility=Visibility.PUBLIC)
    return of_the_year.exclude(state=State.CANCELLED)


def _is_shown(chapter: Chapter | None) -> bool:
    return chapter is None or chapter.is_shown


def _place(activity: Activity, chapter: Chapter | None) -> tuple[object, ...]:
    return (
        chapter is None,
        chapter.position if chapter else 0,
        activity.starts_on is None,
        activity.starts_on or dt.date.max,
        activity.pk,
    )
