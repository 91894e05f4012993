import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_dora_makes_two_records_of_one_organisation_one(dora):
    dora.goto("/desk/organisations/new/")
    name = dora.get_by_role("group", name="Name", exact=True)
    name.get_by_role("textbox", name="English").fill("Open Academy SbS Zagreb")
    dora.get_by_role("button", name="Enter it").click()
    anyway = dora.get_by_role("button", name="No, enter it as a new one")
    expect(anyway.or_(dora.get_by_role("link", name="It is here twice"))).to_be_visible()
    if anyway.count():
        anyway.click()
    dora.get_by_role("link", name="It is here twice").click()
    other = dora.get_by_role("combobox", name="Which record is the same organisation?")
    other.press_sequentially("Open Academy Step")
    dora.get_by_role("option", name=re.compile("Open Academy Step by Step")).click()
    dora.get_by_role("button", name="Put them side by side").click()
    expect(dora.get_by_role("heading", level=1)).to_have_text("Is this the same organisation?")
    dora.get_by_role("button", name="Make them one").click()

    expect(dora.get_by_role("main")).to_contain_text("The two are one now.")
    dora.goto("/network/open-academy-sbs-zagreb/")
    expect(dora).to_have_url(re.compile("/network/open-academy-step-by-step/$"))
    expect(dora.get_by_role("main")).to_contain_text("Open Academy SbS Zagreb")


def test_dora_freezes_a_release_and_sees_what_differs_from_the_last(dora):
    pieces = "/desk/activities/2022/core-capacities-for-life-and-learning-in-childhood/pieces/"
    dora.goto(pieces)
    people = dora.get_by_role("region", name="How many people")
    number = people.get_by_role("textbox", name="Number").first
    number.fill("14")
    number.press("Tab")
    expect(people.get_by_text("Saved.")).to_be_visible()

    dora.goto("/desk/figures/")
    dora.get_by_role("link", name="Freeze a release 2022").click()
    expect(dora.get_by_role("main")).to_contain_text("since release 1")
    why = dora.get_by_role("textbox", name="Why this release is made")
    why.fill("A host counted again.")
    dora.get_by_role("button", name="Freeze the release").click()
    expect(dora.get_by_role("main")).to_contain_text("Release 2")

    dora.goto("/figures/2022/releases/1...2/")

    expect(dora.get_by_role("main")).to_contain_text("A host counted again.")
    participants = (
        dora.get_by_role("main")
        .locator("section")
        .filter(has=dora.get_by_role("heading", name="Participants", exact=True))
    )
    expect(participants.last).to_contain_text("61 to 70 became 67 to 76")


def test_a_form_that_is_on_its_way_is_not_sent_again(dora):
    dora.goto("/desk/organisations/new/")
    form = dora.locator("main form").filter(has=dora.get_by_role("button", name="Enter it"))
    send = """form => [1, 2].map(() => form.dispatchEvent(
        new SubmitEvent("submit", { bubbles: true, cancelable: true })))"""

    assert form.evaluate(send) == [True, False]


def test_enter_saves_a_row_where_it_stands_and_the_history_tells_of_it(dora):
    dora.goto("/desk/organisations/")
    dora.get_by_role("link", name="Open Academy Step by Step").click()
    names = dora.locator("#names")
    new = names.get_by_role("textbox", name="Add other names")
    new.fill("OA Korak")
    new.press("Enter")
    history = dora.locator("#history")
    expect(history).to_contain_text("Dora added the other name “OA Korak”.")

    row = names.get_by_role("textbox", name="Other name", exact=True).last
    row.fill("OA Korak po korak")
    row.press("Enter")

    expect(history).to_contain_text("Dora changed the other name “OA Korak po korak”.")
    expect(row).to_be_focused()
