import csv
import datetime as dt
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from plaza.activities.actions import (
    add_involvement,
    add_output,
)
from plaza.exchange.tests.records import body, make_activity
from plaza.library.actions import add_edition, add_link, move_edition, record_resource
from plaza.network.actions import record_organisation

pytestmark = pytest.mark.django_db


def test_a_list_comes_as_csv_that_spreadsheets_read(client, rivers):
    content = body(client.get("/activities.csv")).decode()
    rows = list(csv.DictReader(io.StringIO(content.lstrip("\ufeff"))))

    assert content.startswith("\ufeff")
    assert [(row["Title"], row["First day"]) for row in rows] == [("Rivers", "2026-05-14")]


def test_a_list_comes_as_json_with_its_filter(client, rivers, dora):
    make_activity(dora, title="Lakes", reporting_year=2025)
    found = json.loads(body(client.get("/activities.json?year=2025")))

    assert [item["title"] for item in found["items"]] == [{"en": "Lakes"}]


def test_a_list_comes_as_a_workbook(client, rivers):
    sheet = load_workbook(io.BytesIO(body(client.get("/activities.xlsx")))).active

    assert sheet["B2"].value == "Rivers"


def test_a_title_that_looks_like_a_formula_is_harmless(client, dora):
    make_activity(dora, title='=HYPERLINK("http://x")')
    rows = list(csv.reader(io.StringIO(body(client.get("/activities.csv")).decode())))

    assert rows[1][1] == '\'=HYPERLINK("http://x")'


@pytest.mark.parametrize("kind", ["activities", "network", "library", "programmes"])
def test_every_list_answers_in_every_form(client, rivers, kind):
    for form in ("csv", "json", "xlsx"):
        answer = client.get(f"/{kind}.{form}")
        assert (answer.status_code, body(answer) != b"") == (200, True)


@pytest.mark.parametrize("address", ["/activities.exe", "/secrets.csv", "/feeds/activities.exe"])
def test_what_nobody_offers_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_lists_hold_what_the_viewer_may_see(client, dora):
    make_activity(dora, visibility="desk")

    assert json.loads(body(client.get("/activities.json")))["items"] == []
    client.force_login(dora)
    assert len(json.loads(body(client.get("/activities.json")))["items"]) == 1


def test_a_long_list_asks_no_more_than_a_short_one(client, dora):
    counts = []
    for number in (1, 3):
        for place in range(number):
            one = make_activity(dora, title=f"A {number} {place}")
            house = record_organisation(name=f"House {number} {place}", by=dora)
            add_involvement(one, organisation=house, role="host", by=dora)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            body(client.get("/activities.csv"))
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_one_record_comes_as_json(client, rivers, dora):
    record_organisation(name="House of Rivers", country="HR", by=dora)
    record_resource(title="A guide", language="en", by=dora)

    assert client.get("/activities/2026/rivers.json").json()["title"] == {"en": "Rivers"}
    assert client.get("/network/house-of-rivers.json").json()["country"] == "HR"
    assert client.get("/library/a-guide.json").json()["editions"][0]["title"] == "A guide"


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_feeds_tell_what_is_new(client, rivers, form):
    shown = client.get(f"/feeds/activities.{form}").content.decode()

    assert "<title>Rivers</title>" in shown
    assert "/activities/2026/rivers/" in shown


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_sign_that_xml_refuses_breaks_no_feed(client, dora, form):
    make_activity(dora, title="Riv\0ers\x01", heading="By the\x1b water")
    shown = client.get(f"/feeds/activities.{form}").content.decode()

    assert "<title>Rivers</title>" in shown
    assert "By the water" in shown


def test_the_sitemap_holds_each_page_in_each_language(client, rivers):
    shown = body(client.get("/sitemap.xml")).decode()
    places = re.findall(r"<loc>http://[^/]+(/[^<]*)</loc>", shown)

    assert {"/activities/2026/rivers/", "/uk/activities/2026/rivers/"} <= set(places)
    assert len(places) == len(set(places))
    assert all(client.get(place).status_code == 200 for place in places)


def test_robots_are_kept_from_the_desk(client):
    assert "Disallow: /desk/" in client.get("/robots.txt").content.decode()


def test_a_page_carries_its_record_for_machines(client, rivers, dora):
    house = record_organisation(name="House </script> of Rivers", country="HR", by=dora)
    add_involvement(rivers, organisation=house, role="host", by=dora)
    shown = client.get("/activities/2026/rivers/").content.decode()
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', shown, re.S)
    event = json.loads(found)

    assert event["startDate"] == "2026-05-14"
    assert event["organizer"][0]["name"] == "House </script> of Rivers"


def test_dates_for_machines_are_as_exact_as_they_are_known(client, dora):
    make_activity(
        dora,
        starts_on=dt.date(2026, 5, 1),
        ends_on=dt.date(2027, 1, 31),
        precision="month",
        state="postponed",
    )
    shown = client.get("/activities/2026/rivers/").content.decode()
    event = json.loads(re.findall(r"ld\+json\">(.*?)</script>", shown, re.S)[0])

    assert (event["startDate"], event["endDate"]) == ("2026-05", "2027-01")
    assert event["eventStatus"] == "https://schema.org/EventPostponed"


@pytest.mark.parametrize("access", ["purchase", "training", "request", "members"])
def test_a_file_s_address_is_for_those_who_may_have_it(client, dora, access):
    work = record_resource(title="A guide", language="en", access=access, by=dora)
    add_link(work, url="https://files.example/guide.pdf", by=dora)

    told = client.get("/library/a-guide.json")
    shown = client.get("/library/a-guide/").content.decode()
    client.force_login(dora)
    mine = client.get("/library/a-guide.json").json()["files"]

    assert told.json()["files"] == [{"label": "", "format": "pdf", "language": ""}]
    assert b"guide.pdf" not in told.content
    assert "guide.pdf" not in shown
    assert mine[0]["url"] == "https://files.example/guide.pdf"


def test_an_edition_that_was_withdrawn_is_not_told(client, dora):
    work = record_resource(title="A guide", language="en", by=dora)
    old = add_edition(work, language="nl", title="Een gids", summary="Oud.", by=dora)
    add_link(work, url="https://files.example/nl.pdf", edition=old, by=dora)
    move_edition(old, "withdraw", by=dora)

    found = client.get("/library/a-guide.json").json()
    (listed,) = json.loads(body(client.get("/library.json")))["items"]
    shown = client.get("/library/a-guide/").content.decode()

    assert [one["language"] for one in found["editions"]] == ["en"]
    assert (found["summary"], found["files"]) == ({}, [])
    assert [one["language"] for one in listed["editions"]] == ["en"]
    assert re.search(r'"inLanguage": ?\["en"\]', shown)
    assert "nl.pdf" not in shown


def test_an_activity_does_not_name_the_address_of_a_hidden_work(client, rivers, dora):
    work = record_resource(title="A guide", language="en", visibility="desk", by=dora)
    add_output(rivers, text="The guide", stage="delivered", resource=work, by=dora)

    (told,) = client.get("/activities/2026/rivers.json").json()["outputs"]
    client.force_login(dora)
    (mine,) = client.get("/activities/2026/rivers.json").json()["outputs"]

    assert told["resource"] is None
    assert mine["resource"].endswith("/library/a-guide/")


@pytest.mark.parametrize("address", ["/activities/2026/rivers.json", "/activities/2026/rivers/"])
def test_more_co_hosts_ask_no_more(client, rivers, dora, address):
    counts = []
    for names in (["House A"], ["House B", "House C"]):
        for name in names:
            house = record_organisation(name=name, by=dora)
            add_involvement(rivers, organisation=house, role="co_host", by=dora)
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("page", "doors"),
    [
        (
            "/activities/?country=UA",
            [
                "/activities.csv?country=UA&amp;",
                "/activities.xlsx?country=UA&amp;",
                "/activities.json?country=UA&amp;",
                "/feeds/activities.atom",
                "/activities.ics",
            ],
        ),
        ("/network/", ["/network.csv", "/network.xlsx", "/network.json"]),
        ("/uk/network/", ["/uk/network.csv", "/uk/network.xlsx", "/uk/network.json"]),
    ],
)
def test_a_list_shows_its_doors_with_its_filter(client, rivers, dora, page, doors):
    academy = record_organisation(name="Academy", country="UA", by=dora)
    add_involvement(rivers, organisation=academy, role="host", by=dora)
    shown = client.get(page).content.decode()

    line = re.search(
        r'<p class="row sans text-small text-note screen-only">.*?</p>', shown, re.DOTALL
    )
    assert re.findall(r'href="([^"]*)"', line.group()) == doors


def test_words_of_a_feed_are_text_and_not_markup(client, dora):
    make_activity(dora, heading="Reading <b>& singing</b>")

    shown = client.get("/feeds/activities.rss").content.decode()

    assert "<description>Reading &amp;lt;b&amp;gt;&amp;amp; singing" in shown


def test_a_feed_names_the_page_it_belongs_to_in_its_language(client, rivers):
    shown = client.get("/uk/feeds/activities.rss").content.decode()

    assert "<link>http://127.0.0.1:8000/uk/activities/</link>" in shown


@pytest.mark.parametrize("address", ["/activities.ics", "/feeds/activities.atom"])
def test_who_asks_again_hears_that_nothing_changed(client, rivers, address):
    seen = client.get(address)

    again = client.get(address, headers={"If-None-Match": seen["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
