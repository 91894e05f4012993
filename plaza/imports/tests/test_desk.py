import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertRedirects

from plaza.activities.models import Activity
from plaza.imports.actions import accept_sure, background
from plaza.imports.models import Document
from plaza.imports.queries.documents import waiting_documents
from plaza.imports.tests.asking import draft_of
from plaza.imports.tests.makers import OVERVIEW, an_overview, meadow, songs, the_year
from plaza.jobs.actions import work_off

pytestmark = pytest.mark.django_db


PAGE = b"Peer Learning Activities in 2031\n\nNothing yet.\n"


def messages(response):
    return [str(one) for one in response.context["messages"]]


def upload(client, *files):
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/desk/imports/", {"uploads": named}, follow=True)


def test_the_desk_is_closed_to_people_without_a_role(client, ben, document):
    client.force_login(ben)

    for path in ("", f"{document.pk}/", f"{document.pk}/{draft_of(document).pk}/"):
        assert client.get(f"/desk/imports/{path}").status_code == 403
    assert client.post(f"/desk/imports/{document.pk}/accept/").status_code == 403
    assert not Activity.objects.exists()


def test_an_upload_leads_to_what_was_found(desk):
    response = upload(desk, ("notes.txt", PAGE))

    document = Document.objects.get()
    assertRedirects(response, f"/desk/imports/{document.pk}/")
    assert (document.name, document.size) == ("notes.txt", len(PAGE))


def test_the_same_file_again_says_so_and_adds_nothing(desk):
    upload(desk, ("notes.txt", PAGE))

    response = upload(desk, ("again.txt", PAGE))

    assert messages(response)[-1].startswith("Read before, nothing was added")
    assert Document.objects.count() == 1


def test_a_file_that_cannot_be_read_is_one_sentence_and_the_others_go_on(desk):
    response = upload(desk, ("good.txt", PAGE), ("bad.pdf", b"%PDF-1.4 broken"), ("no.txt", b""))

    assert response.status_code == 422
    told = response.context["form"].errors["uploads"]
    assert [line.partition(": ")[0] for line in told] == ["bad.pdf", "no.txt"]
    assert list(Document.objects.values_list("name", flat=True)) == ["good.txt"]


def test_each_file_that_cannot_be_read_counts_as_one_thing(desk):
    response = upload(desk, ("bad.pdf", b"%PDF-1.4 broken"), ("no.txt", b""))

    assert "<h2>2 things need another look</h2>" in response.text
    assert "Documents or spreadsheets: " not in response.text


def test_a_sheet_without_known_columns_is_read_and_nothing_is_counted(desk):
    response = upload(desk, ("odd.csv", b"Foo;Bar\nx;y\n"))

    assert messages(response) == ["The file is read."]


def test_what_still_needs_a_person_is_the_heading_once_all_sure_ones_are_taken(
    desk, dora, document
):
    accept_sure(document, by=dora)
    document.drafts.filter(state="waiting").delete()
    left = document.drafts.filter(waiting__gt=0).count()

    answer = desk.get(f"/desk/imports/{document.pk}/").text

    assert left and f"{left} record" in answer.partition("<h1>")[2].partition("</h1>")[0]
    assert "Accept all 0" not in answer


def test_without_a_file_the_form_says_what_to_do(desk):
    response = desk.post("/desk/imports/", {})

    assert response.status_code == 422
    assert response.context["form"].errors["uploads"] == ["Choose at least one file."]


def test_a_file_over_the_limit_is_refused(desk, settings):
    settings.PLAZA_FILE_LIMIT_MB = 0

    response = upload(desk, ("large.txt", b"x"))

    assert "larger than 0 MB" in response.context["form"].errors["uploads"][0]
    assert not Document.objects.exists()


def test_accept_all_sure_ones_makes_them_records_and_says_what_waits(desk, document):
    response = desk.post(f"/desk/imports/{document.pk}/accept/", follow=True)

    assertRedirects(response, f"/desk/imports/{document.pk}/")
    assert messages(response) == ["4 records are accepted. What is doubtful waits for you."]
    assert Activity.objects.count() == 2


def test_many_sure_ones_are_accepted_in_the_background(desk, document, monkeypatch):
    monkeypatch.setattr(background, "LARGE", 1)
    response = desk.post(f"/desk/imports/{document.pk}/accept/", follow=True)
    assert not Activity.objects.exists()
    assert "0 of 4 records" in response.content.decode()

    work_off()

    document.refresh_from_db()
    assert (document.work, document.work_done) == ("", 4)
    assert set(Activity.objects.values_list("visibility", flat=True)) == {"public"}


def test_the_whole_import_is_taken_back_with_one_button(desk, dora, document):
    accept_sure(document, by=dora)

    response = desk.post(f"/desk/imports/{document.pk}/undo/", follow=True)

    assert messages(response) == ["This import is taken back."]
    assert not Activity.objects.exists()
    assert desk.post(f"/desk/imports/{document.pk}/undo/").status_code == 409


def test_an_import_that_was_taken_back_can_be_opened_again(desk, dora, document):
    desk.post(f"/desk/imports/{document.pk}/undo/")

    response = desk.post(f"/desk/imports/{document.pk}/reread/")

    assertRedirects(response, f"/desk/imports/{document.pk}/")
    document.refresh_from_db()
    assert document.state == "read"


def test_the_original_file_is_only_ever_a_download(desk, document):
    response = desk.get(f"/desk/imports/{document.pk}/source/")

    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="overview-2031.txt"'
    assert b"".join(response.streaming_content).startswith(OVERVIEW.encode())


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_imports_asks_the_database_as_often_for_one_as_for_three(desk, dora, count):
    for place in range(count):
        an_overview(by=dora, name=f"{place}.txt", text=OVERVIEW + "." * place)
    desk.get("/desk/imports/")

    with CaptureQueriesContext(connection) as asked:
        desk.get("/desk/imports/")

    assert len(asked) == 9


@pytest.mark.parametrize("founds", [[the_year()], [the_year(), songs(), meadow()]])
def test_a_document_asks_the_database_as_often_for_one_draft_as_for_three(desk, dora, founds):
    document = an_overview(by=dora, founds=founds)
    desk.get(f"/desk/imports/{document.pk}/")

    with CaptureQueriesContext(connection) as asked:
        desk.get(f"/desk/imports/{document.pk}/")

    assert len(asked) == 11


def test_the_first_page_of_the_desk_says_what_waits(document, dora):
    (waiting,) = waiting_documents(dora)

    assert (waiting.what, waiting.url) == (
        "4 found records wait in an import",
        f"/desk/imports/{document.pk}/",
    )


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_is_counted_in_two_queries_however_many_documents_wait(dora, number):
    for place in range(number):
        an_overview(by=dora, name=f"overview-{place}.txt", text=f"{OVERVIEW}\n{place}\n")

    with CaptureQueriesContext(connection) as asked:
        waiting = waiting_documents(dora)

    assert (len(waiting), len(asked)) == (number, 2)
    assert {one.why.partition(": ")[2] for one in waiting} == {
        "2 activities, 1 programme, 1 published figure."
    }


def test_a_likely_record_can_be_ruled_out(desk, dora, document):
    accept_sure(document, by=dora)
    told = "What we sang beside the water"
    text = OVERVIEW.replace("Songs by the river", told)
    found = songs(text, title=(told, told))
    later = an_overview(by=dora, text=text, name="later.txt", founds=[found, the_year(text)])
    draft = later.drafts.get(kind="activity")

    desk.post(f"/desk/imports/{later.pk}/{draft.pk}/choose/", {})
    desk.post(f"/desk/imports/{later.pk}/{draft.pk}/accept/")

    assert Activity.objects.count() == 3
    made = Activity.objects.get(sort_title=told)
    assert (made.outcomes.count(), made.headcounts.count()) == (1, 2)


def test_a_likely_record_can_be_added_to(desk, dora, document):
    accept_sure(document, by=dora)
    told = "What we sang beside the water"
    text = OVERVIEW.replace("Songs by the river", told).replace("nine songs", "ten songs")
    outcome = {"text": "Everybody knows ten songs.", "stage": "delivered"}
    found = songs(text, title=(told, told), outcome=("Everybody knows ten songs.", outcome))
    later = an_overview(by=dora, text=text, name="later.txt", founds=[found, the_year(text)])
    draft = later.drafts.get(kind="activity")

    desk.post(f"/desk/imports/{later.pk}/{draft.pk}/choose/", {"same": "1"})
    desk.post(f"/desk/imports/{later.pk}/{draft.pk}/accept/")

    activity = Activity.objects.get(sort_title="Songs by the river")
    assert [str(one.text) for one in activity.outcomes.all()] == [
        "Everybody knows nine songs.",
        "Everybody knows ten songs.",
    ]
