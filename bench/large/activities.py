"""Activities of the large network: 2,000 over ten years, one of the years has exactly 100."""

import datetime as dt
import random
from collections.abc import Iterator

from django.utils import timezone

from bench.large import words
from plaza.activities.actions.life import search_form
from plaza.activities.models import (
    Activity,
    Headcount,
    Involvement,
    Outcome,
    Output,
    Session,
    SessionPlan,
)
from plaza.library.models import Resource, Topic
from plaza.network.models import Organisation
from plaza.programmes.models import Programme
from plaza.web.slugs import slug_of
from plaza.web.text import Text, sort_form

PER_YEAR = {2014: 100, 2015: 140, 2016: 160, 2017: 180, 2018: 200, 2019: 210, 2020: 230,
            2021: 250, 2022: 260, 2023: 270}  # fmt: skip
HEADCOUNTS = 25  # on average: 50,000 in all
OF_THE_BOOK, FULLEST = 2014, 2023


def make_activities(
    dice: random.Random,
    organisations: list[Organisation],
    programmes: list[Programme],
    resources: list[Resource],
    topics: list[Topic],
) -> list[Activity]:
    """Activities with everything that belongs to them."""
    of_year = {one.year: one for one in programmes if one.year}
    years = [year for year, number in PER_YEAR.items() for _ in range(number)]
    made = Activity.objects.bulk_create(
        (_activity(n, year, of_year[year], dice) for n, year in enumerate(years)), batch_size=500
    )
    Involvement.objects.bulk_create(
        (row for one in made for row in _involvements(one, dice, organisations)), batch_size=2000
    )
    tie = Activity.topics.through
    tie.objects.bulk_create(
        tie(activity_id=one.pk, topic_id=topic.pk)
        for one in made
        for topic in dice.sample(topics, 2)
    )
    Headcount.objects.bulk_create(
        (row for n, one in enumerate(made) for row in _headcounts(one, n, dice)), batch_size=2000
    )
    _meetings(made, dice)
    _results(made, dice, resources)
    return made


def _activity(number: int, year: int, programme: Programme, dice: random.Random) -> Activity:
    title = words.title(dice, number)
    start = dt.date(year, 1, 1) + dt.timedelta(days=dice.randrange(360))
    facts = {
        "title": title,
        "heading": words.text(dice, 1, also_ukrainian=number % 3 == 0),
        "text": words.text(dice, 8, also_ukrainian=number % 3 == 0),
        "audience": Text.of(dice.choice(words.GROUPS)),
        "venue_city": "" if number % 2 else dice.choice(words.PLACES),
    }
    return Activity(
        slug=f"{slug_of(title)}-{number + 1}",
        reporting_year=year,
        address_year=year,
        programme=programme,
        format=dice.choice(Activity.Format.values),
        sort_title=sort_form(title, 400),
        found_by=search_form(None, facts),
        state="reported" if year < FULLEST else dice.choice(("planned", "running", "done")),
        visibility="public",
        published_at=timezone.now(),
        starts_on=start,
        ends_on=start + dt.timedelta(days=dice.choice((0, 1, 2, 30, 90))),
        precision=dice.choice(("day", "day", "month")),
        venue_country="" if number % 2 else dice.choice(words.COUNTRIES),
        is_online=bool(number % 2),
        languages=["en", *dice.sample(words.LANGUAGES[1:], number % 2)],
        **facts,
    )


def _involvements(
    one: Activity, dice: random.Random, organisations: list[Organisation]
) -> Iterator[Involvement]:
    roles = ["host", *dice.choice(([], ["co_host"], ["co_host", "partner"], ["participant"] * 4))]
    for place, (role, who) in enumerate(
        zip(roles, dice.sample(organisations, len(roles)), strict=True)
    ):
        yield Involvement(activity=one, organisation=who, role=role, position=place)
    for place, country in enumerate(dice.sample(words.COUNTRIES, dice.randrange(3)), start=10):
        yield Involvement(activity=one, country=country, role="participant", position=place)


def _headcounts(one: Activity, number: int, dice: random.Random) -> Iterator[Headcount]:
    """Pairs of neighbours share fifty: one has many groups, the other few."""
    away = (number // 2) % 20
    for place in range(HEADCOUNTS + (away if number % 2 else -away)):
        group = f"{words.GROUPS[place % len(words.GROUPS)]}, group {place // len(words.GROUPS) + 1}"
        yield Headcount(
            activity=one,
            group=Text.of(group),
            number=dice.randrange(3, 60),
            basis=dice.choice(Headcount.Basis.values),
            counted=dice.choice(Headcount.Counted.values),
            overlap=dice.choice(Headcount.Overlap.values),
            position=place,
        )


def _meetings(made: list[Activity], dice: random.Random) -> None:
    SessionPlan.objects.bulk_create(
        SessionPlan(activity=one, count=dice.randrange(1, 7), minutes=90, mode="online")
        for one in made
    )
    Session.objects.bulk_create(
        (
            Session(
                activity=one,
                title=Text.of(f"Meeting {place + 1}"),
                starts_at=dt.datetime.combine(one.starts_on, dt.time(13), dt.UTC)
                + dt.timedelta(days=7 * place),
                time_zone=dice.choice(("Europe/Amsterdam", "Europe/Kyiv", "Asia/Tbilisi")),
                minutes=90,
                mode="online",
            )
            for one in made
            if one.precision == "day"
            for place in range(dice.randrange(1, 5))
        ),
        batch_size=2000,
    )


def _results(made: list[Activity], dice: random.Random, resources: list[Resource]) -> None:
    Outcome.objects.bulk_create(
        (
            Outcome(activity=one, text=words.text(dice, 1), position=place)
            for one in made
            for place in range(dice.randrange(2, 6))
        ),
        batch_size=2000,
    )
    Output.objects.bulk_create(
        (
            Output(
                activity=one,
                text=words.text(dice, 1),
                stage="promised" if place else "delivered",
                resource=None if place else dice.choice(resources),
                position=place,
            )
            for one in made
            for place in range(dice.randrange(1, 4))
        ),
        batch_size=2000,
    )
