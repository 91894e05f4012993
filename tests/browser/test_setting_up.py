import pytest
from playwright.sync_api import expect

from tests.browser import world as worlds
from tests.browser.visitors import Visitors

pytestmark = pytest.mark.browser


@pytest.fixture
def empty(chromium, tmp_path, django_db_blocker, monkeypatch):
    """A network that nobody has set up yet, and the address that was printed on the console."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs a loop in this thread
    _kept, link = worlds.build_nothing(tmp_path)
    with django_db_blocker.unblock(), worlds.served(tmp_path) as world:
        with Visitors(chromium, world.address) as visitors:
            yield visitors, link
        assert visitors.complaints == []


def test_the_first_person_sets_the_network_up_by_the_link_of_the_console(empty):
    visitors, link = empty
    page = visitors.come()
    assert page.goto("/").status == 503

    page.goto(link)
    name = page.get_by_role("group", name="What is the network called?")
    name.get_by_role("textbox", name="English").fill("Round the Stove")
    page.get_by_role("textbox", name="Who starts?").fill("Zora")
    page.get_by_role("textbox", name="First colour").fill("#3d4fc4")
    page.get_by_role("textbox", name="Your mail").fill("zora@stove.example")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    page.goto("/desk/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zora")
    page.goto("/desk/settings/")
    expect(page.get_by_role("textbox", name="First colour")).to_have_value("#3d4fc4")
    stranger = visitors.come()
    stranger.goto("/")
    expect(stranger.get_by_role("banner")).to_contain_text("Round the Stove")
    assert stranger.goto(link).status == 404
