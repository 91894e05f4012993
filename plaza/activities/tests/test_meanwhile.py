"""Two people edit the same activity."""

import json
import re
from html import unescape

import pytest
from pytest_django.asserts import assertRedirects

from plaza.activities import actions
from plaza.activities.models import Activity, Headcount
from plaza.activities.tests.test_public import words
from plaza.library.actions import record_topic

pytestmark = pytest.mark.django_db
ONE = "/desk/activities/2022/rivers-as-classrooms/"
BASE = {
    "title_en": "Rivers as classrooms",
    "reporting_year": "2022",
    "format": "other",
    "precision": "month",
    "starts_on": "2022-05-01",
    "ends_on": "2022-05-31",
}
HELD = {
    "number": 19,
    "group": {"en": "on education"},
    "counted": "persons",
    "basis": "reported",
    "overlap": "unknown",
}


def opened(answer):
    """What the page's form carries as the values it was opened with."""
    found = re.search(r'name="opened" value="([^"]*)"', answer.content.decode())
    return unescape(found[1])


def test_different_fields_of_two_people_are_both_kept(at_desk, emil, rivers):
    before = opened(at_desk.get(f"{ONE}edit/"))
    actions.edit_activity(rivers, by=emil, venue_city="Zagreb")

    answer = at_desk.post(f"{ONE}edit/", {**BASE, "opened": before, "heading_en": "Wet feet"})

    assertRedirects(answer, f"{ONE}edit/")
    stored = Activity.objects.get()
    assert (stored.venue_city, str(stored.heading)) == ("Zagreb", "Wet feet")


def test_the_same_field_is_refused_with_both_values_and_nothing_is_lost(at_desk, emil, rivers):
    before = opened(at_desk.get(f"{ONE}edit/"))
    actions.edit_activity(rivers, by=emil, venue_city="Zagreb")
    mine = {**BASE, "opened": before, "venue_city": "Split"}

    answer = at_desk.post(f"{ONE}edit/", mine)

    assert answer.status_code == 422
    assert (
        "City: somebody else has written “Zagreb” since you opened this; you wrote “Split”. "
        "Save once more and yours stands, or put theirs back."
    ) in words(answer)
    assert 'value="Split"' in answer.content.decode()
    assert Activity.objects.get().venue_city == "Zagreb"


def test_saving_once_more_lets_one_s_own_stand_and_undoes_nothing_else(at_desk, emil, rivers):
    before = opened(at_desk.get(f"{ONE}edit/"))
    actions.edit_activity(rivers, by=emil, venue_city="Zagreb", country_printed="Croatia")
    mine = {**BASE, "opened": before, "venue_city": "Split"}
    asked = at_desk.post(f"{ONE}edit/", mine)

    answer = at_desk.post(f"{ONE}edit/", {**mine, "opened": opened(asked)})

    assertRedirects(answer, f"{ONE}edit/")
    stored = Activity.objects.get()
    assert (stored.venue_city, stored.country_printed) == ("Split", "Croatia")


def test_a_third_change_in_between_is_told_again(at_desk, emil, rivers):
    before = opened(at_desk.get(f"{ONE}edit/"))
    actions.edit_activity(rivers, by=emil, venue_city="Zagreb")
    mine = {**BASE, "opened": before, "venue_city": "Split"}
    asked = at_desk.post(f"{ONE}edit/", mine)
    actions.edit_activity(rivers, by=emil, venue_city="Rijeka")

    answer = at_desk.post(f"{ONE}edit/", {**mine, "opened": opened(asked)})

    assert "somebody else has written “Rijeka”" in words(answer)
    assert Activity.objects.get().venue_city == "Rijeka"


def test_both_writing_the_same_is_no_conflict(at_desk, emil, rivers):
    before = opened(at_desk.get(f"{ONE}edit/"))
    actions.edit_activity(rivers, by=emil, venue_city="Split")
    answer = at_desk.post(f"{ONE}edit/", {**BASE, "opened": before, "venue_city": "Split"})
    assertRedirects(answer, f"{ONE}edit/")


def test_topics_chosen_by_somebody_else_are_told(at_desk, dora, emil, rivers):
    film, clay = record_topic(name="Film", by=dora), record_topic(name="Clay", by=dora)
    before = opened(at_desk.get(f"{ONE}edit/"))
    actions.edit_activity(rivers, by=emil, topics=[clay])

    answer = at_desk.post(f"{ONE}edit/", {**BASE, "opened": before, "topics": [film.pk]})

    assert (
        "Topics: somebody else has written “Clay” since you opened this; you wrote “Film”."
        in words(answer)
    )
    assert [str(topic) for topic in rivers.topics.all()] == ["Clay"]


def test_a_row_is_refused_in_the_same_way(at_desk, emil, dora, rivers):
    count = actions.add_headcount(rivers, by=dora, number=19, group="on education")
    url = f"{ONE}pieces/headcounts/{count.pk}/"
    row = {
        "number": "19",
        "group": "on education",
        "counted": "persons",
        "basis": "reported",
        "overlap": "unknown",
    }
    actions.edit_piece(count, by=emil, number=21)

    refused = at_desk.post(
        url, {**row, "number": "20", "opened": json.dumps(HELD)}, headers={"HX-Request": "true"}
    )

    assert refused.status_code == 422
    assert "Number: somebody else has written “21” since you opened this; you wrote “20”." in words(
        refused
    )
    assert Headcount.objects.get().number == 21
    kept = at_desk.post(
        url, {**row, "number": "20", "opened": opened(refused)}, headers={"HX-Request": "true"}
    )
    assert (kept.status_code, Headcount.objects.get().number) == (200, 20)


def test_a_row_that_was_taken_out_is_not_found(at_desk, dora, rivers):
    count = actions.add_headcount(rivers, by=dora, number=19)
    url = f"{ONE}pieces/headcounts/{count.pk}/"
    actions.remove_piece(count, by=dora)
    assert at_desk.post(url, {"number": "20"}).status_code == 404


def test_what_somebody_else_changed_in_a_row_is_told_and_never_put_back(
    at_desk, emil, dora, rivers
):
    count = actions.add_headcount(rivers, by=dora, number=19, group="on education")
    url = f"{ONE}pieces/headcounts/{count.pk}/"
    row = {"number": "19", "counted": "persons", "basis": "reported", "overlap": "unknown"}
    actions.edit_piece(count, by=emil, number=21)

    first = at_desk.post(
        url,
        {**row, "group": "teachers", "opened": json.dumps(HELD)},
        headers={"HX-Request": "true"},
    )
    at_desk.post(
        url, {**row, "group": "educators", "opened": opened(first)}, headers={"HX-Request": "true"}
    )

    assert "Saved. Number: somebody else has written “21” in the meantime." in words(first)
    stored = Headcount.objects.get()
    assert (stored.number, str(stored.group)) == (21, "educators")
