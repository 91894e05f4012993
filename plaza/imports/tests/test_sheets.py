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
