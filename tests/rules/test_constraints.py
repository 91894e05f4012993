"""What must never be false cannot be written: each constraint is broken once, past all actions."""

import copy
import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import F

from plaza.activities.actions import (
    add_headcount,
    add_involvement,
    add_link,
    add_output,
    add_quota,
    add_session,
    add_session_plan,
    set_call,
)
from plaza.activities.models import (
    Activity,
    Headcount,
    Involvement,
    Link,
    Output,
    Quota,
    Session,
    SessionPlan,
)
from plaza.figures.models import FrozenRow, FrozenValue, OpeningBalance, PublishedFigure, Release
from plaza.imports.models import Document, Draft, Provenance
from plaza.jobs.models import Job
from plaza.ledger.models import Entry
from plaza.library.actions import add_credit
from plaza.library.models import Credit, Edition, File, Resource
from plaza.network.models import (
    Alias,
    Membership,
    Organisation,
    Person,
)
from plaza.post.models import Letter
from plaza.programmes.actions import add_partner
from plaza.programmes.models import Contribution, Partner, Programme, Strand
from tests.rules.world import build

DAY = dt.date(2022, 5, 1)
NOON = dt.datetime(2022, 5, 1, 12, tzinfo=dt.UTC)
BACKWARDS = {"starts_on": DAY, "ends_on": DAY - dt.timedelta(days=1)}
ENDLESS = {"starts_on": DAY, "ends_on": DAY, "open_end": True}

# What one row would have to hold for the constraint to be false.
WRONG = {
    "activity_has_a_title": (Activity, {"sort_title": ""}),
    "activity_cancelled_says_why": (Activity, {"state": "cancelled", "state_note": ""}),
    "activity_seen_by_everybody_was_published": (Activity, {"published_at": None}),
    "activity_year_is_a_year": (Activity, {"reporting_year": 12}),
    "activity_period_ends_after_it_starts": (Activity, BACKWARDS),
    "activity_without_end_has_no_last_day": (Activity, ENDLESS),
    "involvement_names_an_organisation_or_a_country": (
        Involvement,
        {"organisation": None, "country": ""},
    ),
    "quota_least_is_not_above_most": (Quota, {"minimum": 9, "maximum": 5}),
    "session_plan_counts_from_one": (SessionPlan, {"count": 0}),
    "session_plan_lasts_a_while": (SessionPlan, {"minutes": 0}),
    "session_lasts_a_while": (Session, {"minutes": 0}),
    "published_figure_years_go_up": (PublishedFigure, {"first_year": 2030}),
    "published_figure_says_where": (PublishedFigure, {"source": ""}),
    "opening_balance_years_go_up": (OpeningBalance, {"first_year": 2030}),
    "opening_balance_says_where_it_is_from": (OpeningBalance, {"source": ""}),
    "document_is_not_newer_than_itself": (Document, {"newer_than": F("id")}),
    "draft_accepted_names_its_record": (Draft, {"state": "accepted", "record_id": ""}),
    "provenance_span_goes_forward": (Provenance, {"start": 9, "end": 5}),
    "organisation_merged_says_when_and_into_another": (Organisation, {"merged_at": NOON}),
    "letter_sent_says_when": (Letter, {"state": "sent", "sent_at": None}),
    "programme_of_a_year_says_which": (Programme, {"kind": "year", "year": None}),
    "programme_has_a_title": (Programme, {"sort_title": ""}),
    "programme_period_ends_after_it_starts": (Programme, BACKWARDS),
    "programme_without_end_has_no_last_day": (Programme, ENDLESS),
    "strand_is_no_part_of_itself": (Strand, {"parent": F("id")}),
    "contribution_is_more_than_nothing": (Contribution, {"amount": 0}),
    "contribution_rate_says_where_it_is_from": (Contribution, {"rate": 2, "rate_source": ""}),
    "resource_age_range_goes_up": (Resource, {"age_from": 6, "age_to": 3}),
    "file_doubtful_says_why": (File, {"health": "doubtful", "health_note": ""}),
    "file_link_is_a_web_address": (File, {"url": "javascript:alert(1)"}),
    "letter_wiped_holds_no_text": (Letter, {"wiped_at": NOON, "text": "secret"}),
    "output_in_the_library_is_delivered": (Output, {"stage": "promised"}),
}

# A release never changes once it is made, so it is broken by a new row.
NEW = {
    "release_says_why": (Release, {"number": 99, "supersedes": None, "why": ""}),
    "release_does_not_supersede_itself": (Release, {"number": 99, "pk": 99, "supersedes_id": 99}),
    "frozen_value_range_goes_up": (FrozenValue, {"indicator": "x", "value": 9, "upper": 5}),
}

# What cannot stand there twice.
TWICE = {
    "activity_address_is_its_own": (Activity, {}),
    "involvement_of_an_organisation_once_per_role": (Involvement, {}),
    "involvement_of_a_country_once_per_role": (Involvement, {"organisation": None}),
    "session_starts_once": (Session, {}),
    "headcount_one_per_group_and_basis": (Headcount, {}),
    "link_is_printed_once": (Link, {}),
    "release_numbers_run_within_a_year": (Release, {"supersedes": None}),
    "frozen_value_one_per_indicator": (FrozenValue, {}),
    "frozen_row_counts_once": (FrozenRow, {}),
    "published_figure_is_kept_once_per_source": (PublishedFigure, {}),
    "opening_balance_one_per_span": (OpeningBalance, {}),
    "draft_is_found_once": (Draft, {}),
    "alias_is_written_once_per_organisation": (Alias, {}),
    "membership_starts_once_a_day": (Membership, {}),
    "partner_has_a_role_once": (Partner, {}),
    "edition_one_per_language": (Edition, {"is_original": False}),
    "edition_one_original_per_work": (Edition, {"language": "hr"}),
    "job_waits_once_per_key": (Job, {}),
    "credit_is_given_once": (Credit, {}),
}


@pytest.fixture
def world(cast, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path
    document = Document.objects.create(name="x.txt", checksum="0", size=1, format="txt")
    draft = Draft.objects.create(document=document, kind="x", key="x", title="x")
    build(cast, document=document)
    dora, house = cast["dora"], Organisation.objects.get(sort_name="House of Rivers")
    activity, resource = Activity.objects.get(sort_title="Rivers"), Resource.objects.get()
    add_involvement(activity, organisation=house, country="HR", role="host", by=dora)
    add_session_plan(activity, count=2, minutes=90, by=dora)
    start = dt.datetime(2022, 5, 4, 9, tzinfo=dt.UTC)
    add_session(activity, starts_at=start, time_zone="UTC", minutes=90, by=dora)
    add_headcount(activity, number=9, by=dora)
    add_link(activity, url="https://rivers.example/", by=dora)
    add_output(activity, text={"en": "A guide"}, stage="delivered", resource=resource, by=dora)
    add_quota(set_call(activity, seats=25, by=dora), attribute="country", maximum=5, by=dora)
    add_partner(Programme.objects.get(kind="project"), organisation=house, role="lead", by=dora)
    add_credit(resource, organisation=house, by=dora)
    Provenance.objects.create(
        document=document,
        draft=draft,
        subject_type=Entry.objects.first().subject_type,
        subject_id="1",
        field="title",
        start=0,
        end=5,
    )
    FrozenRow.objects.get_or_create(
        release=Release.objects.first(), indicator="activities", key="activity:0"
    )
    Job.objects.create(name="x", key="k")


def rows_of(model, name):
    found = model._base_manager.order_by("pk")
    if name == "involvement_of_a_country_once_per_role":
        return found.filter(organisation__isnull=True)
    if model is Job:
        return found.exclude(key="")
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("name", WRONG)
def test_what_is_false_cannot_be_written(world, name):
    model, wrong = WRONG[name]
    row = rows_of(model, name).first()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model._base_manager.filter(pk=row.pk).update(**wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("name", NEW)
def test_what_is_false_cannot_be_added(world, name):
    model, wrong = NEW[name]
    row = copy.copy(rows_of(model, name).first())
    row.pk = None
    for field, value in wrong.items():
        setattr(row, field, value)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.django_db
@pytest.mark.parametrize("name", TWICE)
def test_what_is_there_once_cannot_be_there_twice(world, name, dora):
    model, changes = TWICE[name]
    if name == "involvement_of_a_country_once_per_role":
        add_involvement(
            Activity.objects.get(sort_title="Rivers"), country="GE", role="guest", by=dora
        )
    twin = copy.copy(rows_of(model, name).first())
    twin.pk = None
    for field, value in changes.items():
        setattr(twin, field, value)

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


@pytest.mark.django_db
def test_only_one_organisation_is_the_secretariat(cast):
    # organisation_only_one_is_the_secretariat
    for name in ("one", "two"):
        Organisation.objects.create(slug=name, sort_name=name)
    Organisation.objects.filter(slug="one").update(is_secretariat=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(slug="two").update(is_secretariat=True)


@pytest.mark.django_db
def test_a_membership_of_unknown_start_is_one():
    # membership_of_unknown_start_is_one
    house = Organisation.objects.create(slug="house", sort_name="House")
    Membership.objects.create(organisation=house)

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organisation=house)


@pytest.mark.django_db
def test_system_users_have_names_of_their_own():
    # person_system_users_have_names_of_their_own
    Person.objects.create(name="Plaza", is_system=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="Plaza", is_system=True)


@pytest.mark.django_db
def test_a_year_has_one_programme():
    # programme_one_per_year
    Programme.objects.create(slug="a", sort_title="A", kind="year", year=2022)

    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.create(slug="b", sort_title="B", kind="year", year=2022)


def test_every_constraint_named_here_exists():
    ours = {
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("plaza.")
        for constraint in model._meta.constraints
    }
    assert {*WRONG, *NEW, *TWICE} - ours == set()
