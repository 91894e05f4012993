"""Every page of the product, looked at by machines at every width, by day and by night."""

import pytest
from django.test import Client

from plaza.figures.actions import record_opening_balance
from plaza.imports.models import Document
from plaza.network.models import Person
from tests.browser.addresses import every_page, unseen
from tests.browser.looking import look_at
from tests.browser.visitors import Visitors

pytestmark = pytest.mark.browser
NOT_LINKED = {
    "imports:progress",  # a part of a page, which asks for it while it works
    "library:file",  # a file, and the sample network keeps none of its own
    "network:set_up",  # a journey of its own: its link is printed on the console
}


@pytest.fixture(scope="module")
def reached(serving, sample):
    """Every page, with records of the kinds that the sample network has none of."""
    _data, kept = sample
    serving.become(kept)
    Client(headers={"host": "127.0.0.1"}).post("/sign-in/", {"email": "dora@plaza.example"})
    record_opening_balance(
        indicator="sessions",
        first_year=2008,
        last_year=2010,
        value=40,
        source="A note in the archive.",
        by=Person.objects.by_address("dora@plaza.example"),
    )
    a_sheet = Document.objects.get(name="members.csv").get_absolute_url()
    return every_page("/desk/money/2022/", a_sheet)


@pytest.fixture(scope="module")
def pages(reached):
    return reached[0]


@pytest.fixture(scope="module")
def looks(pages, serving, chromium):
    """What was found on each page, and what the pages complained about."""
    found = {}
    with Visitors(chromium, serving.address) as visitors:
        pairs = {
            is_public: (visitors.come(who), visitors.come(who))
            for is_public, who in ((True, None), (False, "dora@plaza.example"))
        }
        for one in pages:
            found[one.address] = look_at(one.address, *pairs[one.is_public])
    return found, visitors.complaints


def test_every_page_answers(pages):
    assert {one.address: one.status for one in pages if one.status != 200} == {}


def test_every_page_has_an_example(reached):
    _pages, seen = reached
    assert unseen(seen) == NOT_LINKED


def test_axe_finds_nothing_on_any_page(looks):
    found, _complaints = looks
    assert {address: look.axe for address, look in found.items() if look.axe} == {}


def test_no_page_scrolls_sideways(looks):
    found, _complaints = looks
    assert {address: look.sideways for address, look in found.items() if look.sideways} == {}


def test_no_page_complains_in_the_browser(looks):
    _found, complaints = looks
    assert complaints == []
