import pytest

from plaza.imports.reading.normal.countries import country, find_countries
from plaza.imports.reading.normal.headcounts import find_headcounts
from plaza.imports.reading.normal.languages import language
from plaza.imports.reading.normal.links import misspellings
from plaza.imports.reading.normal.numbers import find_money, find_numbers
from plaza.imports.reading.normal.organisations import organisations
from plaza.imports.reading.normal.periods import period
from plaza.imports.reading.normal.places import place
from plaza.imports.reading.normal.stages import stage
from plaza.imports.reading.normal.structures import find_sessions
from plaza.imports.reading.passages import clean, join


@pytest.mark.parametrize(
    ("printed", "start", "end", "precision", "state"),
    [
        ("MAY 2022–JANUARY 2023", "2022-05-01", "2023-01-31", "month", None),
        ("SEPTEMBER 2022", "2022-09-01", "2022-09-30", "month", None),
        ("MARCH–SEPTEMBER 2022", "2022-03-01", "2022-09-30", "month", None),
        ("ONGOING SINCE NOVEMBER 2022", "2022-11-01", None, "month", "running"),
        ("POSTPONED", None, None, None, "postponed"),
        ("postponed to Autumn 2023", "2023-09-01", "2023-11-30", "season", "postponed"),
        ("14 en 15 november 2017", "2017-11-14", "2017-11-15", "day", None),
        ("dal 3 al 5 maggio 2019", "2019-05-03", "2019-05-05", "day", None),
        ("14 e 15 de novembro de 2017", "2017-11-14", "2017-11-15", "day", None),
        ("od 3. do 5. maja 2019", "2019-05-03", "2019-05-05", "day", None),
        ("з 3 по 5 травня 2023 року", "2023-05-03", "2023-05-05", "day", None),
        ("May 3-5, 2022", "2022-05-03", "2022-05-05", "day", None),
        ("30 November - 2 December 2021", "2021-11-30", "2021-12-02", "day", None),
        ("Winter 2022/23", "2022-12-01", "2023-02-28", "season", None),
        ("2013-2017", "2013-01-01", "2017-12-31", "year", None),
        ("2022-05-03", "2022-05-03", "2022-05-03", "day", None),
        ("12-14.11.2023", "2023-11-12", "2023-11-14", "day", None),
    ],
)
def test_a_printed_period_has_its_normal_form(printed, start, end, precision, state):
    said = period(printed)
    found = said.to_json()
    assert (found["start"], found["end"], said.precision, said.state) == (
        start,
        end,
        precision,
        state,
    )


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("dal 3 al 5 maggio", "year_missing"),
        ("03/04/2022", "day_or_month"),
        ("October 2021 - March 2021", "end_before_start"),
        ("Friday 14 November 2017", "weekday_differs"),
    ],
)
def test_a_doubtful_period_says_why(printed, code):
    assert [doubt.code for doubt in period(printed).doubts] == [code]


@pytest.mark.parametrize("printed", ["31 February 2022", "8", "hello 2022", "the end"])
def test_what_is_no_period_is_none(printed):
    assert period(printed) is None


@pytest.mark.parametrize(
    ("printed", "plans"),
    [
        ("2 online sessions of 4 hours each", [(2, 4.0, "online", None)]),
        ("5 webinars of 1.5 hours each", [(5, 1.5, "webinar", None)]),
        ("2 study visits to the Netherlands (some teachers)", [(2, None, "study_visit", "NL")]),
        ("regular online sessions, 1.5 hours each", [(None, 1.5, "online", None)]),
        ("2 online sessies van elk 4 uur", [(2, 4.0, "online", None)]),
        ("2 incontri online di 4 ore ciascuno", [(2, 4.0, "online", None)]),
        ("5 вебінарів по 1,5 години", [(5, 1.5, "webinar", None)]),
        (
            "4 online sessions (2h30 each) + 1 study visit to Italy",
            [(4, 2.5, "online", None), (1, None, "study_visit", "IT")],
        ),
        (
            "2-day workshop in person and 1 webinar of 2 hours",
            [(None, None, "on_site", None), (1, 2.0, "webinar", None)],
        ),
    ],
)
def test_a_structure_is_a_list_of_session_plans(printed, plans):
    found = find_sessions(printed)
    assert [(one.count, one.hours, one.mode, one.country) for one in found] == plans


@pytest.mark.parametrize(
    ("printed", "counts"),
    [
        (
            "19 participants in education and 9 in supervision",
            [(19, "education"), (9, "supervision")],
        ),
        ("8", [(8, None)]),
        ("The closing event is still to take place.", []),
        ("12 docenten en 4 coaches", [(12, "docenten"), (4, "coaches")]),
        ("24 from 5 countries", [(24, None)]),
        ("40 (22 educators, 18 musicians)", [(22, "educators"), (18, "musicians")]),
        ("41 (22 educators, 18 musicians)", [(41, None), (22, "educators"), (18, "musicians")]),
    ],
)
def test_headcounts_have_groups(printed, counts):
    assert [(one.number, one.group) for one in find_headcounts(printed)] == counts


def test_numbers_and_money_are_read_as_printed():
    assert [
        (one.value, one.qualifier) for one in find_numbers("over 85, more than 13,000; 1.5")
    ] == [
        (85, "more than"),
        (13000, "more than"),
        (1.5, None),
    ]
    assert [(one.amount, one.currency) for one in find_money("24,354 Eur and € 1.200,50")] == [
        (24354, "EUR"),
        (1200.5, "EUR"),
    ]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("The Netherlands", "NL"),
        ("Kosovo", "XK"),
        ("Hrvaška", "HR"),
        ("Україна", "UA"),
        ("Roma", None),
    ],
)
def test_countries_are_known_by_their_names_in_many_languages(printed, code):
    assert country(printed) == code


def test_countries_in_a_sentence_are_found_longest_first():
    found = find_countries("from Bosnia and Herzegovina, North Macedonia and the Netherlands")
    assert [one.code for one in found] == ["BA", "MK", "NL"]


def test_languages_are_known_by_their_names():
    assert [language(name) for name in ("Kyrgyz", "Nederlands", "slovenščina", "Noise")] == [
        "ky",
        "nl",
        "sl",
        None,
    ]


def test_names_that_may_run_on_are_offered_and_not_parted():
    printed = "ERI, Danish School of Education, Coast University Aga Foundation, Tulip House, Malta"
    found = organisations(clean(printed, 0, len(printed)))
    assert [(one.passage.text, one.country, one.is_certain) for one in found] == [
        ("ERI", None, True),
        ("Danish School of Education, Coast University Aga Foundation", None, False),
        ("Tulip House", "MT", True),
    ]
    assert found[1].alternatives[0] == (
        "Danish School of Education",
        "Coast University",
        "Aga Foundation",
    )


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Sun House (Poland) and Moon House (Italy)", [("Sun House", "PL"), ("Moon House", "IT")]),
        ("Sun House, Malta and Moon House, Italy", [("Sun House", "MT"), ("Moon House", "IT")]),
        ("Sun House, Bosnia and Herzegovina", [("Sun House", "BA")]),
        (
            "Ministry of Labour and Social Affairs",
            [("Ministry of Labour and Social Affairs", None)],
        ),
    ],
)
def test_a_country_closes_the_name_before_it(printed, found):
    parted = organisations(clean(printed, 0, len(printed)))
    assert [(one.passage.text, one.country) for one in parted] == found


@pytest.mark.parametrize("printed", ["Sun Foundation and Moon Institute", "Care House, Bruges"])
def test_names_joined_by_and_or_a_place_are_offered(printed):
    parted = organisations(clean(printed, 0, len(printed)))
    assert [(one.passage.text, one.is_certain) for one in parted] == [(printed, False)]


def test_misspelt_addresses_are_told_by_their_siblings():
    urls = [f"https://x.org/teams-guide-Day_{day}.pdf" for day in ("I", "II", "III")]
    assert list(misspellings([*urls, "https://x.org/eams-guide-Day_I.pptx"])) == [3]


def test_a_city_has_its_english_name_and_keeps_the_printed_one():
    where, doubts = place("Boekarest, Roemenië")
    assert (where["city"], where["country"], doubts[0].params["printed"]) == (
        "Bucharest",
        "RO",
        "Boekarest",
    )


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("A guide will be translated.", "promised"),
        ("A meeting to be held in autumn.", "promised"),
        ("Cases are being written.", "in_work"),
        ("Workshop handouts.", "delivered"),
    ],
)
def test_the_tense_tells_the_stage(text, reached):
    assert stage(text) == reached


def test_a_thing_without_a_tense_takes_it_from_the_text_beside_it():
    told = "The whole atlas is being translated into Georgian. A fair was held."
    assert stage("The atlas translated to Georgian.", told=told) == "in_work"
    assert stage("A fair held in May.", told=told) == "delivered"


def test_words_broken_at_the_end_of_a_line_are_made_whole_and_keep_their_place():
    text = "Several partici- \npants spoke"
    whole = join([clean(text, 0, 17), clean(text, 18, len(text))])
    assert (whole.text, [text[span.start : span.end] for span in whole.spans]) == (
        "Several participants spoke",
        ["Several partici", "pants spoke"],
    )


def test_a_soft_hyphen_at_the_end_of_a_line_joins_the_word():
    text = "they take an active par\u00ad\nticipation"
    lines = [clean(text, 0, text.index("\n")), clean(text, text.index("\n") + 1, len(text))]
    assert join(lines).text == "they take an active participation"
