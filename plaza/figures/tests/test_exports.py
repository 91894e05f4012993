import csv
import io
import json
import tracemalloc
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from plaza.figures.exports import Table, csv_pieces, harmless, written, xlsx_file
from plaza.figures.queries.exported import figures_json
from plaza.figures.tests.makers import involve, make_2022, make_activity, make_member

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)
rows = st.lists(st.tuples(words, st.none() | st.integers(-9, 9) | words).map(list), max_size=8)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def read_csv(pieces):
    text = b"".join(pieces).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@settings(max_examples=30, deadline=None)
@given(rows=rows)
def test_csv_gives_back_what_was_written(rows):
    expected = [[str(harmless(value)) for value in row] for row in rows]

    assert read_csv(csv_pieces(["a", "b"], iter(rows))) == [["a", "b"], *expected]


@settings(max_examples=30, deadline=None)
@given(rows=rows)
def test_xlsx_gives_back_what_was_written(rows):
    with xlsx_file("rows", ["a", "b"], iter(rows)) as file:
        sheet = load_workbook(file).active
        found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert found == [[value if value != "" else None for value in row] for row in rows]


def test_csv_begins_with_a_byte_order_mark():
    assert next(csv_pieces(["a"], iter([]))).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    table = {form: Table("rows", form, ["a"], iter([[text]]), iter([])) for form in ("csv", "xlsx")}

    with written(table["xlsx"]) as file:
        cell = load_workbook(file).active["A2"]

    assert read_csv(written(table["csv"]))[1] == [f"'{text}"]
    assert (cell.data_type, cell.value.strip()) == ("s", text.strip())


def test_numbers_stay_numbers():
    values = [Decimal("-24354.50"), 3, None]

    with xlsx_file("rows", ["a", "b", "c"], iter([values])) as file:
        found = [cell.value for cell in load_workbook(file).active[2]]

    assert read_csv(csv_pieces(["a", "b", "c"], iter([values])))[1] == ["-24354.5", "3", ""]
    assert found == [-24354.5, 3, None]


def test_letters_that_a_workbook_cannot_hold_are_left_out():
    with xlsx_file("rows", ["a"], iter([["bell\x07"]])) as file:
        assert load_workbook(file).active["A2"].value == "bell"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_fifty_thousand_rows_do_not_fill_the_memory(form):
    many = ([number, "Activity", "Group", 4] for number in range(50_000))
    table = Table("rows", form, ["No.", "a", "b", "c"], many, iter([]))
    tracemalloc.start()
    try:
        pieces = written(table)
        size = sum(len(piece) for piece in pieces)
        peak = tracemalloc.get_traced_memory()[1]
        pieces.close()
    finally:
        tracemalloc.stop()

    assert (size > 500_000, peak < 8_000_000) == (True, True)


@pytest.mark.django_db
def test_csv_of_a_figure_says_why_each_row_counts(client, dora):
    make_2022(dora)

    answer = client.get("/figures/2022/hosts.csv")

    found = read_csv(answer.streaming_content)
    assert answer["Content-Disposition"] == 'attachment; filename="figures-2022-hosts.csv"'
    assert found[0] == ["No.", "Organisation", "Country", "Member", "Why it counts", "Address"]
    assert [row[1] for row in found[1:]] == [
        "For Our Children Foundation",
        "Foundation for Education Initiatives Support",
        "International Step by Step Association",
        "Learning for Well-being Foundation",
        "Open Academy Step by Step",
        "Ukrainian Step by Step Foundation",
    ]
    assert found[3][2:5] == [
        "Netherlands",
        "not known",
        "Host: Response to the war; The network's own office",
    ]


@pytest.mark.django_db
def test_json_of_a_year_round_trips_with_its_rows(client, dora):
    make_2022(dora)

    answer = json.loads(client.get("/figures/2022.json").getvalue())
    whole = figures_json(2022)

    assert [one["key"] for one in answer["figures"]] == [one["key"] for one in whole["figures"]]
    assert {one["key"]: one["row_count"] for one in answer["figures"]} == {
        one["key"]: len(one["rows"]) for one in whole["figures"]
    }
    money = next(one for one in answer["figures"] if one["key"] == "money")
    assert (money["value"], money["unit"], money["missing"]) == (
        None,
        "EUR",
        "24,354 EUR as printed, no rows.",
    )
    assert money["printed"][0]["number"] == 24354


@pytest.mark.django_db
def test_json_of_a_figure_holds_what_its_page_shows(client, dora):
    make_2022(dora)

    answer = json.loads(client.get("/figures/2022/participants.json").getvalue())

    assert (answer["value"], answer["upper"]) == (61, 70)
    assert [(row["number"], row["overlap"]) for row in answer["rows"]] == [
        (19, "unknown"),
        (9, "unknown"),
        (8, "unknown"),
        (10, "unknown"),
        (24, "unknown"),
    ]


@pytest.mark.django_db
def test_xlsx_of_a_year_has_one_line_for_each_figure(client, dora):
    make_2022(dora)

    answer = client.get("/figures/2022.xlsx")

    sheet = load_workbook(io.BytesIO(answer.getvalue())).active
    found = {row[0]: (row[4], row[6], row[10]) for row in sheet.iter_rows(values_only=True)}
    assert found["Countries"] == (
        "18",
        12,
        "18 as printed; 12 countries are named; 6 are not named in any document.",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv", "json"])
def test_files_hide_what_the_reader_may_not_see(client, dora, form):
    secret = make_member(dora, "Secret body", "HR", visibility="desk")
    involve(dora, make_activity(dora, "Open to all"), secret, "host")

    answer = client.get(f"/figures/2022/hosts.{form}").getvalue().decode()

    assert ("Secret" in answer, "Not public" in answer or '"key": null' in answer) == (False, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/figures/2022/now.csv",
        "/figures/2022/now/members.csv",
        "/figures/2011-2022.csv",
        "/figures/2011-2022/activities.csv",
    ],
)
def test_every_table_has_a_file(client, dora, address):
    make_2022(dora)

    answer = client.get(address)

    assert (answer.status_code, len(read_csv(answer.streaming_content)) > 1) == (200, True)
