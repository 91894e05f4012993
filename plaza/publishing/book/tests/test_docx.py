import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from plaza.publishing.book.docx import write_docx
from plaza.publishing.book.tests.english import ENGLISH
from plaza.publishing.book.tests.sizes import EMPTY, SCRIPTS, TINY
from plaza.publishing.book.tests.ukrainian import UKRAINIAN
from plaza.publishing.book.told import Told


@pytest.fixture(scope="module", params=[ENGLISH, UKRAINIAN], ids=["en", "uk"])
def either(request):
    return request.param, docx.Document(io.BytesIO(write_docx(request.param)))


def styled(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_headings_are_real_headings_in_the_order_of_the_book(either):
    book, document = either

    assert styled(document, "Heading 1") == [
        book.opening.heading,
        book.figures.heading,
        book.people.heading,
        book.map.heading,
        book.time_line.heading,
        *(f"{a.number}. {a.title}" for a in book.activities),
        book.thanks.heading,
        book.join.heading,
        book.notes.heading,
    ]


def test_the_document_says_its_language_and_title(either):
    book, document = either
    spoken = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")

    assert spoken.get(qn("w:val")) == f"{book.language}-{book.region}"
    assert document.core_properties.title == f"{book.title} · {book.year}"


def test_the_map_has_words_behind_it(either):
    book, document = either
    (picture,) = document.inline_shapes

    assert picture._inline.docPr.get("descr") == book.map.description


def test_every_table_with_columns_marks_its_header(either):
    book, document = either
    marked = [t for t in document.tables if t._tbl.findall(f".//{qn('w:tblHeader')}")]

    assert len(marked) == 4
    assert [c.text for c in marked[0].rows[0].cells] == [
        book.labels.figure,
        book.labels.printed,
        book.labels.computed,
        book.labels.between,
    ]
    assert len(marked[0].rows) == len(book.figures.rows) + 1


def test_no_row_of_a_table_breaks_over_two_pages(either):
    _, document = either
    rows = [row for table in document.tables for row in table.rows]

    assert rows and all(row._tr.findall(f".//{qn('w:cantSplit')}") for row in rows)


@pytest.mark.parametrize("book", [TINY, EMPTY, SCRIPTS], ids=["tiny", "empty", "scripts"])
def test_a_document_of_any_size_is_written(book):
    document = docx.Document(io.BytesIO(write_docx(book)))

    assert styled(document, "Title") == [f"{book.title} {book.year}"]


def test_words_in_another_language_are_marked_with_theirs():
    lead = Told.of("Dzieci uczą się od siebie.", "pl")
    book = replace(TINY, activities=(replace(ENGLISH.activities[0], paragraphs=(lead,)),))
    document = docx.Document(io.BytesIO(write_docx(book)))

    (said,) = document.element.body.findall(f".//{qn('w:lang')}")
    assert said.get(qn("w:val")) == "pl"


def test_the_words_between_have_the_widest_column(either):
    _, document = either
    table = document.tables[0]

    assert [round(one.width.cm, 1) for one in table.rows[0].cells] == [4.0, 2.6, 2.6, 7.0]
    assert [round(one.width.cm, 1) for one in table.columns] == [4.0, 2.6, 2.6, 7.0]
