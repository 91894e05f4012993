"""What letters say, and who may read them at the desk."""

import pytest
from django.core.mail import send_mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plaza.ledger.actions import advance
from plaza.network.actions import erase_person
from plaza.post.actions import write, write_sheet
from plaza.post.models import WORKER_STOPPED, Letter
from plaza.post.sheets import Button, Fact, Sheet, forms_of
from plaza.web.desk import waiting_for

SEAT = Sheet(
    subject="A seat for you in Bucharest",
    title="Dear Dora, there is a seat for you.",
    words=("60 people applied for 25 seats.", "We hold your seat until Monday & no longer."),
    facts=(Fact("When", "14 November"), Fact("Where", "Bucharest")),
    button=Button("Take my seat", "https://plaza.example/seat/"),
    after=("Nothing happens before you press there.",),
    why="You get this letter because you applied.",
)


def test_text_and_html_say_the_same_in_the_same_order(db):
    text, html = forms_of(SEAT, "en")
    order = [
        "Dear Dora",
        "60 people",
        "Monday",
        "When",
        "Where",
        "Take my seat",
        "Nothing happens",
        "You get this letter",
    ]

    for form in (text, html):
        places = [form.index(words) for words in order]
        assert places == sorted(places)
    assert "Monday & no longer" in text
    assert "Monday &amp; no longer" in html


def test_html_carries_its_styles_on_the_elements(db):
    html = forms_of(SEAT, "en").html

    assert 'class="' not in html
    assert html.count("max-width:100%") == 1


def test_a_letter_is_written_in_the_language_of_the_person(cast):
    letter = write_sheet(SEAT, to="cleo@plaza.example", kind="seat", by=cast["dora"])

    assert (letter.language, letter.person) == ("uk", cast["cleo"])


def test_what_django_sends_goes_through_the_outbox(db, settings):
    settings.EMAIL_BACKEND = "plaza.post.backend.OutboxBackend"

    send_mail("Subject", "Words", None, ["a@b.example", "c@d.example"])

    assert list(Letter.objects.order_by("id").values_list("to", "subject", "secret")) == [
        ("a@b.example", "Subject", True),
        ("c@d.example", "Subject", True),
    ]


@pytest.mark.parametrize(
    "wrong",
    [{"state": "sent"}, {"sent_at": timezone.now()}, {"wiped_at": timezone.now()}],
)
def test_a_letter_that_contradicts_itself_cannot_be_kept(letter, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**wrong)


def test_of_letters_to_an_erased_person_only_that_they_were_written_stays(letter, ben, dora):
    erase_person(ben, by=dora)

    letter.refresh_from_db()
    assert (letter.to, letter.subject, letter.text, letter.person) == ("", "seat", "", None)


def test_the_outbox_is_for_the_secretariat(client, letter, emil):
    client.force_login(emil)

    assert client.get("/desk/mail/").status_code == 403
    assert client.get(f"/desk/mail/{letter.pk}/").status_code == 403
    assert client.post(f"/desk/mail/{letter.pk}/drop/").status_code == 403


def test_the_outbox_shows_letters_and_narrows_down(client, letter, dora):
    client.force_login(dora)

    assert list(client.get("/desk/mail/").context["paged"]) == [letter]
    assert list(client.get("/desk/mail/?state=sent").context["paged"]) == []
    assert list(client.get("/desk/mail/?q=ben+seat").context["paged"]) == [letter]
    assert list(client.get("/desk/mail/?q=nobody").context["paged"]) == []


def test_a_letter_is_read_at_the_desk(client, letter, dora):
    client.force_login(dora)

    assert "there is a seat for you" in client.get(f"/desk/mail/{letter.pk}/").content.decode()


def test_a_code_is_not_read_at_the_desk(client, dora):
    secret = write(
        to="ben@plaza.example", kind="account", subject="Code", text="123456", secret=True
    )
    client.force_login(dora)

    for address in ("/desk/mail/", f"/desk/mail/{secret.pk}/"):
        assert "123456" not in client.get(address).content.decode()


def test_the_desk_decides_about_an_uncertain_letter(client, letter, dora, system):
    advance(letter, "take", by=system)
    advance(letter, "doubt", by=system, fault="broke off")
    client.force_login(dora)

    assert [one.url for one in waiting_for(dora)] == [f"/desk/mail/{letter.pk}/"]
    answer = client.post(f"/desk/mail/{letter.pk}/resend/")

    assert (answer.status_code, answer.url) == (302, f"/desk/mail/{letter.pk}/")
    letter.refresh_from_db()
    assert letter.state == "waiting"
    assert waiting_for(dora) == []


def test_the_desk_drops_a_letter(client, letter, dora):
    client.force_login(dora)

    client.post(f"/desk/mail/{letter.pk}/drop/")
    again = client.post(f"/desk/mail/{letter.pk}/drop/")

    letter.refresh_from_db()
    assert (letter.state, again.status_code) == ("dropped", 409)


def test_the_desk_asks_the_mail_server(client, dora, settings):
    settings.PLAZA_DEMO, settings.PLAZA_MAIL_URL = False, ""
    client.force_login(dora)

    answer = client.post("/desk/mail/ask/", follow=True)

    assert next(str(said) for said in answer.context["messages"]).startswith(
        "No mail server is set"
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_outbox_asks_the_same_number_of_questions(client, dora, number):
    for place in range(number):
        write(to=f"x{place}@y.example", kind="k", subject="s", text="t")
    client.force_login(dora)
    client.get("/desk/mail/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/desk/mail/")

    assert len(queries) == 10


def test_what_went_wrong_here_is_said_in_the_reader_s_language(client, letter, dora, system):
    advance(letter, "take", by=system)
    advance(letter, "doubt", by=system, fault=WORKER_STOPPED)
    client.force_login(dora)

    page = client.get(f"/uk/desk/mail/{letter.pk}/").content.decode()

    assert '<p class="text-note">Робота зупинилася, поки лист надсилався.</p>' in page
