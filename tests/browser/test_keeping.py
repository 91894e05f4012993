"""The year kept by hand, as fast as in a spreadsheet."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
CAPACITIES = "/desk/activities/2022/core-capacities-for-life-and-learning-in-childhood"


def test_dora_enters_an_activity_and_its_rows_with_the_keyboard_alone(dora):
    dora.goto("/desk/activities/new/")
    dora.get_by_role("group", name="Title").get_by_role("textbox", name="English").focus()
    dora.keyboard.type("Evening talks by the stove")
    dora.get_by_role("spinbutton", name="Counts for the year").focus()
    dora.keyboard.press("Control+a")
    dora.keyboard.type("2024")
    dora.keyboard.press("Enter")
    expect(dora.get_by_role("heading", level=1)).to_have_text("Evening talks by the stove")
    dora.get_by_role("region", name="Who takes part").wait_for()

    type_into_new_row(dora, "Who takes part", "Organisation", "House of Rivers (sample)")
    expect(rows(dora, "Who takes part")).to_have_count(2)
    type_into_new_row(dora, "How many people", "Number", "19")
    expect(rows(dora, "How many people")).to_have_count(2)
    type_into_new_row(dora, "What came of it", "What came of it", "Everybody knows nine stories.")
    expect(rows(dora, "What came of it")).to_have_count(2)
    dora.keyboard.type("Two of them are our own.")
    dora.keyboard.press("Enter")
    expect(rows(dora, "What came of it")).to_have_count(3)

    dora.reload()
    expect(field(dora, "Who takes part", "Organisation").first).to_have_value(
        "House of Rivers (sample)"
    )
    expect(field(dora, "How many people", "Number").first).to_have_value("19")
    expect(field(dora, "What came of it", "What came of it").nth(1)).to_have_value(
        "Two of them are our own."
    )


def test_enter_adds_a_row_from_a_choice_and_leads_to_what_is_wrong(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    there = rows(dora, "Who takes part").count()
    field(dora, "Who takes part", "Organisation").last.focus()
    dora.keyboard.type("Nobody of this name")
    dora.keyboard.press("Tab")
    dora.keyboard.type("Guest")
    dora.keyboard.press("Enter")
    expect(field(dora, "Who takes part", "Organisation").last).to_be_focused()

    dora.keyboard.type("House of Rivers (sample)")
    dora.keyboard.press("Tab")
    dora.keyboard.press("Enter")

    expect(rows(dora, "Who takes part")).to_have_count(there + 1)
    expect(field(dora, "Who takes part", "Role").nth(there - 1)).to_have_value("guest")


def test_dora_pastes_many_lines_and_each_becomes_a_row(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    before = rows(dora, "What came of it").count()
    field(dora, "What came of it", "What came of it").last.focus()
    paste(dora, "• Listening without a plan.\n• Asking one question more.\n• Waiting.")

    expect(rows(dora, "What came of it")).to_have_count(before + 3)
    expect(field(dora, "What came of it", "What came of it").nth(before + 1)).to_have_value(
        "Waiting."
    )


def test_a_row_is_saved_as_soon_as_dora_leaves_the_field(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    number = field(dora, "How many people", "Number").first
    number.fill("11")
    number.press("Tab")
    expect(sheet(dora, "How many people").get_by_text("Saved.")).to_be_visible()

    dora.reload()

    expect(field(dora, "How many people", "Number").first).to_have_value("11")


def test_a_new_row_is_saved_when_dora_leaves_it_and_she_stays_where_she_went(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    before = rows(dora, "What came of it").count()
    field(dora, "What came of it", "What came of it").last.fill(
        "Coming back to a child's question."
    )
    dora.get_by_role("link", name="The desk").focus()

    expect(rows(dora, "What came of it")).to_have_count(before + 1)
    expect(dora.get_by_role("link", name="The desk")).to_be_focused()
    expect(field(dora, "What came of it", "What came of it").nth(before - 1)).to_have_value(
        "Coming back to a child's question."
    )


def test_what_is_refused_is_marked_and_escape_brings_back_what_was_saved(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    number = field(dora, "How many people", "Number").first
    before = number.input_value()
    number.fill("many")
    number.press("Tab")
    expect(number).to_have_attribute("aria-invalid", "true")

    number.focus()
    number.press("Escape")

    expect(number).to_have_value(before)
    expect(number).not_to_have_attribute("aria-invalid", "true")
    expect(sheet(dora, "How many people").get_by_text("Saved.").first).to_be_visible()


def test_a_row_that_is_taken_out_keeps_the_hand_in_its_place(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    sheet(dora, "How many people").get_by_role("button", name="Take out").first.focus()
    dora.keyboard.press("Enter")

    expect(dora.get_by_text("Taken out")).to_be_focused()


def test_a_form_that_is_refused_leads_to_what_is_wrong(dora):
    dora.goto("/desk/activities/new/")
    dora.get_by_role("spinbutton", name="Counts for the year").press("Enter")

    expect(dora.get_by_role("alert")).to_be_focused()


def test_dora_copies_an_activity_into_another_year_without_its_results(dora):
    dora.goto(f"{CAPACITIES}/edit/")
    again = dora.get_by_role("region", name="Again in another year")
    again.get_by_role("spinbutton", name="Year").fill("2027")
    again.get_by_role("button", name="Copy it").click()

    expect(dora).to_have_url(re.compile("/desk/activities/2027/"))
    expect(dora.get_by_role("spinbutton", name="Counts for the year")).to_have_value("2027")
    open_pieces(dora)
    expect(field(dora, "Who takes part", "Organisation").first).to_have_value(
        "Learning for Well-being Foundation"
    )
    expect(rows(dora, "How many people")).to_have_count(1)
    expect(rows(dora, "What came of it")).to_have_count(1)


def test_nothing_that_was_typed_is_lost_when_the_line_dies(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    number = field(dora, "How many people", "Number").first
    dora.context.set_offline(True)
    number.fill("12")
    number.press("Tab")
    expect(sheet(dora, "How many people")).to_contain_text("Not sent yet: the line is dead.")

    dora.context.set_offline(False)
    expect(sheet(dora, "How many people")).not_to_contain_text("Not sent yet", timeout=30_000)

    dora.reload()
    expect(field(dora, "How many people", "Number").first).to_have_value("12")


def test_what_a_dead_line_could_not_take_is_sent_by_the_next_visit(dora):
    dora.goto(f"{CAPACITIES}/pieces/")
    dora.context.set_offline(True)
    number = field(dora, "How many people", "Number").first
    number.fill("13")
    number.press("Tab")
    expect(sheet(dora, "How many people")).to_contain_text("Not sent yet: the line is dead.")
    dora.close()

    later = dora.context.new_page()
    dora.context.set_offline(False)
    later.goto(f"{CAPACITIES}/pieces/")

    expect(field(later, "How many people", "Number").first).to_have_value("13")
    expect(sheet(later, "How many people")).not_to_contain_text("Not sent yet", timeout=30_000)
    later.reload()
    expect(field(later, "How many people", "Number").first).to_have_value("13")


def open_pieces(page):
    page.get_by_role("link", name="Who takes part, what came of it").click()
    page.get_by_role("region", name="Who takes part").wait_for()


def sheet(page, name):
    return page.get_by_role("region", name=name, exact=True)


def rows(page, name):
    """The rows of a sheet, the empty one for the next included."""
    return sheet(page, name).get_by_role("row").filter(has=page.get_by_role("button"))


def field(page, name, column):
    role = sheet(page, name).get_by_role("textbox", name=column, exact=True)
    return role.or_(sheet(page, name).get_by_role("combobox", name=column, exact=True))


def type_into_new_row(page, name, column, words):
    field(page, name, column).last.focus()
    page.keyboard.type(words)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")


def paste(page, words):
    page.evaluate(
        """(words) => {
          const held = new DataTransfer();
          held.setData("text/plain", words);
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
        }""",
        words,
    )
