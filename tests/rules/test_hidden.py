"""What is kept at the desk is shown, counted and found nowhere else."""

import datetime as dt

import pytest

from plaza.activities.actions import add_involvement, add_output, record_activity
from plaza.activities.models import Activity
from plaza.figures.actions import freeze_release
from plaza.library.actions import add_credit, add_link, record_resource
from plaza.library.models import Resource
from plaza.network.actions import affiliate, record_organisation
from plaza.network.models import Organisation
from plaza.programmes.actions import add_partner, record_programme
from plaza.publishing.actions import begin_overview
from tests.rules.test_names import FIGURES, PAGES, read

SECRET = "zephyrine"
LEADING_TO_IT = [
    "/activities/2022/zephyrine-day/",
    "/activities/2022/zephyrine-day.json",
    "/activities/2022/zephyrine-day.ics",
    "/library/zephyrine-guide/",
    "/library/zephyrine-guide/en/",
    "/library/zephyrine-guide.json",
    "/programmes/zephyrine-project/",
    "/programmes/zephyrine-project.json",
    "/overviews/2022/",
    "/overviews/2022.pdf",
    "/overviews/2022.docx",
]


@pytest.fixture
def planted(dora, ben):
    """A hidden one of each kind, tied in every way to what everybody sees."""
    house = record_organisation(name="House of Rivers", country="HR", by=dora)
    affiliate(ben, organisation=house, by=dora)
    programme = record_programme(
        title="Zephyrine project", kind="project", visibility="desk", by=dora
    )
    shown = record_programme(title="Rivers project", kind="project", visibility="public", by=dora)
    for one in (programme, shown):
        add_partner(one, organisation=house, role="lead", by=dora)
    work = record_resource(
        title="Zephyrine guide",
        language="en",
        programme=shown,
        kind="roadmap",
        visibility="desk",
        by=dora,
    )
    guide = record_resource(
        title="A guide", language="en", visibility="public", programme=programme, by=dora
    )
    for one in (work, guide):
        add_credit(one, organisation=house, by=dora)
    add_link(work, url="https://zephyrine.example/guide.pdf", by=dora)
    facts = {
        "reporting_year": 2022,
        "starts_on": dt.date(2022, 5, 4),
        "ends_on": dt.date(2022, 5, 5),
        "by": dora,
    }
    activity = record_activity(
        title="Zephyrine day", programme=shown, venue_country="MT", venue_city="Zephyrine", **facts
    )
    rivers = record_activity(title="Rivers", visibility="public", programme=programme, **facts)
    for one in (activity, rivers):
        add_involvement(one, organisation=house, role="host", by=dora)
        add_output(one, text={"en": "A result"}, resource=work, stage="delivered", by=dora)
    release = freeze_release(2022, cut_off_on=dt.date(2022, 12, 31), why="First", by=dora)
    begin_overview(2022, release=release, by=dora)
    return house


def addresses():
    """All that is there for everybody; the overview of the year is not out yet."""
    ahead = ("/overviews/2022", "/figures/2022/releases")
    told = [one for one in PAGES + FIGURES if not one.startswith(ahead)]
    return [*told, "/network/house-of-rivers/", "/activities/?country=MT", "/library/?kind=roadmap"]


@pytest.mark.parametrize("reader", [None, "cleo", "ben"])
def test_what_is_hidden_is_shown_nowhere(client, cast, planted, reader):
    if reader:
        client.force_login(cast[reader])

    assert [one for one in addresses() if SECRET in read(client, one).casefold()] == []
    assert [one for one in LEADING_TO_IT if client.get(one).status_code != 404] == []


@pytest.mark.parametrize("reader", [None, "cleo", "ben"])
def test_what_is_hidden_is_counted_and_found_nowhere(client, cast, planted, reader):
    if reader:
        client.force_login(cast[reader])

    assert 'value="MT"' not in read(client, "/activities/")
    assert "zephyrine-day" not in read(client, "/activities/?q=zephyrine")
    assert "zephyrine-guide" not in read(client, "/library/?q=zephyrine")
    assert "/network/zephyrine" not in read(client, "/network/?q=zephyrine")


def test_the_desk_sees_all_of_it(client, dora, planted):
    client.force_login(dora)

    assert [one for one in LEADING_TO_IT if client.get(one).status_code != 200] == []
    assert "zephyrine-day" in read(client, "/activities/?q=zephyrine")
    assert "zephyrine-guide" in read(client, "/library/?q=zephyrine")
    assert [Activity.objects.count(), Resource.objects.count()] == [2, 2]
    assert Organisation.objects.filter(slug="house-of-rivers").exists()
