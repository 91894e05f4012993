import re

import pytest
from playwright.sync_api import expect

from tests.browser.papers import CHOICE, DOUBT, DOUBTFUL, LISTING, SURE, handed_in

pytestmark = pytest.mark.browser


def test_dora_hands_in_a_paper_and_accepts_what_is_sure(dora):
    handed_in(dora)
    dora.get_by_role("button", name=re.compile("^Accept")).click()

    expect(line(dora, SURE)).to_contain_text("Accepted")
    expect(line(dora, DOUBTFUL)).to_contain_text("2 fields need a person")
    dora.goto("/library/?q=songs")
    expect(dora.get_by_role("region", name="Works that were found")).to_contain_text(SURE)


def test_dora_takes_an_import_back_and_the_library_is_as_before(dora):
    handed_in(dora)
    dora.get_by_role("button", name=re.compile("^Accept")).click()
    dora.get_by_role("button", name="Take the import back").click()

    expect(dora.get_by_role("heading", level=1)).to_have_text("This import was taken back.")
    dora.goto("/library/")
    expect(dora.get_by_role("main")).to_contain_text("3 works")
    expect(dora.get_by_role("main")).not_to_contain_text(SURE)


def test_the_same_paper_again_adds_nothing_and_says_so(dora):
    handed_in(dora)
    handed_in(dora)

    expect(dora.get_by_role("main")).to_contain_text("Read before, nothing was added")
    dora.goto("/desk/imports/")
    expect(dora.get_by_role("rowheader").filter(has_text="listing.txt")).to_have_count(2)


def test_dora_reviews_a_found_record_with_the_keyboard_alone(dora):
    handed_in(dora)
    dora.get_by_role("link", name=DOUBTFUL).focus()
    dora.keyboard.press("Enter")
    expect(dora.get_by_role("heading", level=1)).to_contain_text("is this what the page says?")

    answer = dora.get_by_role("button", name=CHOICE, exact=True)
    for _step in range(20):
        dora.keyboard.press("j")
        if hand(dora).get_by_role("button", name=CHOICE, exact=True).count():
            break
    dora.keyboard.press("k")
    dora.keyboard.press("j")
    expect(hand(dora)).to_contain_text(DOUBT)
    expect(dora.get_by_role("region", name="The page as printed")).to_contain_text(DOUBT)
    dora.keyboard.press("Enter")
    expect(answer).to_have_count(0)

    dora.get_by_role("button", name="Accept and go on").focus()
    dora.keyboard.press("Enter")

    expect(dora.get_by_role("heading", level=1)).to_contain_text(
        re.compile("Record 1 of 2|settled")
    )
    dora.goto("/library/?q=maps")
    expect(dora.get_by_role("region", name="Works that were found")).to_contain_text(DOUBTFUL)


def test_enter_where_nothing_is_asked_accepts_nothing(dora):
    handed_in(dora)
    dora.get_by_role("link", name=DOUBTFUL).click()
    expect(dora.get_by_role("button", name="Accept and go on")).to_be_visible()
    address, asked = dora.url, dora.locator("[data-main]")
    dora.keyboard.press("Enter")
    while left := asked.count():
        expect(hand(dora).locator("[data-main]")).to_have_count(1)
        dora.keyboard.press("Enter")
        expect(asked).not_to_have_count(left)
    dora.keyboard.press("Enter")

    expect(dora.get_by_role("button", name="Accept and go on")).to_be_focused()
    assert dora.url.split("?")[0] == address


def test_dora_pastes_a_paper_instead_of_picking_it(dora):
    dora.goto("/desk/imports/")
    dora.evaluate(
        """(words) => {
          const held = new DataTransfer();
          held.setData("text/plain", words);
          document.body.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
        }""",
        LISTING,
    )
    expect(dora.get_by_role("main")).to_contain_text("pasted.txt")
    dora.get_by_role("button", name="Read the files").click()

    expect(dora.get_by_role("heading", name="2 works", exact=True)).to_be_visible()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(dora):
    dora.goto("/desk/imports/")
    broken = {"name": "year.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 torn"}
    dora.locator("input[type=file]").set_input_files(broken)
    dora.get_by_role("button", name="Read the files").click()

    expect(dora.get_by_role("alert")).to_contain_text("year.pdf")
    expect(dora.get_by_role("rowheader").filter(has_text="year.pdf")).to_have_count(0)


def line(page, title):
    return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=title, exact=True))


def hand(page):
    """The field in hand: where the keyboard is."""
    return page.locator(":focus")
