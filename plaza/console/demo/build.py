"""Build the sample network: the cast, the sample documents, a release, an overview."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings

from plaza.activities.actions import edit_activity
from plaza.activities.models import Activity
from plaza.console.demo.words import ACTIVITIES, MOTTO, OVERVIEW
from plaza.figures.actions import freeze_release
from plaza.figures.models import Release
from plaza.figures.sample import build_sample_years
from plaza.imports.actions import accept_draft, import_files
from plaza.imports.items import items_of
from plaza.imports.models import Draft
from plaza.network.actions import (
    affiliate,
    edit_organisation,
    record_membership,
    record_organisation,
    set_up_network,
)
from plaza.network.cast import enter_cast
from plaza.network.models import Organisation, Person
from plaza.publishing.actions import begin_overview, edit_chapter, publish_overview
from plaza.publishing.models import Overview

EXAMPLES = Path(settings.BASE_DIR) / "examples"
YEAR = 2022
DOCUMENTS = (
    "members.csv",
    "overview-2022.txt",
    "hub-listing.txt",
    "call-2017.txt",
    "project-pages.txt",
)
OFFICE = "International Step by Step Association"
KNOWN_FROM = "host or co-host in the overview of 2022; earlier years are not known"
HOSTS = (
    "Open Academy Step by Step",
    "Learning for Well-being Foundation",
    "Ukrainian Step by Step Foundation",
    "For Our Children Foundation",
    "SOFT Tulip Foundation",
    "Centre of Early Childhood Intervention Voinicel",
    "Foundation for Education Initiatives Support",
)


def build(say: Callable[[str], None]) -> None:
    """Make the sample network in an empty database; `say` tells what is being done."""
    system = Person.objects.system("Plaza")
    say("the cast")
    cast = enter_cast(by=system)
    dora = cast["dora"]
    set_up_network(
        by=system, name={"en": "Plaza"}, motto=MOTTO, membership_mail="dora@plaza.example"
    )
    _houses(cast, by=dora)
    for name in DOCUMENTS:
        say(name)
        for result in import_files([EXAMPLES / name], by=dora, accept_sure=True):
            if result.fault:
                raise RuntimeError(result.fault)
    say("members, words, figures")
    _members(by=dora)
    _sort_works(by=cast["emil"])
    _translate(by=cast["emil"])
    release = freeze_release(
        YEAR,
        cut_off_on=dt.date(YEAR, 12, 31),
        why="First count, from the printed overview.",
        by=dora,
    )
    say("the overview")
    _overview(release, by=cast["emil"])
    say("a sample year with two releases")
    build_sample_years(system)


def _houses(cast: dict[str, Person], *, by: Any) -> None:
    """Invented organisations for the cast; they say that they are samples."""
    for name, country, person in (
        ("House of Rivers (sample)", "HR", "ana"),
        ("Hill School (sample)", "BG", "ben"),
    ):
        house = record_organisation(name=name, country=country, kind="provider", by=by)
        record_membership(house, from_on=dt.date(2026, 1, 1), basis="invented for the demo", by=by)
        affiliate(cast[person], organisation=house, is_contact=True, by=by)


def _members(*, by: Any) -> None:
    """Hosts and co-hosts of 2022 count as members: the overview speaks of members only."""
    for organisation in Organisation.objects.filter(sort_name__in=HOSTS):
        record_membership(organisation, from_on=dt.date(YEAR, 1, 1), basis=KNOWN_FROM, by=by)
    office = Organisation.objects.filter(sort_name=OFFICE).first()
    if office is not None:
        edit_organisation(office, is_secretariat=True, by=by)


def _sort_works(*, by: Any) -> None:
    """What sort of work each resource is was read from its title; a person looks and agrees."""
    for draft in Draft.objects.filter(kind="resource", waiting__gt=0):
        kinds = {item.n for item in items_of(draft.fields) if item.name == "kind" and item.waits}
        if kinds:
            accept_draft(draft, take=kinds, by=by)


def _translate(*, by: Any) -> None:
    for activity, words in _with_words():
        edit_activity(
            activity,
            format=words.get("format", activity.format),
            title=activity.title.plus(words["title"], "uk"),
            heading=activity.heading.plus(words["heading"], "uk"),
            by=by,
        )


def _overview(release: Release, *, by: Any) -> Overview:
    overview = begin_overview(YEAR, release=release, by=by, **OVERVIEW)
    for activity, words in _with_words():
        edit_chapter(overview, activity=activity, short_title=words["short"], by=by)
    publish_overview(overview, by=by)
    return overview


def _with_words() -> list[tuple[Activity, dict[str, Any]]]:
    """The activities of the year with their words, in the order of the printed overview."""
    activities = list(Activity.objects.filter(reporting_year=YEAR))
    return [
        (activity, words)
        for key, words in ACTIVITIES.items()
        for activity in activities
        if key in activity.sort_title.lower()
    ]
