import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
WORKSHOP = "Peer-to-peer workshop online on video coaching"


def test_a_visitor_reads_the_year_down_to_the_words_of_the_document(page):
    page.goto("/")
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Figures").click()
    page.get_by_role("link", name="2022 in figures").click()

    members = (
        page.get_by_role("main")
        .locator("section")
        .filter(has=page.get_by_role("heading", name="Member organisations involved", exact=True))
    )
    expect(members).to_contain_text("31 as printed; 7 hosts are named; 24 are not named")
    members.get_by_role("link", name="Open 7 rows").click()

    row = page.get_by_role("row").filter(has_text="Open Academy Step by Step")
    expect(row).to_contain_text(WORKSHOP)
    expect(page.get_by_role("main")).to_contain_text(
        "In 2022, six PLAs brought together 31 Members"
    )
    page.goto("/activities/2022/")
    page.get_by_role("main").get_by_role("link", name=WORKSHOP).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(WORKSHOP)
    expect(page.get_by_role("main")).to_contain_text("MAY 2022–JANUARY 2023")
    expect(page.get_by_role("main")).to_contain_text("19 education and 9 supervision")


def test_a_visitor_reads_the_overview_and_takes_the_printed_one_along(page):
    page.goto("/overviews/2022/")
    chapters = page.get_by_role("article")
    expect(chapters).to_have_count(6)
    expect(chapters.first.get_by_role("heading", level=2)).to_have_text(WORKSHOP)

    link = page.get_by_role("link", name=re.compile("PDF")).first
    answer = page.request.get(link.get_attribute("href"))

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body()[:5] == b"%PDF-"


@pytest.mark.parametrize(
    "address", ["/uk/", "/uk/activities/", "/uk/library/", "/uk/network/", "/uk/figures/2022/"]
)
def test_the_frame_of_a_ukrainian_page_speaks_ukrainian(page, address):
    page.goto(address)

    assert page.locator("html").get_attribute("lang") == "uk"
    ours = [
        heading.inner_text()
        for heading in page.get_by_role("heading").all()
        if heading.locator("a, [lang], bdi").count() == 0
    ]
    rooms = page.locator("header nav").get_by_role("link").all_inner_texts()
    assert [words for words in [*ours, *rooms] if re.search("[A-Za-z]{3,}", words)] == []


def test_a_visitor_changes_the_language_and_stays_on_the_page(page):
    page.goto("/network/open-academy-step-by-step/")
    page.locator("summary").filter(has_text="change the language").click()
    page.get_by_role("banner").get_by_role("link", name="Українська").last.click()

    expect(page).to_have_url(re.compile("/uk/network/open-academy-step-by-step/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Open Academy Step by Step")


def test_a_visitor_narrows_the_library_down_and_finds_the_guides_of_a_package(page):
    page.goto("/library/")
    page.get_by_role("checkbox", name="Training package").check()
    page.get_by_role("button", name="Show these works").click()
    expect(page.get_by_role("main")).to_contain_text("1 work")

    works = page.get_by_role("region", name="Works that were found")
    works.get_by_role("link", name=re.compile("^Supporting families")).click()

    expect(page.get_by_role("rowheader", name="Guide 3: Extension")).to_be_visible()
    guide = page.get_by_role("row").filter(has_text="Guide 1: Overview")
    expect(guide.get_by_role("link", name="PDF")).to_be_visible()


def test_a_visitor_finds_an_organisation_by_a_name_it_was_printed_with(page):
    page.goto("/network/")
    page.get_by_role("searchbox", name="Search the names of organisations").fill("korak po korak")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("main").get_by_role("link", name="Open Academy Step by Step").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Open Academy Step by Step")
    expect(page.get_by_role("main")).to_contain_text("Member since January 2022")


def test_a_phone_reaches_every_room_by_its_menu(visitors):
    page = visitors.come(width=390, height=844)
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Programmes").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Programmes")


def test_a_figure_that_opens_to_its_rows_keeps_the_keyboard_where_it_was(page):
    page.goto("/figures/2022/")
    door = page.locator("#figure-activities-door")
    door.focus()

    page.keyboard.press("Enter")

    expect(door).to_contain_text("Close")
    expect(door).to_be_focused()

    page.keyboard.press("Enter")

    expect(door).not_to_contain_text("Close")
    expect(door).to_be_focused()
