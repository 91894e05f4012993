from decimal import Decimal

import pytest

from plaza.figures.gaps import gap_sentence, missing
from plaza.figures.models import PublishedFigure
from plaza.figures.values import Value
from plaza.figures.words import NOTES, note_words


def printed(number, **facts):
    return PublishedFigure(number=Decimal(number), **facts)


def value(number, noun="rows", **facts):
    facts.setdefault("count", number or 0)
    return Value(number=Decimal(number) if number else None, noun=noun, **facts)


@pytest.mark.parametrize(
    ("figures", "found", "sentence"),
    [
        ([], value(5), ""),
        (
            [printed(31)],
            value(7, "hosts"),
            "31 as printed; 7 hosts are named; 24 are not named in any document.",
        ),
        (
            [printed(2)],
            value(1, "hosts"),
            "2 as printed; 1 host is named; 1 is not named in any document.",
        ),
        ([printed(24354, unit="EUR")], value(None), "24,354 EUR as printed, no rows."),
        (
            [printed(24354, unit="EUR")],
            value(20000, "money", unit="EUR", count=2),
            "24,354 EUR as printed; 20,000 EUR are recorded; 4,354 EUR have no row.",
        ),
        ([printed(6)], value(6, "activities"), "Nothing is missing."),
        (
            [printed(6)],
            value(7, "activities"),
            "6 as printed; 7 are recorded; 1 more than printed.",
        ),
        (
            [printed(13000, qualifier="more than")],
            value(61),
            "more than 13,000 as printed; 61 are recorded.",
        ),
        (
            [printed(5)],
            value(None, "activities", count=6, unknown=6),
            "5 as printed; of 6 nobody wrote down whether they count.",
        ),
        (
            [printed(9)],
            value(2, "activities", count=3, unknown=1),
            "9 as printed; 2 are recorded, of 1 nobody wrote down whether it counts; "
            "6 have no row.",
        ),
        (
            [printed(2)],
            value(None, "activities", count=3, unknown=3),
            "2 as printed; of 3 nobody wrote down whether they count.",
        ),
        (
            [printed(25)],
            value(19, upper=Decimal(28)),
            "25 as printed; the records give 19 to 28.",
        ),
        (
            [printed(40)],
            value(19, upper=Decimal(28)),
            "40 as printed; the records give 19 to 28; 12 have no row.",
        ),
        (
            [printed(24), printed(38)],
            value(38, "organisations"),
            "24 as printed; 38 organisations are named; 14 more than printed. Nothing is missing.",
        ),
    ],
)
def test_the_gap_is_said_in_words(figures, found, sentence):
    assert gap_sentence(figures, found) == sentence


def test_no_gap_is_a_percentage():
    figures = [printed(31), printed(62, qualifier="over")]

    assert [
        sentence
        for number in range(40)
        if "%" in (sentence := gap_sentence(figures, value(number, "members")))
    ] == []


def test_what_may_count_is_named_too():
    found = Value(number=None, count=7, unknown=7, noun="hosts")

    assert missing([printed(31)], found) == 24


@pytest.mark.parametrize("code", sorted(NOTES))
@pytest.mark.parametrize("count", [1, 3])
def test_every_note_is_a_sentence(code, count):
    assert note_words(code, count).endswith(".")
