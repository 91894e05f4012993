"""Readings made by hand, in the shape in which the engine makes them."""

import hashlib
import json

from plaza.imports.actions.files import keep_reading
from plaza.imports.reading.found import Doubt, Field, Found, Reading, Span
from plaza.imports.reading.source import Source

OVERVIEW = """Peer Learning in 2031

Songs by the river
MAY 2031
Voices along the water
We met on the bank and sang.
Host: River School
Country: Croatia
Participants: 12 in singing and 5 in drumming
Structure: 2 online sessions of 4 hours each
Outcomes
Everybody knows nine songs.
Resources
A song book will be printed.
https://river.example/dolls

Mapping the meadow
POSTPONED
Host: Meadow House
Country: Ukraine
We were 4 hosts in 2031.
"""


def party(name, country=None, split="certain", alternatives=()):
    return {
        "name": name,
        "country": country,
        "short": None,
        "split": split,
        "alternatives": [list(one) for one in alternatives],
    }


def period(start, end=None, precision="month", open_end=False, printed=""):
    return {
        "start": start,
        "end": end,
        "precision": precision,
        "open_end": open_end,
        "printed": printed,
    }


def a_field(text, name, printed, value, *, doubts=(), sure=None):
    start = text.index(printed)
    blocks = any(doubt.blocks for doubt in doubts)
    return Field(
        name,
        printed,
        value,
        (Span(start, start + len(printed)),),
        1.0,
        not blocks if sure is None else sure,
        tuple(doubts),
    )


def songs(text=OVERVIEW, /, **changes):
    say = {
        "title": ("Songs by the river", "Songs by the river"),
        "period": ("MAY 2031", period("2031-05-01", "2031-05-31", printed="MAY 2031")),
        "heading": ("Voices along the water", "Voices along the water"),
        "text": ("We met on the bank and sang.", ["We met on the bank and sang."]),
        "host": ("River School", party("River School")),
        "country": ("Croatia", {"code": "HR", "printed": "Croatia"}),
        "session_plan": (
            "2 online sessions of 4 hours each",
            {"count": 2, "hours": 4.0, "mode": "online", "country": None, "days": None},
        ),
        "outcome": (
            "Everybody knows nine songs.",
            {"text": "Everybody knows nine songs.", "stage": "delivered"},
        ),
        "output": (
            "A song book will be printed.",
            {"text": "A song book will be printed.", "stage": "promised"},
        ),
    } | changes
    fields = [a_field(text, name, *told) for name, told in say.items() if told]
    overlap = Doubt("overlap_unknown", "Not said.", {}, blocks=False)
    for number, group in ((12, "singing"), (5, "drumming")):
        value = {
            "group": group,
            "number": number,
            "counted": "persons",
            "overlap": "unknown",
            "basis": "reported",
        }
        printed = f"{number} in {group}"
        if printed in text:
            fields.append(a_field(text, "headcount", printed, value, doubts=[overlap]))
    unfit = Doubt("link_unfit", "The address speaks of something else.", {}, blocks=True)
    link = {"url": "https://river.example/dolls", "label": None, "doubtful": True}
    if link["url"] in text:
        fields.append(a_field(text, "link", link["url"], link, doubts=[unfit]))
    return Found(
        "activity", "activity:songs-by-the-river", tuple(fields), (Span(0, len(text) // 2),)
    )


def meadow(
    text=OVERVIEW,
    host=None,
    country=("Ukraine", {"code": "UA", "printed": "Ukraine"}),
):
    host = host or ("Meadow House", party("Meadow House"))
    return Found(
        "activity",
        "activity:mapping-the-meadow",
        (
            a_field(text, "title", "Mapping the meadow", "Mapping the meadow"),
            a_field(text, "state", "POSTPONED", "postponed"),
            a_field(text, "host", *host),
            a_field(text, "country", *country),
        ),
        (Span(len(text) // 2, len(text)),),
    )


def the_year(text=OVERVIEW):
    year = period("2031-01-01", "2031-12-31", "year", printed="2031")
    return Found(
        "programme",
        "programme:peer-learning-in-2031",
        (
            a_field(text, "title", "Peer Learning in 2031", "Peer Learning in 2031"),
            a_field(text, "period", "2031", year),
        ),
        (Span(0, 21),),
    )


def a_figure(text=OVERVIEW):
    year = period("2031-01-01", "2031-12-31", "year", printed="2031")
    return Found(
        "published_figure",
        "published_figure:members:4",
        (
            a_field(text, "indicator", "4 hosts", "members"),
            a_field(text, "number", "4 hosts", 4),
            a_field(text, "period", "2031", year),
            a_field(text, "sentence", "We were 4 hosts in 2031.", "We were 4 hosts in 2031."),
        ),
        (Span(len(text) - 26, len(text) - 1),),
    )


def a_reading(*founds, text=OVERVIEW, name="overview-2031.txt", layout="overview"):
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Reading(Source(name, "txt", text, checksum), layout, founds)


def an_overview(*, by, text=OVERVIEW, name="overview-2031.txt", founds=None):
    founds = founds or (songs(text), meadow(text), the_year(text), a_figure(text))
    reading = a_reading(*founds, text=text, name=name)
    mark = json.dumps([found.to_json() for found in founds]).encode()
    return keep_reading(name, text.encode() + mark, reading, by=by)
