import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from plaza.activities.actions import add_headcount, record_activity
from plaza.figures.actions import freeze_release, hide_release
from plaza.ledger.actions import IllegalMove
from plaza.publishing.actions import (
    arrange_chapters,
    begin_overview,
    edit_chapter,
    edit_overview,
    publish_overview,
    withdraw_overview,
)
from plaza.publishing.building.book import book_of
from plaza.publishing.models import Chapter, Overview
from plaza.web.refusals import Refused


def test_a_year_has_one_overview(overview, emil):
    with pytest.raises(Refused):
        begin_overview(2022, by=emil)


def test_publishing_without_a_release_is_refused(db, emil):
    overview = begin_overview(2021, by=emil)

    with pytest.raises(Refused, match="Choose the release"):
        publish_overview(overview, by=emil)


def test_an_overview_begins_with_the_newest_release_that_everybody_sees(
    rivers, release, dora, emil
):
    second = freeze_release(2022, cut_off_on=dt.date(2022, 12, 31), why="Second count", by=dora)

    assert begin_overview(2022, by=emil).release == second


def test_what_is_missing_for_publishing_stands_on_the_page_of_the_overview(client, emil):
    begin_overview(2021, by=emil)
    client.force_login(emil)

    answer = client.post("/desk/overviews/2021/publish/")

    assert answer.status_code == 422
    assert "Choose the release that its numbers come from." in answer.text
    assert 'href="#id_release"' in answer.text


def test_a_release_of_another_year_is_refused(overview, rivers, dora, emil):
    other = freeze_release(2023, cut_off_on=dt.date(2023, 12, 31), why="Other", by=dora)

    with pytest.raises(Refused, match="about 2023, the overview about 2022"):
        edit_overview(overview, release=other, by=emil)


def test_the_release_that_a_published_overview_prints_stays_public(published, dora):
    with pytest.raises(Refused, match="The published overview of 2022 prints the numbers"):
        hide_release(published.release, by=dora)

    withdraw_overview(published, by=dora)
    hide_release(published.release, by=dora)
    assert not published.release.is_public


def test_a_published_overview_can_be_withdrawn_once(published, emil):
    withdraw_overview(published, by=emil)

    with pytest.raises(IllegalMove):
        withdraw_overview(published, by=emil)


def test_an_activity_of_another_year_cannot_be_arranged(overview, dora, emil):
    other = record_activity(title="Other", reporting_year=2023, by=dora)

    with pytest.raises(Refused, match="belongs to another year"):
        arrange_chapters(overview, order=[other.pk], by=emil)


def test_a_hidden_activity_is_not_in_the_book(overview, rivers, emil):
    arrange_chapters(overview, order=[rivers.pk], hidden=[rivers.pk], by=emil)

    assert book_of(Overview.objects.get(), "en").activities == ()


def test_a_chapter_gives_an_activity_words_of_its_own(overview, rivers, emil):
    edit_chapter(overview, activity=rivers, lead={"en": "Rivers first."}, by=emil)

    spread = book_of(overview, "en").activities[0]
    assert (spread.lead, spread.paragraphs) == (
        "Rivers first.",
        ("A first paragraph.", "A second one."),
    )


@pytest.mark.parametrize(
    ("name", "model", "change"),
    [
        (
            "overview_published_says_when_and_from_which_release",
            Overview,
            {"state": "published", "published_at": None},
        ),
    ],
)
def test_an_overview_cannot_be_written_wrongly(overview, name, model, change):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.update(**change)


def test_an_activity_has_one_chapter_in_an_overview(overview, rivers):
    Chapter.objects.create(overview=overview, activity=rivers)
    # chapter_one_per_activity
    with pytest.raises(IntegrityError), transaction.atomic():
        Chapter.objects.create(overview=overview, activity=rivers)


def test_the_book_never_adds_two_groups_up(published):
    took_part = book_of(published, "en").activities[0].took_part

    assert [group.number for group in took_part.groups] == ["19", "9"]
    assert took_part.detail == "19 on education and 9 on supervision"


def test_a_cancelled_activity_is_not_in_the_book(overview, rivers, dora):
    facts = {"reporting_year": 2022, "visibility": "public", "by": dora}
    record_activity(title="Called off", state="cancelled", state_note="No money", **facts)

    assert [one.title for one in book_of(overview, "en").activities] == ["Rivers"]


def test_pages_that_would_say_nothing_are_left_out(db, emil, dora):
    record_activity(title="Bare", reporting_year=2030, visibility="public", by=dora)
    bare = book_of(begin_overview(2030, by=emil), "en")

    assert (bare.opening, bare.people, bare.map, bare.time_line) == (None, None, None, None)
    assert [one.took_part.sentence for one in bare.activities] == ["It has not taken place yet."]


def test_an_estimate_does_not_stand_among_those_who_took_part(overview, rivers, dora):
    reach = {"en": "readers"}
    add_headcount(rivers, number=12000, group=reach, basis="estimated_reach", by=dora)
    took_part = book_of(overview, "en").activities[0].took_part

    assert [group.number for group in took_part.groups] == ["19", "9"]
    assert took_part.detail == "19 on education and 9 on supervision"


def test_large_numbers_are_written_as_the_reader_writes_them(overview, rivers, dora):
    add_headcount(rivers, number=12000, group={"en": "online"}, by=dora)

    assert book_of(overview, "en").activities[0].took_part.groups[-1].number == "12,000"
    assert book_of(overview, "uk").activities[0].took_part.groups[-1].number == "12\xa0000"


def test_the_book_speaks_the_language_it_is_asked_for(published):
    assert book_of(published, "uk").activities[0].title == "Річки"
    assert book_of(published, "en").activities[0].title == "Rivers"


def test_months_of_the_book_reach_from_its_year_on(published):
    span = book_of(published, "en").activities[0].span

    assert (span.start, span.end) == (4.0, 13.0)
