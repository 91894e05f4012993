"""The tree of a package."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plaza.ledger.trees import in_order
from plaza.library import actions
from plaza.library.models import Part
from plaza.library.queries import tree_of
from plaza.web.refusals import Refused


def shape(work):
    return [(str(part), depth) for part, depth in in_order(work.parts.all())]


def test_days_are_added_at_once_and_only_once(package, system):
    guide = package.parts.get(kind="guide")

    added = actions.add_days(package, first=1, last=5, parent=guide, by=system)

    assert [day.number for day in added] == [3, 4, 5]
    assert shape(package) == [
        ("Guide: first steps", 0),
        ("Day 1", 1),
        ("Day 2", 1),
        ("Day 3", 1),
        ("Day 4", 1),
        ("Day 5", 1),
    ]


@pytest.mark.parametrize(("first", "last"), [(0, 5), (5, 1), (1, 100)])
def test_days_out_of_reach_are_refused(package, system, first, last):
    with pytest.raises(Refused, match="from the lower to the higher"):
        actions.add_days(package, first=first, last=last, by=system)


def test_a_part_of_another_work_is_no_parent(package, make_work, system):
    with pytest.raises(Refused, match="inside a part of the same work"):
        actions.add_part(make_work(), title="x", parent=package.parts.first(), by=system)


def test_a_part_moves_up_down_in_and_out(package, system):
    second = package.parts.get(number=2)

    assert actions.shift_part(second, steps=-1, by=system)
    assert shape(package) == [("Guide: first steps", 0), ("Day 2", 1), ("Day 1", 1)]
    assert not actions.shift_part(second, steps=-1, by=system)
    assert actions.lift_part(second, by=system)
    assert shape(package) == [("Guide: first steps", 0), ("Day 1", 1), ("Day 2", 0)]
    assert actions.lower_part(second, by=system)
    assert shape(package) == [("Guide: first steps", 0), ("Day 1", 1), ("Day 2", 1)]
    assert not actions.lift_part(package.parts.get(kind="guide"), by=system)
    assert not actions.lower_part(package.parts.get(kind="guide"), by=system)


MOVES = {
    "up": lambda part, by: actions.shift_part(part, steps=-1, by=by),
    "down": lambda part, by: actions.shift_part(part, steps=1, by=by),
    "in": lambda part, by: actions.lower_part(part, by=by),
    "out": lambda part, by: actions.lift_part(part, by=by),
}


@given(moves=some.lists(some.tuples(some.integers(0, 3), some.sampled_from(sorted(MOVES)))))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_moves_never_lose_a_part_and_places_always_count_up(make_work, system, moves):
    work = make_work()
    pks = [actions.add_part(work, title=f"Part {n}", by=system).pk for n in range(4)]

    for which, verb in moves:
        MOVES[verb](Part.objects.get(pk=pks[which]), by=system)

    parts = [part for part, _depth in in_order(work.parts.all())]
    assert sorted(part.pk for part in parts) == pks
    for parent in {part.parent_id for part in parts}:
        places = [part.position for part in parts if part.parent_id == parent]
        assert places == list(range(1, len(places) + 1))


def test_the_tree_says_how_each_part_stands_in_each_language(package, system):
    day = package.parts.get(number=1)
    actions.add_link(
        package, url="https://files.example/uk/day1.pdf", language="uk", part=day, by=system
    )

    tree = tree_of(package)

    assert tree.words == "1 guide, 2 days"
    assert tree.arcs == [3]
    assert [
        (b.part.title["en"], b.depth, [c.standing for c in b.cells]) for b in tree.branches
    ] == [
        ("Guide: first steps", 0, ["done", "working"]),
        ("Day 1", 1, ["done", "done"]),
        ("Day 2", 1, ["done", "working"]),
    ]
    assert [(c.tag, c.done, c.working, c.whole) for c in tree.columns] == [
        ("en", 3, 0, 3),
        ("uk", 1, 2, 3),
    ]


def test_the_tree_takes_two_questions_however_large_it_is(
    package, system, django_assert_num_queries
):
    actions.add_days(package, first=3, last=30, by=system)
    work = type(package).objects.prefetch_related("editions").get(pk=package.pk)

    with django_assert_num_queries(2):
        tree_of(work)


def test_a_numbered_day_is_said_in_the_languages_that_have_words_for_it(make_work, system):
    (day,) = actions.add_days(make_work(), first=1, last=1, by=system)
    assert day.title["en"] == "Day 1"
    assert day.title.get("uk") != "Day 1"
