"""Links, and files that are stored here."""

import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from plaza.library import actions
from plaza.library.endings import format_of, label_of, why_refused
from plaza.library.models import File
from plaza.web.refusals import Refused

PDF = b"%PDF-1.7 a page"


@pytest.fixture(autouse=True)
def files_of_this_test_alone(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }


def upload(name="walks.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("address", "form", "label"),
    [
        ("https://a.example/Day%20I.PPTX", "ppt", "PPT"),
        ("https://a.example/guide.pdf?version=2", "pdf", "PDF"),
        ("https://a.example/knowledge-hub/what_we-tried/", "", "what we tried"),
        ("https://a.example/", "", "a.example"),
    ],
)
def test_an_ending_tells_format_and_label(address, form, label):
    assert (format_of(address), label_of(address)) == (form, label)


def test_a_file_is_kept_once_under_its_checksum(make_work, system):
    one, other = make_work(), make_work()

    first = actions.store_file(one, upload=upload(), by=system)
    second = actions.store_file(other, upload=upload("same.pdf"), by=system)

    checksum = hashlib.sha256(PDF).hexdigest()
    assert (first.checksum, first.size, first.format) == (checksum, len(PDF), "pdf")
    assert (first.label, first.name) == ("walks", "walks.pdf")
    assert first.content.name == second.content.name == f"library/{checksum[:2]}/{checksum}"
    with default_storage.open(first.content.name) as kept:
        assert kept.read() == PDF


def test_the_same_content_is_not_added_twice_to_one_place(make_work, system):
    work = make_work()
    actions.store_file(work, upload=upload(), by=system)

    with pytest.raises(Refused, match=r"“again.pdf” is here already"):
        actions.store_file(work, upload=upload("again.pdf"), by=system)


def test_an_empty_file_is_refused(make_work, system):
    with pytest.raises(Refused, match=r"“walks.pdf” is empty"):
        actions.store_file(make_work(), upload=upload(content=b""), by=system)


def test_a_file_over_the_limit_is_refused(make_work, system, settings):
    settings.PLAZA_FILE_LIMIT_MB = 1

    with pytest.raises(Refused, match="larger than 1 megabyte"):
        actions.store_file(make_work(), upload=upload(content=PDF + b"x" * 1024**2), by=system)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("walks.txt", b"MZ\x90\x00"),
        ("walks.pdf", b"\x7fELF\x02"),
        ("walks.txt", b"#!/bin/sh\nrm"),
        ("walks.txt", b"\xef\xbb\xbf#!/bin/sh"),
        ("walks.exe", b"hello"),
        ("walks.JS", b"hello"),
    ],
)
def test_a_program_is_refused_whatever_its_name(make_work, system, name, content):
    work = make_work()

    with pytest.raises(Refused, match="is a program"):
        actions.store_file(work, upload=upload(name, content), by=system)

    assert (File.objects.count(), default_storage.listdir("")) == (0, ([], []))


def test_a_file_that_is_not_what_its_ending_says_is_refused():
    assert why_refused("a.pdf", b"<html>") == (
        "“a.pdf” is not what its ending says. Save it again and add it then."
    )
    assert why_refused("a.jpeg", b"\xff\xd8\xff") == ""


def test_an_unfit_file_stops_no_other(make_work, system):
    work = make_work()

    stored = actions.store_files(work, files=[upload(), upload("b.pdf", b"")], by=system)

    assert [file.name for file in stored.files] == ["walks.pdf"]
    assert stored.refused == ["“b.pdf” is empty. Choose another file."]


def test_known_links_are_not_added_again(make_work, system):
    work = make_work()
    urls = ["https://a.example/1.pdf", "https://a.example/2.pptx"]

    first = actions.add_links(work, urls=urls, by=system)
    again = actions.add_links(work, urls=[*urls, "https://a.example/3.docx"], by=system)

    assert [file.label for file in first] == ["PDF", "PPT"]
    assert [file.label for file in again] == ["DOC"]


def test_a_doubtful_link_is_trusted_again(package, system):
    link = package.files.first()

    actions.doubt_link(link, note="It begins with “eams”.", by=system)
    assert (link.health, link.health_note) == ("doubtful", "It begins with “eams”.")
    actions.trust_link(link, by=system)
    assert (link.health, link.health_note) == ("good", "")


def test_a_stored_file_never_gets_a_link(make_work, system):
    file = actions.store_file(make_work(), upload=upload(), by=system)

    actions.edit_file(file, url="https://a.example/", label="Walks", by=system)

    file.refresh_from_db()
    assert (file.url, file.label) == ("", "Walks")
