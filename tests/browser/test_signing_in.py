import re

import pytest
from playwright.sync_api import expect

from tests.browser.visitors import sign_in_by_code

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_dora_signs_in_by_a_code_and_signs_out(page):
    sign_in_by_code(page, "dora@plaza.example")
    page.goto("/desk/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dora")

    page.get_by_role("button", name="Sign out").click()
    page.goto("/desk/")

    expect(page).to_have_url(re.compile("/sign-in/"))


def test_a_wrong_code_is_told_in_words_and_the_right_one_still_counts(page):
    page.goto("/sign-in/")
    page.get_by_role("textbox", name="Email").fill("dora@plaza.example")
    page.get_by_role("button", name="Send me a code").click()
    code = page.get_by_text("This is a demonstration").locator("strong").inner_text()
    wrong = "000000" if code != "000000" else "111111"
    page.get_by_role("textbox", name="Code").fill(wrong)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("This is not the code.")

    page.get_by_role("textbox", name="Code").fill(code)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()

    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto("/my/")
    expect(page.get_by_role("textbox", name="Name")).to_have_value("Dora")


def test_somebody_unknown_gets_the_same_answer_and_no_code(page):
    page.goto("/sign-in/")
    page.get_by_role("textbox", name="Email").fill("nobody@plaza.example")
    page.get_by_role("button", name="Send me a code").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Type the code")
    expect(page.get_by_text("This is a demonstration")).to_have_count(0)


def test_ana_is_told_that_the_desk_is_not_hers(visitors):
    ana = visitors.come("ana@plaza.example")
    answer = ana.goto("/desk/")

    assert answer.status == 403
    expect(ana.get_by_role("heading", level=1)).to_have_count(1)


def test_words_typed_after_being_signed_out_come_back_after_signing_in(visitors):
    dora = visitors.come("dora@plaza.example")
    dora.goto("/desk/organisations/new/")
    dora.get_by_role("textbox", name="City").fill("Mlyniv")
    dora.context.clear_cookies(name="sessionid")
    dora.get_by_role("textbox", name="City").press("Enter")
    dora.wait_for_url(re.compile("/sign-in/"))

    dora.get_by_role("textbox", name="Email").fill("dora@plaza.example")
    dora.get_by_role("button", name="Send me a code").click()
    code = dora.get_by_text("This is a demonstration").locator("strong").inner_text()
    dora.get_by_role("textbox", name="Code").fill(code)
    dora.get_by_role("main").get_by_role("button", name="Sign in").click()

    dora.wait_for_url(re.compile("/desk/organisations/new/"))
    expect(dora.get_by_text("These are the words you typed")).to_be_visible()
    expect(dora.get_by_role("textbox", name="City")).to_have_value("Mlyniv")
    dora.reload()
    expect(dora.get_by_role("textbox", name="City")).to_have_value("")


def test_a_passkey_is_added_at_a_name_and_opens_the_door(chromium, site, settings):
    settings.ALLOWED_HOSTS = ["localhost"]
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    with chromium.new_context(base_url=site.address.replace("127.0.0.1", "localhost")) as visitor:
        page = visitor.new_page()
        device = visitor.new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        sign_in_by_code(page, "dora@plaza.example")
        page.goto("/my/passkeys/add/")
        page.get_by_role("textbox").fill("my laptop")
        page.get_by_role("button", name="Add it").click()
        expect(page.get_by_role("main")).to_contain_text("my laptop")
        visitor.clear_cookies()

        page.goto("/sign-in/")
        page.get_by_role("button", name="Use a passkey").click()

        page.wait_for_url(lambda url: "sign-in" not in url)
        page.goto("/my/")
        expect(page.get_by_role("textbox", name="Name")).to_have_value("Dora")


def test_an_address_of_numbers_says_that_it_takes_no_passkey(page):
    sign_in_by_code(page, "dora@plaza.example")

    page.goto("/my/passkeys/add/")

    expect(page.get_by_text("A passkey belongs to a name")).to_be_visible()
    expect(page.get_by_role("button", name="Add it")).to_be_hidden()
