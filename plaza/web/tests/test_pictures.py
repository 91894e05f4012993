import math
import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import integers, lists, sampled_from

from plaza.web.pictures import books, dots, gauges, marks, rounds, strips, svg, swatches

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WINDOW = strips.Window(date(2022, 1, 1), date(2023, 1, 1), date(2022, 7, 2))


def rects(picture):
    return re.findall(r'class="gauge__(\w+)"(?: x="([\d.]+)%")? y=".5" width="([\d.]+)%"', picture)


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (-0.5, "-0.5"), (0.004, "0"), (-0.004, "0"), (12.345, "12.35"), (100, "100")],
)
def test_numbers_are_short(value, written):
    assert svg.number(value) == written


def test_words_in_a_picture_are_escaped():
    drawn = svg.picture(svg.element("text", "<b> & co"), label='said "so"')
    assert drawn == (
        '<svg role="img" aria-label="said &quot;so&quot;"><title>said &quot;so&quot;</title>'
        "<text>&lt;b&gt; &amp; co</text></svg>"
    )


def test_a_picture_without_a_label_is_hidden():
    assert svg.picture(width="1") == '<svg aria-hidden="true" width="1"/>'


@patient
@given(count=integers(0, 300), sweep=sampled_from([180, 240]))
def test_every_seat_always_has_its_place(count, sweep):
    layout = rounds.lay_out(count, sweep=sweep)
    assert (
        len(layout.places) == len({(round(p.x, 3), round(p.y, 3)) for p in layout.places}) == count
    )


@patient
@given(count=integers(2, 120))
def test_seats_never_touch(count):
    layout = rounds.lay_out(count)
    nearest = min(
        (a.x - b.x) ** 2 + (a.y - b.y) ** 2
        for i, a in enumerate(layout.places)
        for b in layout.places[:i]
    )
    assert nearest**0.5 > 2 * layout.radius


@patient
@given(lit=integers(0, 40), empty=integers(0, 40))
def test_a_round_shows_as_many_seats_as_it_is_told(lit, empty):
    groups = ElementTree.fromstring(rounds.round_([("lit", lit), ("empty", empty)])).findall("g")
    counted = {group.get("class").split("--")[1]: len(group) for group in groups}
    assert counted == {kind: n for kind, n in {"lit": lit, "empty": empty}.items() if n}


def test_a_round_fills_from_the_start_edge():
    places = rounds.lay_out(31, rows=2, inner=0.75).places
    angles = [round(math.atan2(-place.y, -place.x), 4) + 0.0 for place in places]
    assert [abs(angle) for angle in angles] == sorted(abs(angle) for angle in angles)


def test_a_mirrored_round_fills_from_the_other_edge():
    plain = rounds.round_([("lit", 1), ("empty", 4)])
    mirrored = rounds.round_([("lit", 1), ("empty", 4)], mirror=True)
    x = re.compile(r'cx="(-?[\d.]+)"')
    assert float(x.search(plain)[1]) == -float(x.search(mirrored)[1]) == -100


@pytest.mark.parametrize(
    ("rows", "printed", "parts"),
    [
        (6, 6, [("track", "", "100"), ("rows", "", "100")]),
        (8, 32, [("track", "", "100"), ("rows", "", "25"), ("printed", "25", "75")]),
        (0, 24354, [("track", "", "100"), ("printed", "", "100")]),
        (50, 25, [("track", "", "100"), ("rows", "", "50"), ("over", "50", "50")]),
        (7, None, [("track", "", "100"), ("rows", "", "100")]),
        (0, None, [("track", "", "100")]),
    ],
)
def test_a_gauge_shows_rows_then_what_was_only_printed(rows, printed, parts):
    assert rects(gauges.gauge(rows, printed)) == parts


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2022, 1, 1), 0),
        (date(2021, 5, 1), 0),
        (date(2024, 1, 1), 100),
        (date(2022, 7, 2), 49.86),
    ],
)
def test_a_day_stands_at_its_place_in_the_year(day, at):
    assert WINDOW.at(day) == pytest.approx(at, abs=0.01)


def test_a_strip_mirrors_in_lines_that_run_right_to_left():
    mirrored = strips.Window(WINDOW.start, WINDOW.end, WINDOW.today, mirror=True)
    assert mirrored.at(date(2022, 4, 1)) == 100 - WINDOW.at(date(2022, 4, 1))


def test_the_head_names_months_and_puts_the_year_in_place_of_january():
    window = strips.Window(date(2022, 1, 1), date(2023, 4, 1))
    words = re.findall(r">([^<]+)</text>", strips.strip_head(window, "en"))
    assert words == ["Jan", "Mar", "May", "Jul", "Sep", "Nov", "2023", "Mar"]


@pytest.mark.parametrize(
    ("kind", "start", "end", "drawn"),
    [
        ("running", date(2022, 3, 1), date(2022, 6, 1), "strip__bar strip__bar--running"),
        ("running", date(2022, 3, 1), None, "strip__fade"),
        ("postponed", None, None, "strip__bar strip__bar--postponed"),
    ],
)
def test_a_row_shows_what_is_known_of_its_dates(kind, start, end, drawn):
    assert re.findall(r'<rect class="([^"]+)"', strips.strip_row(WINDOW, kind, start, end)) == [
        drawn
    ]


def test_a_row_without_any_date_has_no_bar():
    assert "<rect" not in strips.strip_row(WINDOW, "planned")


def test_dots_count_people_until_nobody_would():
    few = ElementTree.fromstring(dots.dots([("lit", 19), ("now", 9)]))
    assert [len(group) for group in few.findall("g")] == [19, 9]
    assert rects(dots.dots([("lit", 423)])) == [("track", "", "100"), ("rows", "", "100")]


@patient
@given(
    parts=lists(integers(0, 400), max_size=12),
    kind=sampled_from(["guide", "manual", "never heard of"]),
)
def test_a_book_always_stays_inside_its_cover(parts, kind):
    cover = ElementTree.fromstring(books.book(kind, parts))
    x, y = map(float, re.findall(r"[\d.]+", cover.find("g").get("transform")))
    assert all(
        3 < x + float(dot.get("cx")) < 99 and 3 < y + float(dot.get("cy")) < 130
        for dot in cover.find("g")
    )


def test_the_same_kind_of_work_always_has_the_same_inks():
    assert books.ink_of("guide") == books.ink_of("guide") == "mid"
    assert books.ink_of("never heard of") in books.INKS


@pytest.mark.parametrize(
    "drawn",
    [
        marks.mark(),
        rounds.round_([("lit", 3)], label="three"),
        gauges.gauge(1, 2),
        strips.strip_row(WINDOW, "running", date(2022, 3, 1)),
        dots.dots([("lit", 3)]),
        books.book("guide", [3, 2]),
        swatches.swatch("#000000", "#ffffff", "Words"),
    ],
)
def test_pictures_are_well_formed_and_keep_to_the_content_policy(drawn):
    elements = list(ElementTree.fromstring(drawn).iter())
    assert [e for e in elements if e.get("style") or e.tag == "style"] == []


def test_the_last_month_that_a_date_can_tell_breaks_no_window():
    window = strips.Window(date(9999, 11, 1), strips.next_month(date(9999, 12, 31)))
    assert list(window.months()) == [date(9999, 11, 1), date(9999, 12, 1)]
