"""Pieces of activities and organisations, as far as figures ask for them."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import timezone

from plaza.web.text import Text

NO_OVERLAP = "none"


class Held(NamedTuple):
    """One activity, as far as figures ask."""

    id: int
    year: int
    address_year: int
    slug: str
    title: Text
    state: str
    visibility: str
    venue_country: str
    venue_city: str
    languages: list[str]


class Involved(NamedTuple):
    """Who was involved: an organisation, or only a country."""

    activity: int
    organisation: int | None
    country: str
    role: str


class Body(NamedTuple):
    """One organisation, as far as figures ask."""

    id: int
    country: str
    is_secretariat: bool


class Named(NamedTuple):
    """What an organisation is called and where its page is."""

    name: Text
    slug: str
    city: str


@dataclass(slots=True)
class Heads:
    """Headcounts of one activity and one kind: groups apart, and groups that may mix."""

    groups: int = 0
    apart: int = 0
    mixed: int = 0
    largest: int = 0

    @property
    def low(self) -> int:
        """The least people there can be: the mixed groups may all lie in the largest of them."""
        return self.apart + self.largest

    @property
    def high(self) -> int:
        """The most people there can be."""
        return self.apart + self.mixed


class Plan(NamedTuple):
    """One line of a plan of sessions."""

    id: int
    activity: int
    number: int | None
    minutes: int | None
    mode: str
    country: str


class Dated(NamedTuple):
    """Sessions of one activity that are alike, summed."""

    activity: int
    mode: str
    language: str
    number: int
    minutes: int


def last_day_counted(year: int) -> dt.date:
    """Up to when a year is counted: to its end, or to today while it lasts."""
    return min(timezone.localdate(), dt.date(year, 12, 31))
