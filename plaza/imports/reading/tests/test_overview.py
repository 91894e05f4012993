from pathlib import Path

import pytest

from plaza.imports.reading.files import open_file
from plaza.imports.reading.found import Reading
from plaza.imports.reading.read import read_source

EXAMPLES = Path(__file__).resolve().parents[4] / "examples"


@pytest.fixture(scope="module")
def overview() -> Reading:
    data = (EXAMPLES / "overview-2022.txt").read_bytes()
    return read_source(open_file("overview-2022.txt", data))


def values(found, name):
    return [field.value for field in found.all(name)]


def test_the_overview_gives_six_activities_with_their_titles(overview):
    assert [found.one("title").value for found in overview.of("activity")] == [
        "Peer-to-peer workshop online on video coaching",
        "Core capacities for life and learning in childhood",
        "Peer support for online professional events and advocacy in one country",
        "Sharing knowledge for a strong workforce in early childhood intervention",
        "Translation of the ECM 2021 issue on climate to Kyrgyz and Russian",
        "ISSA Connects: response for Ukraine",
    ]


def test_hosts_and_countries_follow_the_box_on_the_same_page(overview):
    pairs = [
        (found.one("host").value["name"], found.one("country").value["code"])
        for found in overview.of("activity")
    ]
    assert pairs == [
        ("Open Academy Step by Step", "HR"),
        ("Learning for Well-being Foundation", "NL"),
        ("Ukrainian Step by Step Foundation", "UA"),
        ("For Our Children Foundation", "BG"),
        ("Foundation for Education Initiatives Support", "KG"),
        ("International Step by Step Association", "NL"),
    ]


def test_headcounts_say_whom_they_count(overview):
    counts = [
        [
            (value["number"], value["group"], value["counted"])
            for value in values(found, "headcount")
        ]
        for found in overview.of("activity")
    ]
    assert counts == [
        [(19, "education", "persons"), (9, "supervision", "persons")],
        [(8, None, "persons")],
        [(423, None, "unknown")],
        [(10, None, "persons")],
        [],
        [(24, None, "persons")],
    ]


def test_outcomes_and_outputs_are_entries_with_their_stage(overview):
    stages = [
        ([value["stage"][0] for value in values(found, "outcome")],
         [value["stage"][0] for value in values(found, "output")])
        for found in overview.of("activity")
    ]  # fmt: skip
    assert stages == [
        (["d", "d", "p", "i"], ["d", "d", "p"]),
        (["d", "d"], ["d", "d"]),
        (["d", "p", "d"], ["i"]),
        (["d", "d", "d"], []),
        (["p", "d", "d"], ["d"]),
        (["d"] * 6, []),
    ]


def test_a_heading_printed_above_two_activities_is_flagged_on_both(overview):
    flagged = [
        found.one("title").value
        for found in overview.of("activity")
        if any(doubt.code == "heading_shared" for doubt in found.one("heading").doubts)
    ]
    assert flagged == [
        "Peer-to-peer workshop online on video coaching",
        "ISSA Connects: response for Ukraine",
    ]


def test_countries_named_without_an_organisation_are_kept_as_such(overview):
    named = [
        sorted(value["code"] for value in values(found, "named_country"))
        for found in overview.of("activity")
    ]
    assert named == [["BA", "RS"], [], ["FI", "GE", "HR", "MD", "NO", "SI"], [], [], []]


def test_published_figures_are_kept_as_printed(overview):
    figures = [
        (found.one("indicator").value, found.one("number").value)
        for found in overview.of("published_figure")
    ]
    assert figures == [
        ("organisations", 85),
        ("countries", 41),
        ("activities", 6),
        ("members", 31),
        ("countries", 18),
        ("activities_by_members", 5),
        ("activities", 62),
        ("participants", 13000),
        ("money", 24354),
    ]


def test_every_span_holds_the_words_it_was_read_from(overview):
    text = overview.source.text
    for found in overview.found:
        for field in found.fields:
            words = "".join(text[span.start : span.end] for span in field.spans)
            assert "".join(words.split()).replace("-", "") == "".join(
                field.printed.split()
            ).replace("-", "") or field.name in ("link", "period", "sentence")


def test_a_reading_survives_the_way_through_json(overview):
    assert Reading.from_json(overview.to_json()) == overview


def test_a_label_that_no_table_knows_is_told_and_taken_for_no_value():
    page = (Path(__file__).with_name("pages") / "52-overview-unknown-labels.txt").read_bytes()
    activity = next(read_source(open_file("page.txt", page)).of("activity"))
    assert [doubt.params["label"] for doubt in activity.doubts] == [
        "Budget line",
        "What the evenings brought us",
    ]
    assert [value["number"] for value in values(activity, "headcount")] == [12]
