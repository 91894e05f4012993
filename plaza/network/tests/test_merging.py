"""After a merge nothing points to the record that went, and nothing is lost."""

import datetime as dt
import itertools

import pytest
from django.db import models as fields

from plaza.network.actions import (
    add_alias,
    add_contact,
    affiliate,
    make_unit,
    merge_organisation,
    record_organisation,
)
from plaza.network.models import Affiliation, Organisation
from plaza.network.queries.merging import ties, what_moves
from plaza.web.refusals import Refused
from plaza.web.text import Text

NUMBERS = itertools.count(1)


def pointing_rows(organisation):
    """Every row of every room that points to an organisation."""
    return [
        row for tie in ties() for row in tie.model._base_manager.filter(**{tie.field: organisation})
    ]


def a_row_for(tie, organisation, dora):
    """Some row of any noun that points to an organisation, made from its fields alone."""
    if tie.model is Organisation:
        return Organisation.objects.create(
            slug=f"unit-of-{organisation.pk}", sort_name="Unit", parent=organisation
        )
    facts = {tie.field: organisation}
    for field in tie.model._meta.concrete_fields:
        if field.name in facts or field.primary_key:
            continue
        if isinstance(field, fields.ForeignKey) and not field.null:
            facts[field.name] = dora if field.related_model is type(dora) else needed(field)
        elif not (field.has_default() or field.null or field.blank):
            facts[field.name] = plain_value(field)
    row = tie.model(**facts)
    if hasattr(row, "name") and not row.name:
        row.name = "Some name"
    row.save(force_insert=True)
    return row


def needed(field):
    """A row of another noun that this one cannot do without."""
    model = field.related_model
    facts = {
        one.name: plain_value(one)
        for one in model._meta.concrete_fields
        if not (one.primary_key or one.has_default() or one.null or one.blank or one.is_relation)
    }
    for name in ("sort_title", "sort_name"):
        if name in {one.name for one in model._meta.concrete_fields}:
            facts[name] = "A title"
    return model._base_manager.create(**facts)


def plain_value(field):
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, fields.DateTimeField):
        return dt.datetime(2022, 1, 1, tzinfo=dt.UTC)
    if isinstance(field, fields.DateField):
        return dt.date(2022, 1, 1)
    if isinstance(field, fields.IntegerField | fields.DecimalField):
        return 2022
    return f"value-{next(NUMBERS)}"[: field.max_length or 40]


@pytest.mark.parametrize("tie", list(ties()), ids=lambda tie: f"{tie.model.__name__}.{tie.field}")
def test_every_relation_moves(academy, league, dora, tie):
    row = a_row_for(tie, league, dora)

    merge_organisation(league, into=academy, by=dora)

    row.refresh_from_db()
    assert getattr(row, tie.field) == academy
    assert pointing_rows(league) == []


def test_all_of_it_moves_at_once(academy, league, dora):
    for tie in ties():
        a_row_for(tie, league, dora)
    before = sum(one.number for one in what_moves(league))

    merge_organisation(league, into=academy, by=dora)

    assert pointing_rows(league) == []
    assert before == len(list(ties()))


def test_the_old_address_leads_on(client, academy, league, dora):
    merge_organisation(league, into=academy, by=dora)

    answer = client.get("/network/krok-za-krokam/")

    assert (answer.status_code, answer.url) == (301, "/network/open-academy-step-by-step/")


def test_merges_in_a_row_all_lead_to_the_last(academy, league, dora, system):
    third = record_organisation(name="Third", by=system)
    merge_organisation(third, into=league, by=dora)
    merge_organisation(league, into=academy, by=dora)

    third.refresh_from_db()
    assert third.merged_into == academy


def test_its_names_stay_as_other_names(academy, league, dora):
    add_alias(league, name="Крок за крокам", by=dora)

    merge_organisation(league, into=academy, by=dora)

    assert sorted(academy.aliases.values_list("name", flat=True)) == [
        "Krok za Krokam",
        "Pučko otvoreno učilište Korak po korak",
        "Крок за крокам",
    ]


def test_the_same_name_in_both_stays_once(academy, league, dora):
    add_alias(league, name="One name", by=dora)
    add_alias(academy, name="One name", by=dora)

    merge_organisation(league, into=academy, by=dora)

    assert academy.aliases.filter(name="One name").count() == 1


def test_a_person_who_works_with_both_works_with_one_twice(academy, league, ben, dora):
    affiliate(ben, organisation=league, until_on=dt.date(2019, 1, 1), by=dora)
    affiliate(ben, organisation=academy, from_on=dt.date(2019, 1, 2), by=dora)

    merge_organisation(league, into=academy, by=dora)

    assert Affiliation.objects.filter(organisation=academy).count() == 2


def test_the_values_that_were_chosen_stay(academy, league, dora):
    keep = {"name": league.name, "country": "BY"}

    merge_organisation(league, into=academy, by=dora, keep=keep)

    academy.refresh_from_db()
    assert (academy.name, academy.sort_name, academy.country) == (
        Text.of("Krok za Krokam"),
        "Krok za Krokam",
        "BY",
    )
    assert academy.slug == "open-academy-step-by-step"
    assert "Open Academy Step by Step" in academy.aliases.values_list("name", flat=True)


def test_the_office_moves_with_it(academy, league, dora):
    Organisation.objects.filter(pk=league.pk).update(is_secretariat=True)
    league.refresh_from_db()

    merge_organisation(league, into=academy, by=dora)

    academy.refresh_from_db()
    assert academy.is_secretariat


def test_a_unit_that_swallows_its_whole_stands_alone(academy, league, dora):
    make_unit(academy, of=league, by=dora)

    merge_organisation(league, into=academy, by=dora)

    academy.refresh_from_db()
    assert academy.parent is None


def test_an_organisation_is_not_merged_twice_nor_into_itself(academy, league, dora, system):
    with pytest.raises(Refused):
        merge_organisation(academy, into=academy, by=dora)
    merge_organisation(league, into=academy, by=dora)
    third = record_organisation(name="Third", by=system)
    with pytest.raises(Refused):
        merge_organisation(third, into=league, by=dora)


def test_the_desk_shows_both_and_what_moves(desk, academy, league, dora):
    add_contact(league, name="Mila", mail="m@x.example", by=dora)

    answer = desk.get(
        f"/desk/organisations/{league.pk}/merge/?into=Open+Academy+Step+by+Step"
        f"&into_key={academy.pk}"
    )

    assert [(line.label, line.stays, line.goes) for line in answer.context["form"].lines][:4] == [
        ("Name", "Open Academy Step by Step", "Krok za Krokam"),
        ("Short name", "", ""),
        ("Kind", "", "Non-governmental organisation"),
        ("Country", "Croatia", "Belarus"),
    ]
    assert answer.context["moves"] == [("Contact", 1)]


def test_the_desk_makes_two_records_one(desk, academy, league):
    address = (
        f"/desk/organisations/{league.pk}/merge/?into=Open+Academy+Step+by+Step"
        f"&into_key={academy.pk}"
    )

    answer = desk.post(address, {"name": "stays", "kind": "goes", "country": "stays"})

    assert (answer.status_code, answer.url) == (302, f"/desk/organisations/{academy.pk}/")
    academy.refresh_from_db()
    assert (academy.kind, academy.country) == ("ngo", "HR")


def test_the_desk_asks_which_other_record_it_is(desk, academy, league):
    address = f"/desk/organisations/{league.pk}/merge/"

    assert desk.get(address).status_code == 200
    assert desk.get(f"{address}?into=Krok+za+Krokam").status_code == 422
    assert desk.get(f"{address}?into=Nobody").status_code == 422


def test_the_history_names_what_became_one_and_what_moved(desk, academy, league, dora):
    add_contact(league, name="Mila", by=dora)
    merge_organisation(league, into=academy, by=dora)

    told = desk.get(f"/desk/organisations/{academy.pk}/").context["history"]

    deeds = [(one.sentence, [change.after for change in one.changes]) for one in told]
    assert ("Dora took “Krok za Krokam” in.", ["1 moved, 0 were there already"]) in deeds
    assert "Dora made “Krok za Krokam” one with another record." in [deed for deed, _ in deeds]
    assert not [deed for deed, _ in deeds if "did “" in deed]
