"""Make the large network in the data folder of this process."""

import datetime as dt
import random

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after the set-up
from django.db import transaction  # noqa: E402

from bench.large.activities import FULLEST, OF_THE_BOOK, make_activities  # noqa: E402
from bench.large.library import make_resources, make_topics  # noqa: E402
from bench.large.network import make_organisations, make_programmes  # noqa: E402
from plaza.activities.models import Activity  # noqa: E402
from plaza.figures.actions import freeze_release  # noqa: E402
from plaza.network.actions import set_up_network  # noqa: E402
from plaza.network.cast import enter_cast  # noqa: E402
from plaza.network.models import Person  # noqa: E402
from plaza.publishing.actions import (  # noqa: E402
    arrange_chapters,
    begin_overview,
    publish_overview,
)
from plaza.web.text import Text  # noqa: E402

SEED = 2022


def main() -> None:
    """The rows in bulk; the network itself, releases and the overview by their actions."""
    call_command("migrate", verbosity=0, interactive=False)
    dice = random.Random(SEED)
    with transaction.atomic():
        by = Person.objects.system("Plaza")
        dora = enter_cast(by=by)["dora"]
        set_up_network(by=by, name={"en": "A large network"}, membership_mail="dora@plaza.example")
        organisations = make_organisations(dice)
        programmes = make_programmes(dice, organisations)
        topics = make_topics()
        resources = make_resources(dice, organisations, programmes, topics)
        make_activities(dice, organisations, programmes, resources, topics)
    with transaction.atomic():
        _publish(dora)


def _publish(by: Person) -> None:
    """Figures of two years are frozen; the year of 100 activities has its overview."""
    releases = {
        year: freeze_release(year, cut_off_on=dt.date(year, 12, 31), why="The count.", by=by)
        for year in (OF_THE_BOOK, FULLEST)
    }
    overview = begin_overview(
        OF_THE_BOOK,
        by=by,
        release=releases[OF_THE_BOOK],
        title=Text.of(f"The year {OF_THE_BOOK}"),
        introduction=Text.of("A year with a hundred activities."),
    )
    of_the_year = Activity.objects.filter(reporting_year=OF_THE_BOOK)
    arrange_chapters(overview, by=by, order=list(of_the_year.values_list("pk", flat=True)))
    publish_overview(overview, by=by)


if __name__ == "__main__":
    main()
