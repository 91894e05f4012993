import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from plaza.activities import actions
from plaza.activities.models import Activity
from plaza.activities.tests.makers import make_activity, verbs_of
from plaza.activities.tests.test_public import fill, words
from plaza.library.actions import record_topic
from plaza.web.desk import waiting_for

pytestmark = pytest.mark.django_db
ONE = "/desk/activities/2022/rivers-as-classrooms/"
FORM = {
    "title_en": "Lamps",
    "reporting_year": "2022",
    "format": "webinars",
    "precision": "month",
    "starts_on": "2022-05",
    "ends_on": "2022-07",
    "languages": "English, Ukrainian",
    "venue_country": "Netherlands",
}
PAGES = ["/desk/activities/", "/desk/activities/new/", f"{ONE}edit/", f"{ONE}pieces/"]


@pytest.mark.parametrize("url", PAGES)
def test_the_desk_is_closed_to_others(client, ana, rivers, url):
    client.force_login(ana)
    assert client.get(url).status_code == 403


@pytest.mark.parametrize("url", PAGES)
def test_visitors_are_asked_to_sign_in(client, rivers, url):
    assertRedirects(client.get(url), f"/sign-in/?next={url}")


@pytest.mark.parametrize("verb", ["start", "cancel", "publish", "duplicate", "call"])
def test_others_cannot_act(client, ana, rivers, verb):
    client.force_login(ana)
    assert client.post(f"{ONE}{verb}/").status_code == 403
    assert verbs_of(rivers) == ["create"]


def test_a_new_activity_counts_for_the_year_of_the_table_or_for_this_one(at_desk, rivers):
    table = at_desk.get("/desk/activities/").content.decode()
    assert 'href="/desk/activities/new/?year=2022"' in table
    of_2022 = at_desk.get("/desk/activities/new/?year=2022")
    of_now = at_desk.get("/desk/activities/new/")
    years = [answer.context["form"]["reporting_year"].value() for answer in (of_2022, of_now)]
    assert years == [2022, timezone.localdate().year]


def test_the_table_begins_with_the_newest_year(at_desk, dora, rivers):
    make_activity(by=dora, title="Earlier", reporting_year=2017, state="done")
    assert "1 activity counts for 2022." in words(at_desk.get("/desk/activities/"))
    assert "2 activities are recorded." in words(at_desk.get("/desk/activities/?year=all"))
    earlier = words(at_desk.get("/desk/activities/?year=2017"))
    assert "Earlier not named May 2022 Done host, outcomes, number of people Everybody" in earlier


def test_the_table_asks_as_often_for_three_rows_as_for_one(at_desk, dora):
    def statements():
        with CaptureQueriesContext(connection) as told:
            at_desk.get("/desk/activities/")
        return len(told)

    fill(dora, 1)
    at_desk.get("/desk/activities/")
    before = statements()
    fill(dora, 2, start=1)
    assert (before, statements()) == (11, 11)


def test_new_enters_an_activity_and_goes_on_to_its_pieces(at_desk, dora):
    answer = at_desk.post("/desk/activities/new/", FORM)
    assertRedirects(answer, "/desk/activities/2022/lamps/pieces/")
    lamps = Activity.objects.get(slug="lamps")
    assert (lamps.starts_on, lamps.ends_on) == (dt.date(2022, 5, 1), dt.date(2022, 7, 31))
    assert (lamps.languages, lamps.venue_country, lamps.visibility) == (["en", "uk"], "NL", "desk")
    assert verbs_of(lamps) == ["create"]


WRONG = [
    ({"title_en": ""}, "Title: This field is required."),
    ({"languages": "Elvish"}, "Languages: We know no language “Elvish”."),
    ({"venue_country": "Atlantis"}, "Country of the venue: We know no country “Atlantis”."),
    ({"ends_on": "2021-01"}, "The last day lies before the first one."),
    (
        {"starts_on": "soon"},
        "First day: Write a day like 2014-03-01 or 1.3.2014, or only 2014-03 or 2014.",
    ),
]


@pytest.mark.parametrize(("wrong", "sentence"), WRONG)
def test_a_wrong_form_keeps_what_was_typed_and_says_why(at_desk, db, wrong, sentence):
    answer = at_desk.post("/desk/activities/new/", {**FORM, **wrong, "heading_en": "Kept words"})
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="Kept words"' in answer.content.decode()
    assert not Activity.objects.exists()


SEASONS = [
    ("season", "2022-04", "", (dt.date(2022, 3, 1), dt.date(2022, 5, 31))),
    ("season", "2022-12-01", "", (dt.date(2022, 12, 1), dt.date(2023, 2, 28))),
    ("season", "2023-01", "", (dt.date(2022, 12, 1), dt.date(2023, 2, 28))),
    ("year", "2022", "", (dt.date(2022, 1, 1), dt.date(2022, 12, 31))),
    ("month", "2022-05", "", (dt.date(2022, 5, 1), dt.date(2022, 5, 31))),
    ("day", "17.5.2022", "", (dt.date(2022, 5, 17), None)),
    ("day", "May 2022", "", (dt.date(2022, 5, 1), dt.date(2022, 5, 31))),
    ("day", "2022-05", "31.7.2022", (dt.date(2022, 5, 1), dt.date(2022, 7, 31))),
    ("day", "2022", "", (dt.date(2022, 1, 1), dt.date(2022, 12, 31))),
]


@pytest.mark.parametrize(("precision", "start", "end", "expected"), SEASONS)
def test_a_period_fills_what_is_known_of_it(at_desk, db, precision, start, end, expected):
    when = {"precision": precision, "starts_on": start, "ends_on": end}
    at_desk.post("/desk/activities/new/", {**FORM, **when})
    lamps = Activity.objects.get()
    assert (lamps.starts_on, lamps.ends_on) == expected


def test_edit_changes_what_was_changed_and_keeps_before_and_after(at_desk, dora, rivers):
    film = record_topic(name="Film", by=dora)
    form = {
        "opened": "{}",
        "title_en": "Rivers",
        "title_uk": "Річки",
        "reporting_year": "2022",
        "format": "other",
        "precision": "month",
        "starts_on": "2022-05-01",
        "ends_on": "2022-05-31",
        "topics": [film.pk],
    }
    assertRedirects(at_desk.post(f"{ONE}edit/", form), f"{ONE}edit/")
    stored = Activity.objects.get()
    assert dict(stored.title) == {"en": "Rivers", "uk": "Річки"}
    shown = words(at_desk.get(f"{ONE}edit/"))
    assert "Dora changed it. title Rivers as classrooms en: Rivers / uk: Річки" in shown
    assert "Dora changed it. topics Film" in shown


MOVES = [
    ("start", "planned", "running", "It runs."),
    ("finish", "running", "done", "It is done. Its report is next."),
    ("report", "done", "reported", "It is reported."),
    ("reopen", "done", "planned", "It is taken up again and planned."),
    ("replan", "postponed", "planned", "It is planned again. Set its new dates."),
]


@pytest.mark.parametrize(("verb", "before", "after", "said"), MOVES)
def test_one_button_makes_one_move(at_desk, dora, verb, before, after, said):
    activity = make_activity(by=dora, state=before)
    answer = at_desk.post(f"{ONE}{verb}/", follow=True)
    assert answer.redirect_chain == [(f"{ONE}edit/", 302)]
    assert said in words(answer)
    assert Activity.objects.get().state == after
    assert verbs_of(activity) == ["create", verb]


def test_open_needs_a_call(at_desk, dora, rivers):
    answer = at_desk.post(f"{ONE}open/")
    assert answer.status_code == 409
    assert "Say first how people can come: write down the call." in words(answer)
    actions.set_call(rivers, by=dora, seats=25)
    assertRedirects(at_desk.post(f"{ONE}open/"), f"{ONE}edit/")
    assert Activity.objects.get().state == "open"


def test_a_move_that_is_not_open_says_how_it_stands(at_desk, rivers):
    answer = at_desk.post(f"{ONE}report/")
    assert answer.status_code == 409
    assert "“Rivers as classrooms” is planned now, so this cannot be done." in words(answer)


def test_only_legal_moves_have_a_button(at_desk, rivers):
    shown = at_desk.get(f"{ONE}edit/").content.decode()
    offered = {
        v
        for v in ("start", "finish", "report", "reopen", "replan", "postpone", "cancel")
        if f'action="{ONE}{v}/"' in shown
    }
    assert offered == {"start", "finish", "postpone", "cancel"}


def test_cancelling_without_a_reason_asks_for_it(at_desk, rivers):
    answer = at_desk.post(f"{ONE}cancel/", {"why": " "})
    assert answer.status_code == 422
    assert "Say in a few words why it was cancelled." in words(answer)
    assertRedirects(at_desk.post(f"{ONE}cancel/", {"why": "Too few came."}), f"{ONE}edit/")
    assert Activity.objects.get().state_note == "Too few came."


def test_postponing_keeps_what_is_known_of_the_new_date(at_desk, rivers):
    at_desk.post(f"{ONE}postpone/", {"why": "The host is ill.", "new_date_note": "in spring"})
    stored = Activity.objects.get()
    assert (stored.state, stored.state_note, stored.new_date_note) == (
        "postponed",
        "The host is ill.",
        "in spring",
    )


def test_publish_share_and_hide_change_who_sees_it(at_desk, client, dora):
    make_activity(by=dora, visibility="desk")
    seen = []
    for verb in ("publish", "hide", "share"):
        at_desk.post(f"{ONE}{verb}/")
        seen.append(Activity.objects.get().visibility)
    assert seen == ["public", "desk", "members"]


def test_duplicate_begins_next_year_from_this_one(at_desk, rivers):
    answer = at_desk.post(f"{ONE}duplicate/", {"reporting_year": "2023"})
    assertRedirects(answer, "/desk/activities/2023/rivers-as-classrooms/edit/")
    assert [str(i) for i in Activity.objects.get(reporting_year=2023).involvements.all()] == [
        "Host: Willow House"
    ]


def test_duplicate_to_no_year_is_refused(at_desk, rivers):
    assert at_desk.post(f"{ONE}duplicate/", {"reporting_year": "soon"}).status_code == 422
    assert Activity.objects.count() == 1


def test_what_waits_stands_on_the_desk_s_list(dora, rivers):
    told = [str(one.what) for one in waiting_for(dora)]
    assert "Did “Rivers as classrooms” take place?" in told
