import pytest

from plaza.ledger.meanwhile import Changed, last_entry, own_facts, seen_in
from plaza.ledger.queries import entries_of
from plaza.network.actions import edit_organisation, record_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(dora):
    return record_organisation(name="House", country="BE", city="Ghent", by=dora)


def test_what_somebody_else_changed_and_this_person_did_not_stays(house, dora, emil):
    seen = last_entry(house)
    edit_organisation(house, by=dora, city="Bruges")
    edit_organisation(house, by=emil, seen=seen, city="Ghent", short_name="H")

    house.refresh_from_db()
    assert (house.city, house.short_name) == ("Bruges", "H")
    assert entries_of(house).first().changes == {"short_name": ["", "H"]}


def test_what_both_changed_is_told_with_both_and_nothing_is_saved(house, dora, emil):
    seen = last_entry(house)
    edit_organisation(house, by=dora, city="Bruges")
    with pytest.raises(Changed, match=r"City: somebody else has written “Bruges”.*“Leuven”"):
        edit_organisation(house, by=emil, seen=seen, city="Leuven", short_name="H")

    house.refresh_from_db()
    assert (house.city, house.short_name) == ("Bruges", "")


def test_saving_once_more_after_having_been_told_stands(house, dora, emil):
    edit_organisation(house, by=dora, city="Bruges")
    edit_organisation(house, by=emil, seen=last_entry(house), city="Leuven")

    house.refresh_from_db()
    assert house.city == "Leuven"


def test_two_who_wrote_the_same_agree(house, dora, emil):
    seen = last_entry(house)
    edit_organisation(house, by=dora, city="Bruges")

    assert edit_organisation(house, by=emil, seen=seen, city="Bruges") is False


def test_ones_own_saving_before_is_no_conflict(house, emil):
    seen = last_entry(house)
    edit_organisation(house, by=emil, seen=seen, city="Bruges")
    edit_organisation(house, by=emil, seen=seen, city="Leuven")

    house.refresh_from_db()
    assert house.city == "Leuven"


def test_a_form_that_has_seen_nothing_brings_all_it_has(house, emil):
    assert own_facts(house, {"city": "Ghent"}, seen=None, by=emil) == {"city": "Ghent"}


@pytest.mark.parametrize(
    ("typed", "seen"), [("12", 12), ("", None), ("x", None), ("9" * 30, None), ("-1", None)]
)
def test_only_a_number_is_a_deed_that_was_seen(typed, seen):
    assert seen_in({"seen": typed}) == seen
