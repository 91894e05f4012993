import pytest

from plaza.imports.actions import accept_sure, import_file
from plaza.imports.models import ColumnMapping
from plaza.network.actions import record_organisation
from plaza.network.models import Organisation

pytestmark = pytest.mark.django_db
MEMBERS = """Name,Country,City,Contact person,E-mail,Member since
River School,Croatia,Split,Ann Bell,ann@river.example,2019-05-01
Meadow House,Ukraine,Lviv,Bea Cole,bea@meadow.example,2020-01-15
Hill Foundation,Bulgaria,Sofia,Cai Dunn,cai@hill.example,2021-03-09
Total,3,,,,
"""


@pytest.fixture
def members(dora):
    return import_file("members.csv", MEMBERS.encode(), by=dora).document


def fates(document, kind="organisation"):
    return dict(document.drafts.filter(kind=kind).values_list("title", "fate"))


def test_each_row_has_a_fate_before_anything_happens(dora):
    record_organisation(name="River School", country="HR", by=dora)

    document = import_file("members.csv", MEMBERS.encode(), by=dora).document

    assert fates(document) == {
        "River School": "changes",
        "Meadow House": "new",
        "Hill Foundation": "new",
    }
    assert [row[1] for row in document.sheet["left_out"]] == [5]
    assert Organisation.objects.count() == 1


def test_accepting_a_member_list_enters_organisations_memberships_and_contacts(dora, members):
    accept_sure(members, by=dora)

    river = Organisation.objects.get(sort_name="River School")
    assert (river.country, river.city) == ("HR", "Split")
    assert [(one.name, one.mail) for one in river.contact_points.all()] == [
        ("Ann Bell", "ann@river.example")
    ]
    assert [str(one.from_on) for one in river.memberships.all()] == ["2019-05-01"]


def test_columns_mapped_by_hand_are_remembered_for_the_next_file(client, dora, members):
    client.force_login(dora)
    columns = members.sheet["tables"][0]["columns"]
    chosen = {f"t0-c{one['index']}": one["field"] or "" for one in columns}
    city = next(one["index"] for one in columns if one["heading"] == "City")

    response = client.post(
        f"/desk/imports/{members.pk}/columns/",
        {**chosen, "t0-kind": "organisation", f"t0-c{city}": ""},
    )

    assert response.status_code == 302
    assert ColumnMapping.objects.get().columns[str(city)] is None
    newer = import_file("later.csv", (MEMBERS + "Lake,Italy,Rome,,,\n").encode(), by=dora).document
    names = {row["name"] for draft in newer.drafts.all() for row in draft.fields}
    assert "city" not in names


def test_two_columns_cannot_be_the_same_field(client, dora, members):
    client.force_login(dora)
    columns = members.sheet["tables"][0]["columns"]
    chosen = {f"t0-c{one['index']}": "name" for one in columns}

    response = client.post(
        f"/desk/imports/{members.pk}/columns/", {**chosen, "t0-kind": "organisation"}
    )

    assert response.status_code == 422
    assert not ColumnMapping.objects.exists()


def test_columns_stay_once_rows_are_records(client, dora, members):
    accept_sure(members, by=dora)
    client.force_login(dora)
    columns = members.sheet["tables"][0]["columns"]
    chosen = {f"t0-c{one['index']}": one["field"] or "" for one in columns}

    response = client.post(
        f"/desk/imports/{members.pk}/columns/", {**chosen, "t0-kind": "organisation"}
    )

    assert response.status_code == 409
    assert members.drafts.exclude(state="accepted").count() == 0


def test_a_membership_is_told_in_words(client, dora, members):
    client.force_login(dora)
    draft = members.drafts.get(title="River School")

    page = client.get(f"/desk/imports/{members.pk}/{draft.pk}/").content.decode()

    assert "<bdi>Member, since 1 May 2019</bdi>" in page


def test_a_sheet_with_unknown_headings_offers_to_name_its_columns(client, dora):
    client.force_login(dora)
    document = import_file("list.csv", b"A1;B2\nMoss;x\nTulip;y\n", by=dora).document

    page = client.get(f"/desk/imports/{document.pk}/").content.decode()

    assert f'href="/desk/imports/{document.pk}/columns/">Name the columns</a>' in page
    assert [one["heading"] for one in document.sheet["tables"][0]["columns"]] == ["A1", "B2"]


def test_the_columns_of_a_sheet_without_headings_are_no_rule_for_another(client, dora):
    client.force_login(dora)
    first = import_file("one.csv", b"Moss Foundation;Oslo\nTulip School;Bergen\n", by=dora).document
    chosen = {"t0-kind": "organisation", "t0-c0": "name", "t0-c1": "city"}

    client.post(f"/desk/imports/{first.pk}/columns/", chosen)

    other = import_file("two.csv", b"Bergen;Hill School\nOslo;Lake School\n", by=dora).document

    assert sorted(fates(first)) == ["Moss Foundation", "Tulip School"]
    assert fates(other) == {}
