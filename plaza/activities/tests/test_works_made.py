"""What an activity made, found in the library."""

import pytest

from plaza.activities import actions
from plaza.activities.tests.reading import PIECES
from plaza.activities.tests.test_public import words
from plaza.library.actions import add_edition, merge_resource, record_resource


def test_a_resource_is_found_in_the_library(at_desk, dora, rivers):
    work = record_resource(title="A guide", language="en", by=dora)
    row = {"text": "The guide", "stage": "delivered", "resource": "a guide"}
    at_desk.post(f"{PIECES}outputs/add/", row)
    assert rivers.outputs.get().resource == work
    unknown = at_desk.post(f"{PIECES}outputs/add/", {**row, "resource": "Nothing"})
    assert "Nothing in the library is called “Nothing”." in words(unknown)


def test_works_are_suggested(at_desk, dora):
    record_resource(title="A guide", language="en", by=dora)
    assert (
        '<li data-value="A guide"' in at_desk.get("/desk/activities/works/?q=gui").content.decode()
    )


def test_a_resource_that_was_made_leads_to_the_work_its_record_was_merged_into(dora, rivers):
    kept = record_resource(title="A guide", language="en", by=dora)
    twin = record_resource(title="A guide, again", language="en", by=dora)
    made = actions.add_output(rivers, by=dora, text="Guide", stage="delivered", resource=twin)

    merge_resource(twin, into=kept, by=dora)

    made.refresh_from_db()
    assert made.resource == kept


@pytest.mark.parametrize("typed", ["прогулянки", "ПРОГУЛЯНКИ", "walks", "walks-outside"])
def test_a_work_is_found_by_its_title_in_any_language_whatever_the_capitals(
    at_desk, dora, rivers, typed
):
    work = record_resource(title="Walks", language="en", slug="walks-outside", by=dora)
    add_edition(work, language="uk", title="Прогулянки", by=dora)
    row = {"text": "Guide", "stage": "delivered", "resource": typed}

    at_desk.post(f"{PIECES}outputs/add/", row)

    assert rivers.outputs.get().resource == work


def test_works_are_suggested_by_words_of_their_titles(at_desk, dora, rivers):
    work = record_resource(title="Прогулянки надвір", language="uk", by=dora)
    record_resource(title="Other", language="uk", summary="Про прогулянки.", by=dora)
    record_resource(title="Прогулянки", language="uk", by=dora)

    shown = at_desk.get("/desk/activities/works/?q=НАДВІР").content.decode()
    both = at_desk.get("/desk/activities/works/?q=прогулянки").content.decode()

    assert (shown.count("<li"), both.count("<li")) == (1, 2)
    assert f'data-key="{work.slug}"' in shown
