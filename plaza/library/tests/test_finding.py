"""Finding works: words, facets, languages, order; facet counts against counting by hand."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plaza.library import actions
from plaza.library.folding import folded, found_in
from plaza.library.models import Resource
from plaza.library.queries import ResourceFilter, facets, found_resources, hits
from plaza.library.queries.finding import AGES, is_of_age

VISITOR = AnonymousUser()


def found(query="", viewer=VISITOR):
    chosen = ResourceFilter.from_query(QueryDict(query))
    return [work.sort_title for work in found_resources(viewer, chosen)]


def counts(query=""):
    shown = facets(VISITOR, ResourceFilter.from_query(QueryDict(query + "&all=year")))
    return {facet.key: {choice.value: choice.count for choice in facet.choices} for facet in shown}


def test_words_are_found_in_any_case_script_and_with_any_accent(make_work, make_house):
    make_work("Élan dehors", language="fr")
    make_work("ПРОГУЛЯНКИ цілий рік", language="uk", summary="Шість груп.")
    make_work("Something else", behind=[make_house("Дім біля річки")])
    make_work("Printed", behind=["Käthe Müller"])

    assert found("q=elan") == ["Élan dehors"]
    assert found("q=прогулянки+груп") == ["ПРОГУЛЯНКИ цілий рік"]
    assert found("q=РІЧКИ") == ["Something else"]
    assert found("q=kathe+muller") == ["Printed"]
    assert found("q=100%25") == []


def test_words_of_a_withdrawn_edition_do_not_find_the_work(make_work, system):
    work = make_work("Walks")
    edition = actions.add_edition(work, language="hr", title="Šetnje", by=system)
    assert found("q=setnje") == ["Walks"]

    actions.move_edition(edition, "withdraw", by=system)

    assert found("q=setnje") == []


def test_what_is_hidden_withdrawn_or_merged_is_not_found(make_work, system, dora):
    make_work("For the desk", visibility="desk")
    actions.withdraw_resource(make_work("Withdrawn"), by=system)
    kept = make_work("Kept")
    actions.merge_resource(make_work("Twin"), into=kept, by=system)

    assert found() == ["Kept"]
    assert found(viewer=dora) == ["Kept", "For the desk"]


def test_languages_order_and_never_hide(make_work, system):
    make_work("C in English")
    actions.add_edition(make_work("B in both"), language="hr", title="B", by=system)
    make_work("A in Ukrainian", language="uk")
    waiting = make_work("D on its way")
    actions.add_edition(waiting, language="hr", title="D", state="announced", by=system)

    assert found("language=hr&language=uk&order=title") == [
        "B in both",
        "A in Ukrainian",
        "C in English",
        "D on its way",
    ]


def test_the_newest_come_first_and_those_without_a_year_last(make_work):
    for title, year in (("Old", 2010), ("Undated", None), ("New", 2024)):
        make_work(title, year=year)

    assert found() == ["New", "Old", "Undated"]
    assert found("order=title") == ["New", "Old", "Undated"]


def test_what_makes_no_sense_in_an_address_is_left_out(make_work):
    make_work("Walks")

    assert found("year=soon&age=old&order=best&all=nothing&language=&page=x") == ["Walks"]


def test_the_address_asks_for_the_same_again():
    query = "q=film&language=hr&kind=guide&kind=report&year=2022&order=title&"
    chosen = ResourceFilter.from_query(QueryDict(query))

    assert chosen.query == query
    assert ResourceFilter.from_query(QueryDict(chosen.query)) == chosen
    assert chosen.without("kind", "guide").query == query.replace("kind=guide&", "")


KINDS = ["guide", "report"]
TOPICS = ["Play", "Reading"]
HOUSES = ["Hill School", "Rivers Foundation"]
WORK = some.fixed_dictionaries(
    {
        "kind": some.sampled_from(KINDS),
        "access": some.sampled_from(["open", "members"]),
        "year": some.sampled_from([None, 2021, 2022]),
        "ages": some.sampled_from([(None, None), (0, 3), (3, 6), (2, 7), (None, 4), (6, None)]),
        "countries": some.lists(some.sampled_from(["HR", "NL"]), unique=True),
        "topics": some.lists(some.sampled_from(TOPICS), unique=True),
        "houses": some.lists(some.sampled_from(HOUSES), unique=True),
        "language": some.sampled_from(["en", "uk"]),
    }
)
CHOSEN = some.fixed_dictionaries(
    {},
    optional={
        "kind": some.sampled_from(KINDS),
        "access": some.sampled_from(["open", "members"]),
        "year": some.sampled_from(["2021", "2022"]),
        "age": some.sampled_from(list(AGES)),
        "country": some.sampled_from(["HR", "NL"]),
        "topic": some.sampled_from(["play", "reading"]),
        "organisation": some.sampled_from(["hill-school", "rivers-foundation"]),
        "language": some.sampled_from(["en", "uk"]),
    },
)


def values_of(one):
    return {
        "kind": [one["kind"]],
        "access": [one["access"]],
        "year": [str(one["year"])] if one["year"] else [],
        "age": [age for age in AGES if is_of_age(age, *one["ages"])],
        "country": one["countries"],
        "topic": [topic.lower() for topic in one["topics"]],
        "organisation": [house.lower().replace(" ", "-") for house in one["houses"]],
        "language": [one["language"]],
    }


def by_hand(works, chosen):
    """Counts of each facet, work by work; what is chosen in a facet does not narrow itself."""
    result = {}
    for key in values_of(works[0]) if works else ():
        others = {k: v for k, v in chosen.items() if k not in {key, "language"}}
        left = [w for w in works if all(v in values_of(w)[k] for k, v in others.items())]
        counted = {}
        for work in left:
            for value in values_of(work)[key]:
                counted[value] = counted.get(value, 0) + 1
        if key in chosen:
            counted.setdefault(chosen[key], 0)
        if counted:
            result[key] = counted
    return result


@given(works=some.lists(WORK, min_size=1, max_size=6), chosen=CHOSEN)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_facets_count_what_counting_by_hand_counts(make_work, make_house, system, works, chosen):
    with transaction.atomic():
        houses = {name: make_house(name) for name in HOUSES}
        actions.topics_named(TOPICS, by=system)
        for one in works:
            make_work(
                language=one["language"],
                kind=one["kind"],
                access=one["access"],
                year=one["year"],
                age_from=one["ages"][0],
                age_to=one["ages"][1],
                countries=one["countries"],
                topics=one["topics"],
                behind=[houses[name] for name in one["houses"]],
            )
        counted = counts("&".join(f"{key}={value}" for key, value in chosen.items()))
        transaction.set_rollback(True)

    assert counted == by_hand(works, chosen)


def measured(ask):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        ask()
    return len(asked)


def test_facets_take_as_many_questions_for_three_works_as_for_one(make_work, make_house):
    def ask():
        facets(VISITOR, ResourceFilter())

    house = make_house()
    facts = {"topics": ["Play"], "behind": [house], "year": 2022, "countries": ["HR"]}
    make_work(**facts)
    assert measured(ask) == 8
    make_work(**facts)
    make_work(**facts)
    assert measured(ask) == 8


def test_few_choices_are_shown_and_the_rest_on_request(make_work):
    for year in range(2010, 2020):
        make_work(year=year)

    def years(query):
        shown = facets(VISITOR, ResourceFilter.from_query(QueryDict(query)))
        facet = next(one for one in shown if one.key == "year")
        return [choice.value for choice in facet.choices], facet.more

    assert years("") == ([str(year) for year in range(2019, 2013, -1)], 4)
    assert years("year=2010") == (
        ["2019", "2018", "2017", "2016", "2015", "2014", "2010"],
        3,
    )
    assert years("all=year")[1] == 0


@pytest.mark.parametrize(
    ("languages", "title", "reading"),
    [
        ((), "Walks", "You read it in English"),
        (("uk",), "Прогулянки", "You read it in Ukrainian"),
        (("hr", "uk"), "Прогулянки", "In Croatian it is on its way; you read it in Ukrainian"),
        (("ka",), "Walks", "Not in Georgian yet; you read it in English"),
    ],
)
def test_a_hit_says_in_which_language_it_is_read(make_work, system, languages, title, reading):
    work = make_work("Walks")
    actions.add_edition(work, language="uk", title="Прогулянки", by=system)
    actions.add_edition(work, language="hr", title="Šetnje", state="announced", by=system)

    [hit] = hits(VISITOR, Resource.objects.all(), languages=languages)

    assert (hit.title.text, hit.reading) == (title, reading)
    assert [(mark.tag, mark.kind) for mark in hit.marks] == [
        ("en", "original"),
        ("hr", "coming"),
        ("uk", "translation"),
    ]


def test_a_hit_says_why_it_is_there_when_its_words_do_not_show_it(make_work, make_house, system):
    work = make_work("Walks", behind=["One", "Two", "Rivers Foundation"])
    actions.add_edition(work, language="uk", title="Прогулянки", by=system)

    def why(*words):
        return hits(VISITOR, Resource.objects.all(), words=words)[0].why

    assert why("walks") == ""
    assert why("rivers") == "Found because Rivers Foundation is behind it."
    assert why(folded("прогулянки")) == "Found in its words in Ukrainian."


@given(text=some.text(max_size=60), start=some.integers(0, 59), length=some.integers(1, 10))
def test_a_word_of_a_text_is_always_found_in_it(text, start, length):
    word = folded(text[start : start + length].strip())
    spans = found_in(text, (word,))

    assert all(0 <= a < b <= len(text) for a, b in spans)
    if word and text.isascii() and "  " not in text and text.isprintable():
        assert spans


@pytest.mark.parametrize("year", ["9" * 4301, "02026", "202", "٢٠٢٦"])
def test_a_year_has_four_digits(client, make_work, year):
    make_work("Walks", year=2026)
    answer = client.get("/library/", {"year": year})

    assert answer.status_code == 200
    assert "Walks" in answer.content.decode()
