"""People come in by a code or a passkey; what is wrong is said in the same words to everybody."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from plaza.network.actions import close_account
from plaza.network.models import Person


def ask(client, address, **more):
    return client.post("/sign-in/", {"email": address}, **more)


def last_code(client):
    letters = Person._meta.apps.get_model("post", "Letter").objects.order_by("-id")
    return re.search(r"\b\d{6}\b", letters.first().text)[0]


def type_code(client, code, **more):
    return client.post("/sign-in/code/", {"code": code}, **more)


def signed_in(client):
    return "_auth_user_id" in client.session


@pytest.fixture(autouse=True)
def _letters_go_to_the_outbox(settings):
    settings.EMAIL_BACKEND = "plaza.post.backend.OutboxBackend"


def test_a_code_lets_a_person_in_and_on_to_where_she_was(client, cast):
    ask(client, "dora@plaza.example", query_params={"next": "/my/"})
    answer = client.post("/sign-in/code/?next=/my/", {"code": last_code(client)})

    assert answer.url == "/my/"
    assert signed_in(client)


def test_the_letter_is_in_the_language_of_the_person(client, cast):
    ask(client, "cleo@plaza.example")

    letter = cast["cleo"].letters.get()
    assert (letter.language, letter.secret, letter.kind) == ("uk", True, "account")
    assert "<table" in letter.html


def test_the_subject_does_not_hold_the_code(client, cast):
    ask(client, "dora@plaza.example")

    letter = cast["dora"].letters.get()
    assert letter.subject == "Your code for signing in"
    assert last_code(client) in letter.html


def test_a_wrong_code_says_what_to_do(client, cast):
    ask(client, "dora@plaza.example")

    answer = type_code(client, "000000")

    assert "This is not the code." in answer.content.decode()
    assert not signed_in(client)


def test_after_five_wrong_codes_the_right_one_does_not_help(client, cast):
    ask(client, "dora@plaza.example")
    code = last_code(client)
    for _attempt in range(5):
        type_code(client, "000000")

    type_code(client, code)

    assert not signed_in(client)


def test_an_expired_code_does_not_help(client, cast, monkeypatch):
    ask(client, "dora@plaza.example")
    code = last_code(client)
    later = timezone.now() + dt.timedelta(minutes=16)
    monkeypatch.setattr("time.time", later.timestamp)

    answer = type_code(client, code)

    assert answer.url == "/sign-in/"
    assert not signed_in(client)


def test_a_code_counts_once(client, cast):
    ask(client, "dora@plaza.example")
    code = last_code(client)
    type_code(client, code)
    client.post("/sign-out/")

    type_code(client, code)

    assert not signed_in(client)


def test_an_unknown_address_hears_the_same_sentence(client, cast, settings):
    settings.PLAZA_MAIL_URL = "smtp://mail.plaza.example"

    known = ask(client, "dora@plaza.example", follow=True).content.decode()
    client.cookies.clear()
    unknown = ask(client, "nobody@plaza.example", follow=True).content.decode()

    def words(page, address):
        lead = re.search(r'<p class="lead">(.*?)</p>', page)[1]
        return lead.replace(address, "…")

    assert words(known, "dora@plaza.example") == words(unknown, "nobody@plaza.example")
    assert Person.objects.by_address("nobody@plaza.example") is None


def test_nobody_gets_a_letter_at_an_unknown_address(client, cast):
    ask(client, "nobody@plaza.example")

    assert Person._meta.apps.get_model("post", "Letter").objects.count() == 0


def test_somebody_whose_account_is_closed_gets_no_code(client, cast):
    close_account(cast["ben"], by=cast["dora"])

    ask(client, "ben@plaza.example")

    assert cast["ben"].letters.count() == 0


def test_nobody_guesses_codes_of_one_address_all_day(client, cast, monkeypatch):
    start = timezone.now().timestamp()
    for minute in range(0, 24 * 60, 5):
        monkeypatch.setattr("time.time", lambda at=start + minute * 60: at)
        ask(client, "dora@plaza.example")
        client.cookies.clear()

    assert cast["dora"].letters.count() == 40


def test_too_many_tries_are_counted_per_visitor_behind_a_proxy(client, cast, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(20):
        ask(client, f"n{number}@plaza.example", headers={"X-Forwarded-For": "1.1.1.1"})
        client.cookies.clear()

    spammer = ask(client, "dora@plaza.example", headers={"X-Forwarded-For": "9.9.9.9, 1.1.1.1"})
    dora = ask(client, "dora@plaza.example", headers={"X-Forwarded-For": "2.2.2.2"})

    assert "That was too often." in spammer.content.decode()
    assert dora.url.startswith("/sign-in/code/")


def test_too_many_letters_to_one_address_are_refused(client, cast):
    for _letter in range(3):
        ask(client, "dora@plaza.example")
        client.cookies.clear()

    answer = ask(client, "dora@plaza.example")

    assert "That was too often." in answer.content.decode()
    assert cast["dora"].letters.count() == 3


def test_a_new_code_can_be_had(client, cast):
    ask(client, "dora@plaza.example")
    first = last_code(client)

    client.post("/sign-in/code/", {"action": "resend"})
    second = last_code(client)
    type_code(client, second)

    assert first != second
    assert signed_in(client)


def test_in_a_demonstration_the_code_stands_on_the_page(client, cast, settings):
    settings.PLAZA_DEMO = True

    page = ask(client, "dora@plaza.example", follow=True)

    assert page.context["demo_code"] == last_code(client)


def test_in_a_demonstration_the_cast_is_one_press_away(client, cast, settings):
    settings.PLAZA_DEMO = True

    page = client.get("/sign-in/").content.decode()

    assert page.count('name="email" value=') == len(cast)


def test_elsewhere_neither_code_nor_cast_are_shown(client, cast, settings):
    settings.PLAZA_DEMO = False

    assert "cast" not in client.get("/sign-in/").context
    assert "demo_code" not in ask(client, "dora@plaza.example", follow=True).context


def test_without_a_mail_server_the_code_stands_on_the_console(client, cast, settings, caplog):
    settings.PLAZA_DEMO, settings.PLAZA_MAIL_URL = False, ""

    page = ask(client, "dora@plaza.example", follow=True).content.decode()

    assert f"The code for dora@plaza.example: {last_code(client)}" in caplog.text
    assert "no letter leaves" in page
    assert last_code(client) not in page


def test_with_a_mail_server_no_code_stands_on_the_console(client, cast, settings, caplog):
    settings.PLAZA_DEMO, settings.PLAZA_MAIL_URL = False, "smtp://mail.plaza.example"

    page = ask(client, "dora@plaza.example", follow=True).content.decode()

    assert "dora@plaza.example" not in caplog.text
    assert "a letter with six digits is on its way" in page


def test_nobody_signs_up_by_herself(client, db):
    assert client.get("/sign-up/").status_code == 404


@pytest.mark.parametrize("address", ["/my/passkeys/add/", "/my/data/erase/"])
def test_guarded_steps_ask_for_a_fresh_sign_in(client, cast, address, monkeypatch):
    ask(client, "dora@plaza.example")
    type_code(client, last_code(client))
    assert client.get(address).status_code == 200
    later = timezone.now() + dt.timedelta(minutes=16)
    monkeypatch.setattr("time.time", later.timestamp)

    assert client.get(address).url.startswith("/my/again/?next=")


def test_signing_in_again_leads_back(client, dora):
    client.force_login(dora)

    answer = client.post("/my/again/", {"next": "/my/passkeys/add/"})

    assert answer.url == "/sign-in/?next=%2Fmy%2Fpasskeys%2Fadd%2F"
    assert not signed_in(client)


def test_signing_in_again_leads_nowhere_else(client, dora):
    client.force_login(dora)

    answer = client.post("/my/again/", {"next": "https://elsewhere.example/"})

    assert answer.url == "/sign-in/?next=%2Fmy%2F"
