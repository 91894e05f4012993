"""What is handed out row by row is not held row by row."""

import gc

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from plaza.activities.actions import add_involvement
from plaza.activities.models import Involvement
from plaza.exchange.lists import list_kind, table_of
from plaza.exchange.tests.records import make_activity
from plaza.network.actions import record_organisation

pytestmark = pytest.mark.django_db


def held():
    return sum(type(one) is Involvement for one in gc.get_objects())  # wakes no lazy object


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_row_and_its_parts_are_let_go_before_the_next_one(dora, form):
    school = record_organisation(name="River School", by=dora)
    for number in range(3):
        one = make_activity(dora, title=f"Rivers {number}")
        add_involvement(one, by=dora, role="host", organisation=school)
    kind, _form = list_kind(AnonymousUser(), "activities", form)
    table = table_of(kind, form, AnonymousUser(), QueryDict())
    gc.collect()
    gc.disable()
    try:
        before = held()
        rows = list(table.rows if form == "csv" else table.json)
        after = held()
    finally:
        gc.enable()

    assert "River School" in str(rows)
    assert after == before
