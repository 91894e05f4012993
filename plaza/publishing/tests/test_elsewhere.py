"""What overviews and figures show on the pages of programmes."""

import json

import pytest

from plaza.activities.actions import edit_activity
from plaza.programmes.actions import record_programme
from plaza.publishing.actions import publish_overview

pytestmark = pytest.mark.django_db
PAGE = "/programmes/exchange/"


@pytest.fixture
def exchange(dora, rivers):
    made = record_programme(title="Exchange", visibility="public", by=dora)
    edit_activity(rivers, programme=made, by=dora)
    return made


def links(client):
    return [(one.words, one.url) for one in client.get(PAGE).context["links"]]


def test_a_programme_leads_to_the_figures_and_the_overview_of_its_years(
    client, exchange, overview, emil
):
    figures = ("Figures of 2022", "/figures/2022/")
    assert links(client) == [figures]

    publish_overview(overview, by=emil)

    assert links(client) == [figures, ("The overview of 2022", "/overviews/2022/")]


def test_a_programme_without_activities_leads_to_no_year(client, dora):
    record_programme(title="Exchange", visibility="public", by=dora)

    assert links(client) == []


def test_the_list_of_overviews_can_be_taken_along(client, published):
    page = client.get("/overviews/").text
    assert 'href="/overviews.csv"' in page

    listed = client.get("/overviews.json")
    assert json.loads(listed.getvalue()) == {
        "list": "overviews",
        "items": [
            {
                "url": "http://127.0.0.1:8000/overviews/2022/",
                "year": 2022,
                "title": {},
                "release": 1,
                "state": "published",
                "pdf": "http://127.0.0.1:8000/overviews/2022.pdf",
            }
        ],
    }
    rows = client.get("/overviews.csv").getvalue().decode("utf-8-sig").splitlines()
    assert rows == [
        "Year,Title,Release,Address,PDF",
        "2022,,1,http://127.0.0.1:8000/overviews/2022/,http://127.0.0.1:8000/overviews/2022.pdf",
    ]


def test_a_draft_is_not_in_the_list_that_everybody_takes_along(client, overview):
    assert json.loads(client.get("/overviews.json").getvalue())["items"] == []
