"""Long work on an import: it ends when the import is taken back, and never stays half open."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from plaza.activities.models import Activity
from plaza.imports.actions import (
    accept_sure,
    accept_sure_soon,
    background,
    import_file,
    map_columns,
    reject_draft,
    reread_document,
    sheets,
    taking_back,
    undo_document,
    undo_document_soon,
)
from plaza.imports.models import Document, Provenance
from plaza.imports.queries.documents import overview_of
from plaza.imports.states import Work
from plaza.imports.tests.makers import an_overview
from plaza.imports.tests.test_sheets import MEMBERS
from plaza.imports.tests.test_undo import all_records
from plaza.jobs.actions import do, lease_next, work_off
from plaza.jobs.models import Job
from plaza.network.actions import edit_organisation, record_organisation
from plaza.network.models import Organisation
from plaza.web.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(dora, monkeypatch):
    monkeypatch.setattr(background, "LARGE", 1)
    monkeypatch.setattr(background, "STEP", 1)
    monkeypatch.setattr(background, "STEPS_PER_JOB", 1)
    monkeypatch.setattr(taking_back, "LARGE", 1)
    monkeypatch.setattr(taking_back, "STEP", 1)
    monkeypatch.setattr(taking_back, "STEPS_PER_JOB", 1)
    return an_overview(by=dora)


def fresh(document):
    return Document.objects.get(pk=document.pk)


def test_taking_an_import_back_ends_what_is_accepted_in_the_background(dora, document):
    accept_sure_soon(document, by=dora)
    do(lease_next("one"))

    undo_document(document, by=dora)
    work_off()

    assert (fresh(document).work, fresh(document).state) == ("", "undone")
    assert set(document.drafts.values_list("state", flat=True)) == {"waiting"}
    assert not Activity.objects.exists()
    assert not Job.objects.filter(state="waiting", name="imports.accept").exists()


def test_an_import_that_is_opened_again_is_accepted_from_the_beginning(dora, document):
    accept_sure_soon(document, by=dora)
    do(lease_next("one"))
    undo_document(document, by=dora)
    reread_document(fresh(document), by=dora)

    accept_sure_soon(fresh(document), by=dora)
    work_off()

    assert fresh(document).work == ""
    assert "waiting" not in document.drafts.values_list("state", flat=True)


def test_a_draft_that_is_left_out_on_the_way_moves_no_other(dora, document):
    accept_sure_soon(document, by=dora)
    do(lease_next("one"))
    first = document.drafts.exclude(state="waiting").first()
    last = document.drafts.filter(state="waiting").last()
    reject_draft(last, by=dora)

    work_off()

    states = dict(document.drafts.values_list("pk", "state"))
    assert states.pop(last.pk) == "rejected"
    assert first.pk in states
    assert "waiting" not in states.values()


def test_work_that_gave_up_says_so_and_can_be_begun_again(dora, document):
    accept_sure_soon(document, by=dora)
    Job.objects.filter(name="imports.accept").update(attempts=5)

    work_off()

    stopped = fresh(document)
    assert stopped.work == ""
    assert overview_of(stopped).notes == [
        "The work stopped on the way. What is done stays; begin again."
    ]
    accept_sure_soon(stopped, by=dora)
    work_off()
    assert fresh(document).notes == []
    assert Activity.objects.count() == 2


def test_work_is_queued_although_its_former_job_has_not_ended_yet(dora, document):
    accept_sure_soon(document, by=dora)
    lease_next("one")
    Document.objects.update(work=Work.NONE)

    accept_sure_soon(fresh(document), by=dora)
    work_off("two")

    assert fresh(document).work == ""
    assert Activity.objects.count() == 2


def test_a_large_import_is_taken_back_in_the_background_to_what_was_before(dora, document):
    record_organisation(name="River School", by=dora)
    before = all_records()
    accept_sure(document, by=dora)

    assert undo_document_soon(document, by=dora) is None
    assert fresh(document).state == "undone"
    assert all_records() != before
    work_off()

    assert all_records() == before
    assert not Provenance.objects.exists()
    left = document.drafts.values_list("state", "applied")
    assert [one for one in left if one != ("waiting", [])] == []
    assert (fresh(document).work, fresh(document).work_done) == ("", fresh(document).work_total)


def test_the_document_says_what_stayed_of_an_import_that_was_taken_back(dora, document):
    accept_sure(document, by=dora)
    river = Organisation.objects.get(sort_name="River School")
    edit_organisation(river, by=dora, city="Split")

    undo_document_soon(document, by=dora)
    work_off()

    assert list(Organisation.objects.all()) == [river]
    assert overview_of(fresh(document)).notes == [
        "“River School” stays: somebody changed it since."
    ]


def test_an_import_is_not_opened_before_all_of_it_is_taken_back(dora, document):
    accept_sure(document, by=dora)
    undo_document_soon(document, by=dora)

    with pytest.raises(Refused, match="still at work"):
        reread_document(fresh(document), by=dora)
    work_off()
    reread_document(fresh(document), by=dora)

    assert fresh(document).state == "read"


def test_the_page_of_progress_loads_anew_once_the_work_is_done(client, dora, document):
    client.force_login(dora)
    accept_sure(document, by=dora)
    said = client.post(f"/desk/imports/{document.pk}/undo/", follow=True).content.decode()
    address = f"/desk/imports/{document.pk}/progress/"

    during = client.get(address, headers={"HX-Request": "true"})
    work_off()
    after = client.get(address, headers={"HX-Request": "true"})

    assert "This import is being taken back." in said
    assert "records are taken back. You can leave this page" in during.content.decode()
    assert "HX-Refresh" not in during.headers
    assert after.headers["HX-Refresh"] == "true"


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(sheets, "LARGE_BYTES", {".csv": 10})


def hand_in(client, *files):
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/desk/imports/", {"uploads": named}, follow=True)


def test_a_large_spreadsheet_is_read_in_the_background(client, dora, large):
    client.force_login(dora)

    said = hand_in(client, ("members.csv", MEMBERS.encode())).content.decode()
    waits = Document.objects.get()
    assert (waits.work, waits.drafts.count()) == ("draft", 0)
    assert "We are reading this file." in said
    assert "Nothing here reads like a record." not in said
    assert "The work goes on" in client.get("/desk/imports/").content.decode()
    work_off()

    read = Document.objects.get()
    assert (read.work, read.layout, read.notes) == ("", "sheet", [])
    assert read.drafts.filter(kind="organisation").count() == 3
    assert [row[1] for row in read.sheet["left_out"]] == [5]


def test_small_and_large_files_come_in_together(client, dora, large):
    client.force_login(dora)

    files = ("members.csv", MEMBERS.encode()), ("notes.txt", b"Peer Learning in 2031\n\nSoon.\n")
    response = hand_in(client, *files)
    work_off()

    told = " ".join(str(one) for one in response.context["messages"])
    assert "A large file is being read." in told
    assert sorted(Document.objects.values_list("name", "work")) == [
        ("members.csv", ""),
        ("notes.txt", ""),
    ]


def test_the_same_large_file_again_adds_nothing(client, dora, large):
    client.force_login(dora)
    for _time in range(2):
        hand_in(client, ("members.csv", MEMBERS.encode()))
    work_off()
    response = hand_in(client, ("members.csv", MEMBERS.encode()))

    assert Document.objects.get().drafts.filter(kind="organisation").count() == 3
    assert [str(one) for one in response.context["messages"]] == [
        "Read before, nothing was added: members.csv."
    ]


def test_a_large_file_that_cannot_be_read_says_why_and_is_read_when_handed_in_again(
    client, dora, large, monkeypatch
):
    monkeypatch.setattr(sheets, "LARGE_BYTES", {".xlsx": 1})
    client.force_login(dora)
    hand_in(client, ("members.xlsx", b"PK\x03\x04 broken"))
    work_off()

    document = Document.objects.get()
    assert document.work == ""
    notes = overview_of(document).notes
    assert notes == ["The file is damaged and cannot be read. Please save it again."]
    hand_in(client, ("members.xlsx", b"PK\x03\x04 broken"))
    assert Document.objects.get().work == "draft"


def test_a_large_file_that_is_taken_back_while_it_waits_is_not_read(client, dora, large):
    client.force_login(dora)
    hand_in(client, ("members.csv", MEMBERS.encode()))

    client.post(f"/desk/imports/{Document.objects.get().pk}/undo/")
    work_off()

    document = Document.objects.get()
    assert (document.state, document.work, document.drafts.count()) == ("undone", "", 0)


def test_the_columns_of_a_large_spreadsheet_are_read_in_the_background(dora, large):
    members = import_file("members.csv", MEMBERS.encode(), by=dora).document
    columns = {one["index"]: one["field"] for one in members.sheet["tables"][0]["columns"]}
    city = next(key for key, name in columns.items() if name == "city")

    answer = map_columns(members, mappings=[("organisation", columns | {city: None})], by=dora)
    with pytest.raises(Refused, match="still at work"):
        map_columns(members, mappings=[("organisation", columns)], by=dora)
    work_off()

    assert answer.work == "draft"
    names = {item["name"] for draft in fresh(members).drafts.all() for item in draft.fields}
    assert "country" in names
    assert "city" not in names


def test_a_worker_that_dies_while_taking_back_leaves_the_rest_to_the_next(dora, document):
    before = all_records()
    accept_sure(document, by=dora)
    undo_document_soon(document, by=dora)
    do(lease_next("one"))
    lease_next("one")
    Job.objects.filter(state="waiting").update(leased_until=timezone.now())

    work_off("two")

    assert fresh(document).work == ""
    assert all_records() == before
