"""Links, files and the parts of a package at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertRedirects

from plaza.ledger.trees import in_order
from plaza.library.tests.asking import DESK, by_htmx, rows


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://a.example/x", "walks"])
def test_a_link_that_is_no_web_address_is_refused(at_desk, package, url):
    answer = at_desk.post(f"{DESK}files/", rows("files", {"label": "x", "url": url}))

    assert answer.status_code == 422
    assert answer.context["files"][0].errors["url"] == [
        "Write a web address that begins with https://."
    ]


def test_many_links_are_pasted_at_once(at_desk, package):
    day = package.parts.get(number=1)

    answer = by_htmx(
        at_desk,
        f"{DESK}files/links/",
        {
            "links-addresses": "PPT https://a.example/1.pptx\nPDF <https://a.example/1.pdf>\n",
            "links-language": "uk",
            "links-part": day.pk,
        },
    )

    assert answer.status_code == 200
    assert "2 links are added." in answer.text
    added = package.files.filter(language="uk").values_list("url", "label", "part")
    assert list(added) == [
        ("https://a.example/1.pptx", "PPT", day.pk),
        ("https://a.example/1.pdf", "PDF", day.pk),
    ]


def test_a_pasted_line_without_a_link_stays_in_the_field_with_the_reason(at_desk, package):
    answer = by_htmx(
        at_desk,
        f"{DESK}files/links/",
        {
            "links-addresses": "https://a.example/1.pptx\nhttp:/a.example/2.pptx\n\nhttps://a.example/3.pptx"
        },
    )

    assert answer.status_code == 422
    assert "2 links are added." in answer.text
    left = answer.context["links"]
    assert left["addresses"].value() == "http:/a.example/2.pptx"
    assert left.errors["addresses"] == [
        "There is no web address in this. One begins with https://."
    ]
    assert package.files.filter(url__startswith="https://a.example/").count() == 2


def test_a_new_work_is_not_entered_without_a_line_of_its_links(at_desk):
    answer = at_desk.post(
        "/desk/library/new/",
        {"title": "Walks", "kind": "guide", "links": "https://a.example/1.pdf\nwalks.pdf"},
    )

    assert answer.status_code == 422
    assert answer.context["form"].errors["links"] == [
        "There is no web address in “walks.pdf”. One begins with https://."
    ]


def test_files_are_kept_and_programs_are_not(at_desk, package, settings, tmp_path):
    place = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path},
    }
    settings.STORAGES = {**settings.STORAGES, "default": place}
    good = SimpleUploadedFile("walks.pdf", b"%PDF-1.7")
    program = SimpleUploadedFile("notes.txt", b"MZ program")

    answer = by_htmx(at_desk, f"{DESK}files/upload/", {"files": [good, program]})

    assert answer.status_code == 200
    assert "1 file is added. “notes.txt” is a program. Programs are not kept here." in answer.text
    assert [file.name for file in package.files.exclude(content="")] == ["walks.pdf"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "“walks.pdf” is empty. Choose another file."), (None, "This field is required.")],
)
def test_an_upload_without_content_is_refused(at_desk, package, content, sentence):
    files = {} if content is None else {"files": SimpleUploadedFile("walks.pdf", content)}

    answer = at_desk.post(f"{DESK}files/upload/", files)

    assert answer.status_code == 422
    assert sentence in answer.text


@pytest.mark.parametrize("number", ["0", "367", "9" * 40])
def test_a_package_has_days_of_at_most_a_year(at_desk, package, number):
    before = package.parts.count()
    answer = at_desk.post(f"{DESK}parts/days/", {"days-first": number, "days-last": number})

    assert (answer.status_code, package.parts.count()) == (422, before)


def test_parts_and_days_are_added_moved_renamed_and_taken_out(at_desk, package):
    guide, day = package.parts.get(kind="guide"), package.parts.get(number=2)
    at_desk.post(f"{DESK}parts/add/", {"new-title": "Guide: next", "new-kind": "guide"})
    at_desk.post(
        f"{DESK}parts/days/", {"days-first": "3", "days-last": "4", "days-parent": guide.pk}
    )
    at_desk.post(
        f"{DESK}parts/{day.pk}/",
        {f"part-{day.pk}-title": "Day two", f"part-{day.pk}-kind": "day"},
    )
    for verb in ("raise", "sink", "lift", "lower", "raise"):
        at_desk.post(f"{DESK}parts/{day.pk}/{verb}/")
    at_desk.post(f"{DESK}parts/{package.parts.get(number=3).pk}/remove/")

    shape = [(str(part), depth) for part, depth in in_order(package.parts.all())]
    assert shape == [
        ("Guide: first steps", 0),
        ("Day 1", 1),
        ("Day two", 1),
        ("Day 4", 1),
        ("Guide: next", 0),
    ]


def test_a_link_is_doubted_and_trusted(at_desk, package):
    file = package.files.first()

    line = {"key": file.pk, "label": "Guide", "url": file.url, "doubt": "It looks misspelt."}
    at_desk.post(f"{DESK}files/", rows("files", line, initial=1))
    waiting = at_desk.get("/desk/library/doubtful/").context["paged"]
    assert [one.health_note for one in waiting] == ["It looks misspelt."]
    answer = at_desk.post(f"{DESK}files/{file.pk}/trust/", {"next": "doubtful"})

    assertRedirects(answer, "/desk/library/doubtful/", fetch_redirect_response=False)
    file.refresh_from_db()
    assert file.health == "good"
