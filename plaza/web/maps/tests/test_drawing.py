import re
import xml.etree.ElementTree as ET

from plaza.web.maps.drawing import europe_map, small_map
from plaza.web.maps.frames import EUROPE, close_up, overview
from plaza.web.maps.geometry import Box
from plaza.web.maps.labels import place_labels, width_of
from plaza.web.maps.shapes import shapes

ROLES = {
    "NL": "host", "HR": "host", "UA": "host", "BG": "host", "MD": "cohost", "RS": "shared",
    "BA": "shared", "SI": "shared", "GE": "shared", "FI": "shared", "NO": "shared", "KG": "waiting",
}  # fmt: skip
NAMES = {
    "NL": "Netherlands", "HR": "Croatia", "UA": "Ukraine", "BG": "Bulgaria", "MD": "Moldova",
    "RS": "Serbia", "BA": "Bosnia and Herzegovina", "SI": "Slovenia", "GE": "Georgia",
    "FI": "Finland", "NO": "Norway", "KG": "Kyrgyzstan",
}  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"


def drawn(**overrides):
    told = {"labels": NAMES, "title": "Where peers come from", "description": "Twelve countries."}
    return europe_map(ROLES, **(told | overrides))


def elements(svg, tag):
    return ET.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)).iter(
        SVG + tag
    )


def boxes(labels, size):
    for label in labels:
        width = width_of(label.text, size)
        back = {"start": 0, "middle": width / 2, "end": width}[label.align]
        yield Box(label.x - back, label.y - size / 2, width, size)


def test_a_map_says_what_it_shows_to_those_who_do_not_see_it():
    svg = drawn(title="Peers & places", uid="year")

    assert [e.text for e in elements(svg, "title")] == ["Peers & places"]
    assert [e.text for e in elements(svg, "desc")] == ["Twelve countries."]
    assert 'role="img" aria-labelledby="year-title year-words"' in svg


def test_a_map_carries_no_style_of_its_own():
    assert re.findall(r"style=|<style|fill=\"#|on\w+=", drawn()) == []


def test_a_map_of_a_year_is_light():
    assert len(drawn(shape="band")) < 20_000


def test_each_country_with_a_role_is_one_shape_of_that_role():
    classes = [e.get("class") for e in elements(drawn(), "path")]

    roles = ("host", "cohost", "shared", "waiting")

    assert {role: classes.count(f"map__{role}") for role in roles} == {
        "host": 4, "cohost": 1, "shared": 6, "waiting": 1,
    }  # fmt: skip


def test_names_never_touch_each_other_or_leave_the_frame():
    view = overview(ROLES)
    placed = list(boxes(place_labels(NAMES, ROLES, view, size=13), 13))

    assert len(placed) == 12
    assert [b for b in placed if not view.box.covers(b)] == []
    assert [(a, b) for i, a in enumerate(placed) for b in placed[:i] if a.touches(b)] == []


def test_a_crowded_map_leaves_out_a_name_that_finds_no_room_near_its_country():
    crowd = {c: s.code for c, s in shapes("coarse").items() if s.anchor and EUROPE.holds(s.anchor)}
    names = {code: f"A long name of {code}" for code in crowd}
    placed = place_labels(names, names, overview(names), size=13)

    assert 5 < len(placed) < len(names)
    told = list(boxes(placed, 13))
    assert [(a, b) for i, a in enumerate(told) for b in told[:i] if a.touches(b)] == []


def test_a_country_just_beyond_the_frame_stretches_it():
    view = overview(["IS", "UA"])

    assert view.detail == "coarse"
    assert view.box.y < EUROPE.y
    assert view.box.holds(shapes("coarse")["IS"].anchor)


def test_a_country_outside_europe_shows_the_world():
    assert overview(["UA", "BR"]).detail == "world"
    assert overview([]).box == EUROPE


def test_a_small_map_keeps_surroundings_and_holds_every_country():
    one, many = close_up(["NL"]), close_up(["UA", "NO", "GE", "HR"])

    assert (one.box.width, one.box.height) == (330, 330)
    assert [
        c for c in ("UA", "NO", "GE", "HR") if not many.box.holds(shapes("coarse")[c].anchor)
    ] == []
    assert len(small_map({"NL": "host"}, title="Host", description="The Netherlands")) < 6_000


def test_a_country_nobody_knows_is_left_out_of_the_picture():
    assert [e.get("class") for e in elements(drawn(labels={"ZZ": "Nowhere"}), "text")] == []
