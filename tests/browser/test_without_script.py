"""The same journeys where no script runs."""

import pytest
from playwright.sync_api import expect

from tests.browser.papers import SURE, handed_in
from tests.browser.visitors import sign_in_by_code

pytestmark = pytest.mark.browser
WORKSHOP = "Peer-to-peer workshop online on video coaching"


@pytest.fixture
def page(visitors):
    return visitors.come(script=False)


def test_a_visitor_reads_without_script(page):
    page.goto("/activities/2022/")
    page.get_by_role("main").get_by_role("link", name=WORKSHOP).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORKSHOP)

    page.goto("/library/")
    page.get_by_role("checkbox", name="Training package").check()
    page.get_by_role("button", name="Show these works").click()
    expect(page.get_by_role("main")).to_contain_text("1 work")

    page.goto("/figures/2022/")
    page.get_by_role("link", name="Open 7 rows").first.click()
    expect(page.get_by_role("row").filter(has_text="Open Academy Step by Step")).to_be_visible()


def test_dora_signs_in_and_keeps_an_activity_without_script(page):
    sign_in_by_code(page, "dora@plaza.example")
    page.goto("/desk/activities/2022/core-capacities-for-life-and-learning-in-childhood/pieces/")
    people = page.get_by_role("region", name="How many people")
    people.get_by_role("textbox", name="Number").first.fill("17")
    people.get_by_role("button", name="Save").first.click()
    expect(people.get_by_role("textbox", name="Number").first).to_have_value("17")
    people.get_by_role("textbox", name="Number").last.fill("4")
    people.get_by_role("textbox", name="Group").last.fill("guests")
    people.get_by_role("button", name="Add", exact=True).click()

    page.goto("/activities/2022/core-capacities-for-life-and-learning-in-childhood/")

    took_part = page.get_by_role("region", name="Who took part")
    expect(took_part).to_contain_text("17")
    expect(took_part).to_contain_text("4 guests")


def test_dora_brings_a_paper_in_and_accepts_it_without_script(visitors):
    page = visitors.come("dora@plaza.example", script=False)
    handed_in(page)
    page.get_by_role("button", name="Accept all 2 sure ones").click()
    expect(page.get_by_role("main")).to_contain_text("2 records are accepted.")

    page.goto("/library/")

    expect(page.get_by_role("region", name="Works that were found")).to_contain_text(SURE)
