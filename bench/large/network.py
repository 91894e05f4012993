"""Organisations, members and programmes of the large network."""

import datetime as dt
import random
from decimal import Decimal

from bench.large import words
from plaza.network.models import Alias, ContactPoint, Membership, Organisation
from plaza.programmes.models import Contribution, Partner, Programme
from plaza.web.slugs import slug_of
from plaza.web.text import Text, sort_form

ORGANISATIONS, PROJECTS = 500, 30
YEARS = range(2014, 2024)


def make_organisations(dice: random.Random) -> list[Organisation]:
    """Organisations with other names, dated memberships and people to ask."""
    made = Organisation.objects.bulk_create(_organisation(n, dice) for n in range(ORGANISATIONS))
    Alias.objects.bulk_create(
        Alias(organisation=one, name=name, language=language)
        for number, one in enumerate(made)
        for language, name in _other_names(number, one)
    )
    Membership.objects.bulk_create(_membership(one, dice) for one in made if dice.random() < 0.7)
    ContactPoint.objects.bulk_create(
        ContactPoint(
            organisation=one,
            name=f"Contact of {one.short_name}",
            mail=f"office-{number}@plaza.example",
            is_public=number % 2 == 0,
        )
        for number, one in enumerate(made)
        if number % 3
    )
    return made


def make_programmes(dice: random.Random, organisations: list[Organisation]) -> list[Programme]:
    """A programme per year, and projects with partners and money."""
    years = [
        Programme(
            slug=f"{year}",
            kind="year",
            year=year,
            title=Text({"en": f"Peer learning in {year}", "uk": f"Взаємне навчання {year}"}),
            sort_title=f"Peer learning in {year}",
        )
        for year in YEARS
    ]
    projects = [
        Programme(
            slug=f"project-{number}",
            kind="project",
            title=words.title(dice, number),
            sort_title=f"Project {number}",
            aims=words.text(dice, 3),
            starts_on=dt.date(2014 + number % 9, 1, 1),
        )
        for number in range(PROJECTS)
    ]
    made = Programme.objects.bulk_create([*years, *projects])
    roles = ["lead", "funder", *["partner"] * 6]
    Partner.objects.bulk_create(
        Partner(programme=one, organisation=who, role=role)
        for one in made
        for role, who in zip(roles, dice.sample(organisations, len(roles)), strict=True)
    )
    Contribution.objects.bulk_create(
        Contribution(
            programme=one,
            organisation=dice.choice(organisations),
            kind=kind,
            stage="paid",
            amount=Decimal(dice.randrange(1_000, 90_000)),
            on=dt.date(one.year or 2020, 6, 1),
        )
        for one in made
        for kind in ("granted", "cash", "in_kind")
    )
    return made


def _organisation(number: int, dice: random.Random) -> Organisation:
    place = words.PLACES[number % len(words.PLACES)]
    body, kind = words.BODIES[number // len(words.PLACES) % len(words.BODIES)]
    country = words.COUNTRIES[number % len(words.COUNTRIES)]
    named = {"en": f"{place} {body} {number + 1}"}
    if country in words.OWN_SCRIPT:
        language, pattern = words.OWN_SCRIPT[country]
        named[language] = f"{pattern.format(place)} {number + 1}"
    name = Text(named)
    return Organisation(
        slug=slug_of(name),
        name=name,
        sort_name=sort_form(name, 300),
        short_name=f"{place[:3].upper()}{number + 1}",
        kind=kind,
        country=country,
        city=place,
        website=f"https://house-{number + 1}.plaza.example/",
        about=words.text(dice, 3, also_ukrainian=number % 5 == 0),
    )


def _other_names(number: int, one: Organisation) -> list[tuple[str, str]]:
    names = [("en", f"The {one.name.said('en').text}")]
    for table in (words.LATIN, words.OWN_SCRIPT):
        if one.country in table:
            language, pattern = table[one.country]
            names.append((language, f"{pattern.format(one.city)} {number + 1} (2)"))
    return names


def _membership(one: Organisation, dice: random.Random) -> Membership:
    first = dice.choice(YEARS)
    ends = dice.random() < 0.2
    return Membership(
        organisation=one,
        category=dice.choice(("full", "affiliate")),
        from_on=dt.date(first, 1, 1),
        until_on=dt.date(first + dice.randrange(1, 6), 12, 31) if ends else None,
    )
