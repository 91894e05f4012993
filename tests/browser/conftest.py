"""One Chromium and one server for all journeys; a fresh network and a fresh visitor for each."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import world as worlds
from tests.browser.visitors import Visitors

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="package")
def sample(tmp_path_factory):
    """The folder of the sample network and its database as it was when it was built."""
    data = tmp_path_factory.mktemp("sample")
    return data, worlds.build(data)


@pytest.fixture(scope="package")
def serving(sample, django_db_blocker):
    data, _kept = sample
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop in this thread
    with django_db_blocker.unblock(), worlds.served(data) as world:
        yield world
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(serving, sample):
    """The sample network as it was at first, served."""
    _data, kept = sample
    serving.become(kept)
    return serving


@pytest.fixture(scope="package")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield browser
        browser.close()


@pytest.fixture
def visitors(chromium, site):
    """People at their own browsers; no page may complain while they are here."""
    with Visitors(chromium, site.address) as all_of_them:
        yield all_of_them
    assert all_of_them.complaints == []


@pytest.fixture
def page(visitors):
    """A visitor whom nobody knows, at a desk."""
    return visitors.come()


@pytest.fixture
def dora(visitors):
    """Dora of the secretariat, signed in."""
    return visitors.come("dora@plaza.example")
