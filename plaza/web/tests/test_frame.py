"""What every page says of itself: which language, which address, which room."""

import re

import pytest

pytestmark = pytest.mark.django_db


def links(answer, kind):
    return re.findall(rf'<link rel="{kind}"(?: hreflang="([^"]*)")? href="([^"]*)"', answer.text)


def test_another_language_keeps_the_page_and_its_filter(client):
    answer = client.get("/activities/?country=HR&q=film")

    assert answer.text.count('href="/uk/activities/?country=HR&amp;q=film"') == 3


def test_a_page_has_one_address_whatever_narrows_it(client):
    answer = client.get("/uk/activities/?country=HR&page=2")
    here = "http://127.0.0.1:8000"

    assert links(answer, "canonical") == [("", f"{here}/uk/activities/?page=2")]
    assert links(answer, "alternate") == [
        ("en", f"{here}/activities/?page=2"),
        ("x-default", f"{here}/activities/?page=2"),
        ("uk", f"{here}/uk/activities/?page=2"),
    ]


@pytest.mark.parametrize("prefix", ["", "/uk"])
def test_the_menu_marks_the_room_and_the_foot_leads_home(client, prefix):
    answer = client.get(f"{prefix}/figures/2022/activities/")
    marked = re.findall(r'<a href="([^"]*)" aria-current="true">', answer.text)

    assert [one for one in marked if one.endswith(("activities/", "figures/"))] == [
        f"{prefix}/figures/"
    ]
    assert f'<a class="foot__name" href="{prefix}/">' in answer.text
