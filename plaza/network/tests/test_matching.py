"""Names as they are really printed find the organisation that is meant."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaza.network.actions import merge_organisation, record_organisation
from plaza.network.matching import Matcher, likely_twins, match_organisation
from plaza.network.names import fold


@pytest.fixture
def network(system):
    """Organisations whose names are near each other, as in a real network."""
    rows = {
        "league": ("Belarusian Parents' and Teachers' League Krok za Krokam", "BY", ()),
        "institute": (
            "The Pedagogical Institute",
            "SI",
            ("Pedagoški inštitut", "Educational Research Institute"),
        ),
        "academy": ("Open Academy Step by Step", "HR", ("Pučko otvoreno učilište Korak po korak",)),
        "ukraine": (
            "Ukrainian Step by Step Foundation",
            "UA",
            ("Всеукраїнський фонд Крок за кроком",),
        ),
        "moldova": ("Step by Step Moldova", "MD", ()),
        "support": ("Foundation for Education Initiatives Support", "KG", ()),
        "latvia": ("Centre for Education Initiatives", "LV", ()),
        "our": ("For Our Children Foundation", "BG", ()),
        "tulip": ("Tulip Foundation", "BG", ()),
        "wellbeing": ("Learning for Well-being Foundation", "NL", ()),
        "macedonia": ("Foundation Open Gate", "MK", ("Step by Step Macedonia",)),
        "kosovo": ("Kosova Education Center", "XK", ()),
    }
    made = {
        key: record_organisation(name=name, country=country, aliases=aliases, by=system)
        for key, (name, country, aliases) in rows.items()
    }
    made["home"] = record_organisation(
        name="International Step by Step Association", short_name="ISSA", country="NL", by=system
    )
    return made


@pytest.mark.parametrize(
    ("printed", "country", "meant"),
    [
        ("Belarusian League of Parents and Teachers KrokzaKrokam", "", "league"),
        ("Belarusian Parents’ and Teachers’ League “Krok za Krokam”", "BY", "league"),
        ("Pedagoski institut", "SI", "institute"),
        ("Educational Research Institute", "", "institute"),
        ("Pedagogical Institute", "SI", "institute"),
        ("OPEN ACADEMY STEP BY STEP", "", "academy"),
        ("Open Academy Step-by-Step", "HR", "academy"),
        ("Pucko otvoreno uciliste Korak po korak", "HR", "academy"),
        ("Всеукраїнський Фонд «Крок за кроком»", "UA", "ukraine"),
        ("Ukranian Step by Step Foundation", "UA", "ukraine"),
        ("Foundation for Educational Initiatives Support", "KG", "support"),
        ("For our Children foundation", "BG", "our"),
        ("SOFT Tulip Foundation", "BG", "tulip"),
        ("Learning for Wellbeing Foundation", "NL", "wellbeing"),
        ("Step by Step Macedonia", "MK", "macedonia"),
        ("Kosovo Education Centre", "XK", "kosovo"),
        ("International Step by Step Association (ISSA)", "NL", "home"),
        ("ISSA", "", "home"),
    ],
)
def test_a_printed_name_finds_the_organisation_that_is_meant(network, printed, country, meant):
    assert match_organisation(printed, country)[0].organisation == network[meant]


@pytest.mark.parametrize(
    "printed",
    [
        "Open Academy Step by Step",
        "open academy step by step",
        "Pučko otvoreno učilište Korak po korak",
        "International Step by Step Association (ISSA)",
        "ISSA",
        "Belarusian Parents’ and Teachers’ League KrokZaKrokam",
    ],
)
def test_the_same_name_in_another_coat_is_sure(network, printed):
    best = match_organisation(printed)[0]

    assert best.is_sure


@pytest.mark.parametrize(
    "printed",
    [
        "Step by Step",
        "Step by Step Romania",
        "Foundation",
        "Georgian Step by Step Foundation",
        "Centre for Education",
        "Voinicel",
        "Education Initiatives",
        "SOFT Tulip Foundation",
        "",
        "(",
    ],
)
def test_what_is_only_alike_is_never_sure(network, printed):
    assert [one for one in match_organisation(printed) if one.is_sure] == []


def test_the_same_name_in_another_country_is_not_sure(network):
    best = match_organisation("Open Academy Step by Step", "RO")[0]

    assert (best.organisation, best.is_sure) == (network["academy"], False)


def test_two_branches_of_one_family_are_told_apart(network):
    found = [one.organisation for one in match_organisation("Step by Step Moldova", "MD")]

    assert found[0] == network["moldova"]
    assert match_organisation("Step by Step Moldova")[0].score == 1.0


def test_a_batch_reads_all_names_once(network):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        matcher = Matcher()
        for name in ("Nobody at all", "Qqqq", "Zzzz"):
            matcher.match(name)

    assert len(queries) == 1


def test_merged_organisations_are_not_proposed(network, system):
    merge_organisation(network["moldova"], into=network["ukraine"], by=system)

    assert match_organisation("Step by Step Moldova")[0].organisation == network["ukraine"]


def test_twins_are_proposed_by_name_and_by_website(network, system):
    league = record_organisation(
        name="Belarusian League of Parents and Teachers KrokzaKrokam", country="BY", by=system
    )
    one = record_organisation(
        name="House of Play", website="https://www.play.example/en", by=system
    )
    two = record_organisation(name="Igralnica", website="http://play.example", by=system)

    pairs = {frozenset((pair.first, pair.second)) for pair in likely_twins()}

    assert frozenset((network["league"], league)) in pairs
    assert frozenset((one, two)) in pairs
    assert len(pairs) == 2


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Pučko  otvoreno", "pucko otvoreno"),
        ("Крок за кроком", "krok za krokom"),
        ("Step-by-Step (SbS)", "step by step sbs"),
        ("Parents’ Teachers'", "parents teachers"),
    ],
)
def test_folding_keeps_letters_and_drops_the_rest(written, folded):
    assert fold(written) == folded
