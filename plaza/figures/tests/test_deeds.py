"""What a comparison tells of the deeds behind it, and to whom."""

import pytest

from plaza.activities import actions as activities
from plaza.figures.queries.compare import comparison
from plaza.figures.tests.makers import freeze, involve, make_activity, make_organisation, text
from plaza.network import actions as network
from plaza.network.models import Person

pytestmark = pytest.mark.django_db
PAGE = "/figures/2022/releases/1...2/"


@pytest.fixture
def between(dora):
    """Between two releases much was done to one host, little of which figures count."""
    host = make_organisation(dora, "Meadow School", "PT")
    rivers = make_activity(dora, "Rivers")
    involve(dora, rivers, host, "host")
    freeze(dora)
    network.add_contact(host, name="Zora Quiet", mail="zora@meadow.example", by=dora)
    network.affiliate(dora, organisation=host, by=dora)
    network.edit_organisation(host, by=dora, country="SI", name="Meadow House")
    freeze(dora)
    return {"host": host, "rivers": rivers}


def sentences(viewer):
    return sorted({one.told.sentence for one in comparison(viewer, 2022, 1, 2).deeds})


def test_a_contact_and_a_place_of_work_are_no_cause_of_a_difference(dora, between):
    assert sentences(dora) == ["Dora changed it."]


def test_outside_the_desk_a_deed_names_nobody_and_no_values(client, between):
    answer = text(client.get(PAGE))

    assert "The desk changed it." in answer
    for secret in ("Zora", "zora@meadow.example", "Dora", "<dl"):
        assert secret not in answer


def test_the_desk_reads_who_did_it_and_what_stood_there_before(client, dora, between):
    client.force_login(dora)

    answer = text(client.get(PAGE))

    assert "Dora changed it." in answer
    assert "<del>Portugal</del> <ins>Slovenia</ins>" in answer
    assert "zora@meadow.example" not in answer


def test_a_deed_of_something_hidden_is_not_told_outside_the_desk(client, dora, between):
    hidden = make_activity(dora, "A hushed meeting", visibility="desk")
    involve(dora, hidden, between["host"], "co_host")
    secret = make_organisation(dora, "A hushed partner", visibility="desk", country="PT")
    involve(dora, between["rivers"], secret, "co_host")
    freeze(dora)

    answer = text(client.get("/figures/2022/releases/2...3/"))

    assert "hushed" not in answer
    assert "One more row differs that is not public." in answer


def test_what_was_done_by_the_system_keeps_its_name_and_values_stay_at_the_desk(dora, system):
    walks = make_activity(dora, "Walks")
    freeze(dora)
    activities.cancel_activity(walks, by=system, why="Zora was ill")
    freeze(dora)

    [deed] = comparison(Person(), 2022, 1, 2).deeds

    assert (deed.told.sentence, deed.told.changes) == ("Plaza cancelled it.", [])
    [at_desk] = comparison(dora, 2022, 1, 2).deeds
    assert "Zora was ill" in [change.after for change in at_desk.told.changes]
