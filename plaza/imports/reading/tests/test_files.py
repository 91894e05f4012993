import io
import zipfile

import docx
import openpyxl
import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as some

from plaza.imports.reading.files import open_file
from plaza.imports.reading.found import Reading
from plaza.imports.reading.read import read_source
from plaza.imports.reading.source import Unreadable

COLUMNS = b"""
#set page(paper: "a4", columns: 2)
Participants: 12 teachers and 7 trainers \\
Host: Korak po korak \\
Country: Slovenia

MAIN LEARNING OUTCOMES

- Teachers have learned to observe play with care and to write down what they see.

#link("https://example.org/play")[more about play]
#colbreak()
Looking at play \\
MARCH 2021

Observation as a daily habit

Play is looked at every day in these two houses, by all who work there, and in turns.
"""


HEADED = b"""
#set page(paper: "a4", header: [Moss Network], footer: context counter(page).display())
A year of meetings.
#pagebreak()
#columns(2)[
#text(size: 16pt)[Rainy day play: ideas for \\ small rooms] \\
MARCH 2021

Small rooms, long days \\
Three online meetings showed how teams in small houses and narrow rooms make place for movement, \
and what the children said about it when they were asked.
#colbreak()
Participants: 28 \\
Host: Tulip House \\
Country: Malta

https://example.org/rainy-days
]
#pagebreak()
The end of the year.
"""


def pdf_of(markup):
    return typst.compile(markup)


def zip_of(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def refusal(name, data, **options):
    with pytest.raises(Unreadable) as refused:
        open_file(name, data, **options)
    return refused.value.code


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Учасники: 24 вчителі з України", "cp1251"),
        ("Учасники: 24 вчителі з України", "utf-16"),
        ("Participants: 24 from Україна and Moldova", "utf-16-le"),
        ("Formação contínua para crianças e famílias", "cp1252"),
        ("Udeleženci so učitelji in vzgojitelji, ki se srečujejo v šoli", "cp1250"),
        ("Café één, naïef", "utf-8-sig"),
    ],
)
def test_text_is_read_in_its_encoding(text, encoding):
    assert open_file("page.txt", text.encode(encoding)).text == text


def test_columns_of_a_pdf_are_read_one_after_the_other_and_links_are_kept():
    source = open_file("page.pdf", pdf_of(COLUMNS))
    activity = next(read_source(source).of("activity"))
    assert [
        activity.one("title").value,
        activity.one("host").value["name"],
        activity.one("link").value["url"],
    ] == ["Looking at play", "Korak po korak", "https://example.org/play"]


def test_running_heads_and_page_numbers_of_a_pdf_are_no_words_of_a_record():
    activity = next(read_source(open_file("page.pdf", pdf_of(HEADED))).of("activity"))
    assert [activity.one(name).printed for name in ("title", "heading", "host")] == [
        "Rainy day play: ideas for small rooms",
        "Small rooms, long days",
        "Tulip House",
    ]
    assert [text.split()[0] + " … " + text.split()[-1] for text in activity.one("text").value] == [
        "Three … asked.",
        "The … year.",
    ]
    assert [field.value["url"] for field in activity.all("link")] == [
        "https://example.org/rainy-days"
    ]


def test_a_locked_pdf_is_refused():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(b"Hello, here is some text.")))
    writer.encrypt("secret")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert refusal("page.pdf", buffer.getvalue()) == "pdf_encrypted"


def test_a_pdf_of_pictures_is_refused():
    drawn = pdf_of(
        b"#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
        b"<rect width='9' height='9'/></svg>\"))"
    )
    assert refusal("page.pdf", drawn) in ("pdf_scanned", "no_text")


def test_a_cut_pdf_is_refused():
    assert refusal("page.pdf", pdf_of(COLUMNS)[:2000]) == "pdf_broken"


def test_a_zip_bomb_is_refused():
    bomb = zip_of(word__document_xml=b"0" * (40 * 1024 * 1024))
    assert refusal("page.docx", bomb) == "zip_bomb"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b" \n", "empty"),
        ("program.txt", b"MZ\x90\x00\x03\x00\x00\x00", "binary"),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(20), "binary"),
        ("noise.txt", bytes(range(256)) * 8, "binary"),
        ("picture.png", b"\x89PNG\r\n\x1a\n0000", "unknown_kind"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old_office"),
        ("archive.docx", zip_of(readme=b"hello"), "unknown_kind"),
        ("cut.xlsx", zip_of(xl__workbook_xml=b"<x/>")[:40], "office_broken"),
        ("odd.xlsx", zip_of(xl__workbook_xml=b"<x/>"), "office_broken"),
    ],
    ids=lambda value: (
        None if isinstance(value, str) else "data"
    ),  # a zip holds the time it was made
)
def test_what_cannot_be_read_is_refused_with_its_reason(name, data, code):
    assert refusal(name, data) == code


def test_a_file_over_the_limit_is_refused():
    assert refusal("page.txt", b"x" * (1024 * 1024 + 1), limit_mb=1) == "too_large"


def test_scripts_of_a_page_are_dropped():
    source = open_file(
        "page.html",
        b"<!doctype html><html><body><script>steal()</script><h1>Hello</h1>"
        b"<p onclick='x()'>You</p></body></html>",
    )
    assert (source.text, source.warnings) == ("Hello\n\nYou\n", ("scripts_dropped",))


def test_a_word_file_gives_paragraphs_lists_and_tables():
    document = docx.Document()
    document.add_heading("A title", 1)
    document.add_paragraph("First", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Country", "Italy"
    assert open_file("page.docx", saved(document)).text == "A title\n\n• First\n\nCountry: Italy\n"


def test_a_formula_without_a_result_is_doubtful_and_not_fatal():
    book = openpyxl.Workbook()
    book.active.append(["Title", "Host", "Participants"])
    book.active.append(["Reading aloud", "Story House", "=SUM(A1:A2)"])
    reading = read_source(open_file("list.xlsx", saved(book)))
    doubts = [doubt.code for field in reading.found[0].fields for doubt in field.doubts]
    assert (reading.source.warnings, doubts) == (
        ("formula_without_value",),
        ["formula_without_value"],
    )


PAGES = (
    b"Participants: 8\nHost: A Foundation, Italy\nStructure: 2 webinars of 1 hour\n",
    b'Published in\n2020\nOrganization\nA, B\nbutton[src="https://x.org/a.pdf"][label="PDF"]\n',
    b"Title;Date;Host\nA;3-5 May 2019;B\nTotal;1;\n",
    b"<!doctype html><html><body><table><tr><td>a<td>b</table>",
)


@settings(max_examples=60, deadline=None)
@given(
    name=some.sampled_from(["a.txt", "a.md", "a.csv", "a.html", "a.pdf", "a.docx"]),
    page=some.sampled_from([*PAGES, pdf_of(COLUMNS), saved(docx.Document())]),
    cut=some.integers(0, 4000),
    noise=some.binary(max_size=40),
    keep=some.booleans(),
)
def test_cut_and_noisy_files_are_read_or_refused_and_nothing_else(name, page, cut, noise, keep):
    data = page[:cut] + noise + (page[cut + len(noise) :] if keep else b"")
    try:
        reading = read_source(open_file(name, data))
    except Unreadable as refused:
        assert refused.sentence.endswith(".")
    else:
        assert Reading.from_json(reading.to_json()) == reading


@settings(max_examples=40, deadline=None)
@given(text=some.text(max_size=400))
def test_any_text_can_be_read(text):
    try:
        source = open_file("any.txt", text.encode())
    except Unreadable:
        return
    for found in read_source(source).found:
        for field in found.fields:
            assert all(0 <= span.start < span.end <= len(source.text) for span in field.spans)
