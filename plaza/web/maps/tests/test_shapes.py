import gzip
import hashlib
import json
from pathlib import Path

import pytest

from plaza.web.maps.shapes import all_in_europe, country_at, shapes

SETS = ["fine", "coarse", "world"]
NATURAL_EARTH = Path(__file__).parents[4] / "vendor" / "natural-earth" / "countries-50m.json.gz"
REGION = {
    "AL", "AD", "AM", "AT", "AZ", "BY", "BE", "BA", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR",
    "GE", "DE", "GR", "HU", "IS", "IE", "IT", "XK", "LV", "LI", "LT", "LU", "MT", "MD", "MC", "ME",
    "NL", "MK", "NO", "PL", "PT", "RO", "RU", "SM", "RS", "SK", "SI", "ES", "SE", "CH", "TR", "UA",
    "GB", "VA", "KZ", "KG", "TJ", "TM", "UZ",
}  # fmt: skip


@pytest.mark.parametrize("detail", SETS)
def test_borders_follow_the_view_of_the_united_nations(detail):
    places = {
        "Simferopol": (34.10, 44.95),
        "Kerch": (36.30, 45.33),
        "Pristina": (21.16, 42.66),
        "Kyrenia": (33.32, 35.33),
        "Katzrin": (35.69, 32.99),
        "Laayoune": (-13.15, 27.15),
        "Sukhumi": (41.10, 43.05),
        "Tiraspol": (29.62, 46.85),
    }

    owners = {name: country_at(*place, detail) for name, place in places.items()}

    assert owners == {
        "Simferopol": "UA",
        "Kerch": "UA",
        "Pristina": "XK",
        "Kyrenia": "CY",
        "Katzrin": "SY",
        "Laayoune": "EH",
        "Sukhumi": "GE",
        "Tiraspol": "MD",
    }


@pytest.mark.parametrize("detail", SETS)
def test_every_country_of_the_region_can_take_a_role(detail):
    known = shapes(detail)

    assert [code for code in REGION if code not in known or known[code].anchor is None] == []


@pytest.mark.parametrize("detail", SETS)
def test_a_country_too_small_to_see_is_a_dot(detail):
    known = shapes(detail)

    assert [c for c in ("AD", "LI", "MC", "MT", "SM", "VA") if not known[c].is_dot] == []


def test_somaliland_is_drawn_as_somalia():
    assert country_at(44.06, 9.56, "world") == "SO"


def test_the_open_sea_belongs_to_nobody():
    assert country_at(-30.0, 40.0, "world") == ""


def test_neighbours_share_the_corners_of_their_border():
    known = shapes("fine")
    moldova, ukraine = (
        {corner for part in known[code].parts for corner in part.ring} for code in ("MD", "UA")
    )

    assert len(moldova & ukraine) > 15


def test_a_network_with_a_member_in_brazil_leaves_the_european_frame():
    assert all_in_europe(["UA", "KG", "IS"])
    assert not all_in_europe(["UA", "BR"])


def test_the_source_is_unmodified():
    stored = gzip.decompress(NATURAL_EARTH.read_bytes())

    assert hashlib.sha256(stored).hexdigest() == (
        "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
    )
    assert len(json.loads(stored)["objects"]["countries"]["geometries"]) == 241
