import datetime as dt

import pytest

from plaza.activities import actions
from plaza.activities.tests.makers import make_activity
from plaza.library.actions import record_resource
from plaza.web.refusals import Refused

pytestmark = pytest.mark.django_db


def refusal(action, *args, **facts):
    with pytest.raises(Refused) as told:
        action(*args, **facts)
    return str(told.value)


WRONG_ACTIVITIES = [
    ({"title": "  "}, "Write the title of the activity."),
    ({"state": "cancelled"}, "Say in a few words why it was cancelled."),
    ({"reporting_year": 22}, "Write a year, for example 2022."),
    ({"ends_on": dt.date(2022, 4, 1)}, "The last day lies before the first one."),
    ({"open_end": True}, "A period without an end cannot have a last day."),
]


@pytest.mark.parametrize(("facts", "sentence"), WRONG_ACTIVITIES)
def test_a_wrong_activity_is_refused_in_its_own_words(dora, facts, sentence):
    assert refusal(make_activity, by=dora, **facts) == sentence


def test_two_activities_of_a_year_never_share_an_address(dora, rivers):
    told = refusal(make_activity, by=dora, slug=rivers.slug)
    assert told == "Another activity of this year has this address."


def test_what_everybody_sees_says_since_when(dora, rivers):
    told = refusal(actions.edit_activity, rivers, by=dora, published_at=None)
    assert told == "An activity that everybody sees says since when."


ADD = {
    "involvement": actions.add_involvement,
    "plan": actions.add_session_plan,
    "session": actions.add_session,
    "headcount": actions.add_headcount,
    "link": actions.add_link,
}
NOON = dt.datetime(2022, 5, 3, 12, tzinfo=dt.UTC)
SESSION = {"starts_at": NOON, "time_zone": "Europe/Zagreb", "minutes": 60}
WRONG_PIECES = [
    ("involvement", {"role": "host"}, "Choose an organisation, or a country."),
    ("plan", {"count": 0}, "Write how many sessions, or leave it open."),
    ("plan", {"minutes": 0}, "Write how long a session is, or leave it open."),
    ("session", {**SESSION, "minutes": 0}, "Write how many minutes the session lasts."),
]
TWICE = [
    ("involvement", {"country": "BA"}, "This country is already named in this role."),
    ("session", SESSION, "A session at this time is already there."),
    ("headcount", {"number": 8}, "This group is already counted on this basis."),
    ("link", {"url": "https://example.org/a"}, "This link is already there."),
]


@pytest.mark.parametrize(("piece", "facts", "sentence"), WRONG_PIECES)
def test_a_wrong_piece_is_refused_in_its_own_words(dora, rivers, piece, facts, sentence):
    assert refusal(ADD[piece], rivers, by=dora, **facts) == sentence


@pytest.mark.parametrize(("piece", "facts", "sentence"), TWICE)
def test_the_same_piece_is_not_added_twice(dora, rivers, piece, facts, sentence):
    ADD[piece](rivers, by=dora, **facts)
    assert refusal(ADD[piece], rivers, by=dora, **facts) == sentence


def test_an_organisation_has_a_role_once(dora, rivers, willow):
    told = refusal(actions.add_involvement, rivers, by=dora, organisation=willow, role="host")
    assert told == "This organisation has this role already."


def test_what_lies_in_the_library_counts_as_delivered(dora, rivers):
    work = record_resource(title="A guide", language="en", by=dora)
    told = refusal(actions.add_output, rivers, by=dora, text="A guide", resource=work)
    assert told == "What is in the library counts as delivered."


def test_a_call_closes_after_it_opens(dora, rivers):
    told = refusal(actions.set_call, rivers, by=dora, opens_at=NOON, closes_at=NOON)
    assert told == "The call would close before it opens."


def test_a_call_has_a_seat(dora, rivers):
    told = refusal(actions.set_call, rivers, by=dora, seats=0)
    assert told == "Write how many seats there are, at least one."


WRONG_QUOTAS = [
    ({}, "Write a least or a most number."),
    ({"minimum": 5, "maximum": 3}, "The least number is above the most."),
]


@pytest.mark.parametrize(("facts", "sentence"), WRONG_QUOTAS)
def test_a_quota_limits_something(dora, rivers, facts, sentence):
    call = actions.set_call(rivers, by=dora, seats=25)
    assert refusal(actions.add_quota, call, by=dora, attribute="country", **facts) == sentence


def test_a_quota_is_set_once(dora, rivers):
    call = actions.set_call(rivers, by=dora, seats=25)
    actions.add_quota(call, by=dora, attribute="country", maximum=5)
    told = refusal(actions.add_quota, call, by=dora, attribute="country", maximum=4)
    assert told == "There is a quota for this already."


def test_a_quota_needs_a_call(dora, rivers):
    told = refusal(actions.add_piece, rivers, "quotas", by=dora, attribute="country", maximum=5)
    assert told == "Say first how people can come: write down the call."


def test_money_needs_a_programme(dora, rivers):
    told = refusal(actions.add_contribution, rivers, by=dora, amount=5)
    assert told == "Say first which programme the activity belongs to."
