"""A draft beside its source: checked, corrected, accepted, taken back."""

from pytest_django.asserts import assertRedirects

from plaza.activities.models import Activity
from plaza.imports.actions import accept_sure
from plaza.imports.forms.editors import PeriodEditor
from plaza.imports.forms.review import ReviewForm
from plaza.imports.items import items_of
from plaza.imports.tests.asking import draft_of, number
from plaza.imports.tests.makers import OVERVIEW, an_overview, songs, the_year
from plaza.network.models import Organisation


def test_a_draft_stands_beside_its_source_with_the_same_numbers(desk, document):
    draft = draft_of(document)
    host = number(draft, "host")

    page = desk.get(f"/desk/imports/{document.pk}/{draft.pk}/").content.decode()

    assert f'id="span-{host}" data-span="{host}" href="#draft-{host}">River School<sup>' in page
    assert f'id="draft-{host}"' in page


def test_words_of_a_document_never_become_markup(desk, dora):
    text = OVERVIEW.replace("We met on the bank", "<script>alert(1)</script> We met on the bank")
    document = an_overview(by=dora, text=text, name="odd.txt")

    page = desk.get(f"/desk/imports/{document.pk}/{draft_of(document).pk}/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_accept_and_go_on_leads_to_the_next_draft(desk, document):
    draft = draft_of(document)
    following = document.drafts.get(key="activity:mapping-the-meadow")

    response = desk.post(f"/desk/imports/{document.pk}/{draft.pk}/accept/")

    assertRedirects(response, f"/desk/imports/{document.pk}/{following.pk}/")
    assert Activity.objects.get().links.count() == 0


def test_a_value_corrected_in_place_is_what_is_accepted(desk, document):
    draft = draft_of(document)
    n = number(draft, "title")

    desk.post(
        f"/desk/imports/{document.pk}/{draft.pk}/accept/", {f"f{n}-words": "Songs on the river"}
    )

    assert str(Activity.objects.get()) == "Songs on the river"


def test_words_that_a_browser_sends_back_untouched_are_no_correction(desk, document):
    draft = draft_of(document)
    n = number(draft, "text")
    item = next(one for one in draft.fields if one["n"] == n)
    item |= {"value": ["We met on the\nbank.", "We sang. "], "sure": False}
    draft.save()
    box = ReviewForm(draft.kind, items_of(draft.fields)).editors[n]["words"].value()
    sent = {f"f{n}-words": box.replace("\n", "\r\n")}

    assert ReviewForm(draft.kind, items_of(draft.fields), sent).changed == {}
    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/accept/", sent)

    draft.refresh_from_db()
    assert [one["state"] for one in draft.fields if one["n"] == n] == ["waiting"]
    assert not Activity.objects.get().text


def test_a_paragraph_that_was_parted_is_a_correction(document):
    draft = draft_of(document)
    n = number(draft, "text")
    sent = {f"f{n}-words": "We met on the bank\r\n\r\nand sang."}

    found = ReviewForm(draft.kind, items_of(draft.fields), sent)

    assert found.is_valid()
    assert found.values() == {n: ["We met on the bank", "and sang."]}


def test_days_of_a_period_are_typed_as_everywhere(document):
    item = next(one for one in items_of(draft_of(document).fields) if one.name == "period")
    typed = {"start": "1.3.2031", "end": "2031-04", "precision": "day"}

    form = PeriodEditor(item, {f"f{item.n}-{name}": said for name, said in typed.items()})

    assert form.is_valid()
    value = form.value()
    assert (value["start"], value["end"]) == ("2031-03-01", "2031-04-30")
    assert value["precision"] == "month"


def test_a_correction_that_cannot_be_understood_is_asked_again(desk, document):
    draft = draft_of(document)
    n = number(draft, "headcount")

    response = desk.post(
        f"/desk/imports/{document.pk}/{draft.pk}/accept/",
        {f"f{n}-number": "many", f"f{n}-counted": "persons"},
    )

    assert response.status_code == 422
    assert not Activity.objects.exists()


def test_the_question_of_overlap_is_answered_once_for_all_groups(desk, document):
    draft = draft_of(document)
    n = number(draft, "headcount")

    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/answer/", {"answer": f"{n}:some"})
    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/accept/")

    assert [one.overlap for one in Activity.objects.get().headcounts.all()] == ["some", "some"]


def test_a_doubtful_link_that_is_kept_says_that_it_is_doubtful(desk, document):
    draft = draft_of(document)
    n = number(draft, "link")

    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/answer/", {"answer": f"{n}:take"})
    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/accept/")

    link = Activity.objects.get().links.get()
    assert (link.url, link.doubt) == (
        "https://river.example/dolls",
        "The address speaks of something else.",
    )


def test_an_answer_that_nobody_offered_is_refused(desk, document):
    draft = draft_of(document)
    n = number(draft, "link")

    response = desk.post(
        f"/desk/imports/{document.pk}/{draft.pk}/answer/", {"answer": f"{n}:other"}
    )

    assert response.status_code == 409


def test_not_an_activity_leaves_the_draft_out(desk, document):
    draft = draft_of(document)

    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/reject/")

    draft.refresh_from_db()
    assert draft.state == "rejected"
    assert not Activity.objects.exists()


def test_a_draft_that_was_accepted_can_be_taken_back(desk, document):
    draft = draft_of(document)
    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/accept/")

    desk.post(f"/desk/imports/{document.pk}/{draft.pk}/undo/")

    draft.refresh_from_db()
    assert draft.state == "waiting"
    assert not Activity.objects.exists()
    assert not Organisation.objects.exists()


def test_a_newer_version_says_field_by_field_what_changed(desk, dora, document):
    accept_sure(document, by=dora)
    newer = OVERVIEW.replace("Voices along the water", "Voices over the water")
    found = songs(newer, heading=("Voices over the water", "Voices over the water"))
    later = an_overview(by=dora, text=newer, founds=[found, the_year(newer)])

    response = desk.get(f"/desk/imports/{later.pk}/")

    assert later.newer_than == document
    told = [(one.name, one.before, one.after) for one in response.context["differences"]]
    assert ("Heading", "Voices along the water", "Voices over the water") in told


def test_a_newer_version_shows_both_values_and_takes_the_chosen_one(desk, dora, document):
    accept_sure(document, by=dora)
    newer = OVERVIEW.replace("Voices along the water", "Voices over the water")
    found = songs(newer, heading=("Voices over the water", "Voices over the water"))
    later = an_overview(by=dora, text=newer, founds=[found, the_year(newer)])
    draft = draft_of(later)
    n = number(draft, "heading")
    assert Activity.objects.get(pk=draft.match_id).sort_title == "Songs by the river"
    page = desk.get(f"/desk/imports/{later.pk}/{draft.pk}/").content.decode()
    assert "Voices along the water" in page

    desk.post(f"/desk/imports/{later.pk}/{draft.pk}/answer/", {"answer": f"{n}:take"})
    desk.post(f"/desk/imports/{later.pk}/{draft.pk}/accept/")

    activity = Activity.objects.get(pk=draft.match_id)
    assert str(activity.heading) == "Voices over the water"
    assert activity.outcomes.count() == 1
    assert Activity.objects.count() == 2
