import subprocess
import sys
from dataclasses import replace

import pytest

from plaza.publishing.book.data import Fact
from plaza.publishing.book.tests.english import ENGLISH
from plaza.publishing.book.tests.sizes import EMPTY, HUNDRED, LONGEST, SCRIPTS, TINY
from plaza.publishing.book.tests.structure import fonts, kinds, languages, opened, structure
from plaza.publishing.book.tests.ukrainian import UKRAINIAN
from plaza.publishing.book.told import Told
from plaza.publishing.book.typeset import ROOT, TypesettingFailed, map_picture, typeset

SECTIONS = ("about", "contents", "figures", "who", "where", "when", "thanks", "join", "notes")


@pytest.fixture(scope="module")
def english():
    return typeset(ENGLISH)


@pytest.fixture(scope="module", params=["en", "uk"])
def either(request, english):
    if request.param == "en":
        return ENGLISH, opened(english)
    return UKRAINIAN, opened(typeset(UKRAINIAN))


def test_a_book_says_its_language_and_title(either):
    book, reader = either
    root = reader.trailer["/Root"]

    assert root["/Lang"] == f"{book.language}-{book.region}"
    assert reader.metadata.title == f"{book.title} · {book.year}"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712


def test_every_activity_has_a_heading_and_a_bookmark(either):
    book, reader = either
    bookmarks = [item.title.replace("\N{NO-BREAK SPACE}", " ") for item in reader.outline]

    assert kinds(structure(reader))["H1"] == len(book.activities) + len(SECTIONS)
    assert [t for t in bookmarks if t in {a.title for a in book.activities}] == [
        a.title for a in book.activities
    ]


def test_pictures_of_the_year_have_words_behind_them(either):
    book, reader = either
    figures = structure(reader).all("Figure")

    assert [f.alt.replace("\N{NO-BREAK SPACE}", " ") for f in figures] == [
        book.map.description,
        book.time_line.description,
    ]


def test_every_table_names_its_columns(either):
    _, reader = either
    tables = structure(reader).all("Table")

    assert [len(t.all("TH")) for t in tables] == [4, 3, 3, 3]


def test_facts_are_a_list_of_labels_and_values(either):
    book, reader = either
    found = kinds(structure(reader))

    items = sum(len(a.facts) + len(a.outcomes) for a in book.activities)
    assert found["LI"] == items
    assert found["LBody"] == items


def test_no_text_lies_about_without_a_paragraph(either):
    _, reader = either
    (document,) = structure(reader).all("Document")

    assert {child.kind for child in document.children} & {"Span", "NonStruct"} == set()
    assert [d for d in document.all("Div") if {c.kind for c in d.children} == {"Span"}] == []


def test_every_font_is_in_the_file_and_copies_out_as_text(either):
    _, reader = either

    assert [name for name, is_whole in fonts(reader).items() if not is_whole] == []
    assert {name for name in fonts(reader) if not name.startswith("Source")} == set()


def test_ukrainian_copies_out_as_it_was_written():
    text = opened(typeset(UKRAINIAN)).pages[11].extract_text()

    assert "Реформа" in text
    assert "вебінарів" in text


def test_every_spread_begins_on_the_left(english):
    reader = opened(english)
    starts = [reader.get_destination_page_number(item) + 1 for item in reader.outline]

    titles = {a.title for a in ENGLISH.activities}
    pages = [n for n, item in zip(starts, reader.outline, strict=True) if item.title in titles]
    assert pages == [8, 10, 12, 14, 16, 18]
    assert len(reader.pages) == 22


def test_the_same_book_gives_the_same_bytes(english):
    assert typeset(ENGLISH) == english


def test_the_print_edition_has_bleed_and_its_last_page_outside():
    reader = opened(typeset(ENGLISH, print_edition=True))
    page = reader.pages[0]

    assert len(reader.pages) == 24
    assert "Notes on the records" in reader.pages[23].extract_text()
    assert round(float(page.mediabox.width) - float(page.trimbox.width), 1) == round(
        6 / 25.4 * 72, 1
    )


def test_a_book_can_be_accessible_and_archival_at_once():
    assert typeset(TINY, standards=("ua-1", "a-2a")).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("book", "pages"), [(TINY, 5), (EMPTY, 10), (LONGEST, 32), (SCRIPTS, 12), (HUNDRED, 232)],
    ids=["tiny", "empty", "longest", "scripts", "hundred"],
)  # fmt: skip
def test_a_book_of_any_size_is_set(book, pages):
    assert len(opened(typeset(book)).pages) == pages


def test_names_are_set_in_their_own_letters():
    used = set(fonts(opened(typeset(SCRIPTS))))

    assert {
        "NotoSansGeorgian-Regular",
        "NotoSansArmenian-Regular",
        "NotoNaskhArabic-Regular",
    } <= used


def test_a_letter_no_font_has_never_stops_a_book_and_is_told():
    chinese = replace(ENGLISH.activities[0], facts=(Fact("Host", "一步"),))
    text = opened(typeset(replace(ENGLISH, activities=(chinese,)))).pages[-1].extract_text()

    assert ENGLISH.labels.unprintable[:24] in text.replace("\n", " ")


def test_a_missing_letter_is_told_in_a_book_without_notes_too():
    chinese = replace(ENGLISH.activities[0], facts=(Fact("Host", "一步"),))
    book = replace(ENGLISH, opening=None, notes=None, activities=(chinese,))
    text = opened(typeset(book)).pages[1].extract_text().replace("\n", " ")

    assert ENGLISH.labels.unprintable[:24] in text
    assert ENGLISH.release_line in text


def test_a_long_name_keeps_to_one_line_of_the_time_line():
    long = replace(ENGLISH.time_line.bars[0], title="Learning from one another " * 12)
    book = replace(TINY, time_line=replace(ENGLISH.time_line, bars=(long,) * 20))
    pages = [page.extract_text() for page in opened(typeset(book)).pages]

    (lines,) = [text.splitlines() for text in pages if "…" in text]
    assert len([line for line in lines if line.startswith("Learning from one")]) == 20


def test_a_long_record_stands_on_one_page():
    long = replace(
        ENGLISH.activities[0],
        outcomes=("What was learned takes two lines of its column, or a little more. " * 2,) * 7,
        outputs=ENGLISH.activities[0].outputs[:1] * 3,
    )

    assert len(opened(typeset(replace(TINY, activities=(long,)))).pages) == 5


def test_a_network_beyond_europe_is_drawn_on_the_world():
    abroad = replace(
        ENGLISH.map, roles={"BR": "host", "UA": "host"}, names={"BR": "Brazil", "UA": "Ukraine"}
    )

    assert len(opened(typeset(replace(ENGLISH, map=abroad))).pages) == 22


def test_parts_follow_the_order_of_the_editors():
    book = replace(TINY, figures=ENGLISH.figures, notes=ENGLISH.notes, order=("notes", "figures"))
    reader = opened(typeset(book))

    assert [item.title for item in reader.outline] == [
        "Notes on the records",
        "The year in figures",
    ]


def test_words_in_another_language_are_marked_with_theirs():
    activity = replace(
        ENGLISH.activities[0],
        lead=Told.of("Dzieci uczą się od siebie.", "pl"),
        outcomes=(Told.of("Діти вчаться одне в одного.", "uk-UA"),),
    )
    root = opened(typeset(replace(TINY, activities=(activity,)))).trailer["/Root"]

    assert {"pl", "uk"} <= set(languages(root["/StructTreeRoot"]))


def test_the_map_alone_is_a_picture():
    assert map_picture(ENGLISH, ppi=72).startswith(b"\x89PNG")


def test_a_colour_that_is_none_fails_in_words():
    broken = replace(ENGLISH, theme=replace(ENGLISH.theme, accent="green-ish"))

    with pytest.raises(TypesettingFailed, match="color"):
        typeset(broken)


def test_the_press_needs_no_django():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, plaza.publishing.book.press; print('django' in sys.modules)",
        ],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )

    assert loaded.stdout == "False\n"
