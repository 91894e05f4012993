from contextlib import suppress

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plaza.activities.actions import add_outcome, edit_activity
from plaza.activities.models import Activity
from plaza.imports.actions import (
    accept_draft,
    accept_sure,
    import_file,
    reject_draft,
    undo_document,
    undo_draft,
)
from plaza.imports.items import items_of
from plaza.imports.models import Provenance
from plaza.imports.tests.makers import an_overview
from plaza.ledger.actions import IllegalMove
from plaza.network.actions import record_organisation
from plaza.network.models import Organisation
from plaza.programmes.models import Programme
from plaza.web.refusals import Refused
from plaza.web.text import Text

pytestmark = pytest.mark.django_db
ROOMS = {"network", "programmes", "library", "activities", "figures"}


def all_records():
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
    }


def test_after_undo_the_records_are_what_they_were_before(dora):
    record_organisation(name="River School", by=dora)
    before = all_records()
    document = an_overview(by=dora)
    accept_sure(document, by=dora)
    assert all_records() != before

    assert undo_document(document, by=dora) == []

    assert all_records() == before
    assert not Provenance.objects.exists()
    assert set(document.drafts.values_list("state", flat=True)) == {"waiting"}


class Enough(Exception):
    """Ends an example so that nothing of it stays."""


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from("arpu")), max_size=8))
def test_whatever_was_accepted_in_whatever_order_undo_brings_back_all(dora, steps):
    before = all_records()
    with suppress(Enough), transaction.atomic():
        document = an_overview(by=dora)
        for place, step in steps:
            with suppress(Refused), transaction.atomic():
                take_a_step(document.drafts.all()[place], step, by=dora)

        undo_document(document, by=dora)

        assert all_records() == before
        raise Enough


def take_a_step(draft, step, *, by):
    if step == "a":
        accept_draft(draft, by=by)
    elif step == "r":
        reject_draft(draft, by=by)
    elif step == "p":
        accept_draft(draft, by=by, take=[item.n for item in items_of(draft.fields)][::2])
    else:
        undo_draft(draft, by=by)


def test_of_two_undoes_at_once_one_is_told_so(dora):
    document = an_overview(by=dora)
    accept_sure(document, by=dora)
    undo_document(document, by=dora)

    with pytest.raises(IllegalMove):
        undo_document(document, by=dora)


def test_a_record_that_somebody_worked_on_since_stays_whole(dora, emil):
    document = an_overview(by=dora)
    accept_sure(document, by=dora)
    activity = Activity.objects.get(sort_title="Songs by the river")
    add_outcome(activity, by=emil, text=Text.of("And we danced."))

    kept = undo_document(document, by=dora)

    assert kept[0] == "“Songs by the river” stays: somebody changed it since."
    assert set(Provenance.objects.values_list("subject_type__model", "subject_id")) >= {
        ("activity", str(activity.pk))
    }
    activity.refresh_from_db()
    assert activity.outcomes.count() == 2
    assert [str(one.organisation) for one in activity.involvements.all()] == ["River School"]
    assert list(Activity.objects.values_list("sort_title", flat=True)) == ["Songs by the river"]
    assert list(Organisation.objects.values_list("sort_name", flat=True)) == ["River School"]
    assert Programme.objects.count() == 1


def test_what_was_changed_since_by_somebody_is_not_put_back(dora, emil):
    first = an_overview(by=dora)
    accept_sure(first, by=dora)
    activity = Activity.objects.get(sort_title="Songs by the river")
    edit_activity(activity, by=emil, venue_city="Zagreb")

    undo_document(first, by=dora)

    activity.refresh_from_db()
    assert activity.venue_city == "Zagreb"


def test_nothing_can_be_taken_back_before_anything_was_accepted(dora):
    draft = an_overview(by=dora).drafts.first()

    with pytest.raises(Refused):
        undo_draft(draft, by=dora)


def test_after_undo_nothing_is_accepted_until_the_file_is_imported_again(dora):
    name, content = "notes.txt", b"Peer Learning Activities in 2031\n\nNothing yet.\n"
    document = import_file(name, content, by=dora).document
    undo_document(document, by=dora)

    result = import_file(name, content, by=dora)

    assert (result.is_known, result.document) == (True, document)
    assert result.document.state == "read"


def test_an_undone_import_accepts_nothing(dora):
    document = an_overview(by=dora)
    undo_document(document, by=dora)

    with pytest.raises(Refused):
        accept_draft(document.drafts.first(), by=dora)
    assert not Activity.objects.exists()
