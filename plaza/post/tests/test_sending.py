"""A letter leaves once, or a person hears that it may not have."""

import datetime as dt
from email import message_from_string

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from plaza.jobs.actions import lease_next, queue, work_off
from plaza.jobs.models import Job
from plaza.ledger.actions import IllegalMove, advance
from plaza.ledger.models import Entry
from plaza.network.actions import set_up_network
from plaza.post.actions import drop, recover, resend, send, wipe, write
from plaza.post.models import Letter
from plaza.post.transport import Server, check, message_of, server_of
from plaza.web.text import Text


def verbs(letter):
    return list(
        Entry.objects.filter(room="post", subject_id=str(letter.pk))
        .order_by("id")
        .values_list("verb", flat=True)
    )


def state(letter):
    letter.refresh_from_db()
    return letter.state


def test_a_letter_leaves_as_text_and_html(server, letter):
    work_off()

    taken = message_from_string(server.letters[0])
    parts = [part.get_content_type() for part in taken.walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]
    assert (taken["To"], taken["Subject"]) == ("ben@plaza.example", "A seat for you")
    assert taken["From"] == "Small Steps <post@network.example>"
    assert taken["Message-ID"] == letter.message_id
    assert state(letter) == "sent"
    assert verbs(letter) == ["write", "take", "deliver"]


def test_a_letter_comes_from_the_network_where_the_setting_names_nobody(settings, letter, dora):
    settings.DEFAULT_FROM_EMAIL = "post@network.example"
    set_up_network(by=dora, name=Text({"en": "Round the Stove, (east)", "uk": "Біля печі"}))
    assert str(message_of(letter)["From"]) == '"Round the Stove, (east)" <post@network.example>'
    letter.language = "uk"
    assert str(message_of(letter)["From"]) == "Біля печі <post@network.example>"


def test_a_letter_is_not_sent_twice(server, letter):
    send(letter.pk)
    send(letter.pk)

    assert len(server.letters) == 1


def test_a_line_that_breaks_in_the_middle_leaves_the_letter_uncertain(server, letter):
    server.behaves = "breaks"

    work_off()

    assert state(letter) == "uncertain"
    assert letter.fault != ""
    assert verbs(letter) == ["write", "take", "doubt"]


def test_an_uncertain_letter_is_never_sent_again_by_itself(server, letter):
    server.behaves = "breaks"
    work_off()
    server.behaves = "well"

    recover()
    work_off()

    assert (state(letter), server.letters) == ("uncertain", [])


def test_a_person_sends_it_again_under_the_same_message_id(server, letter, dora):
    server.behaves = "breaks"
    work_off()
    server.behaves = "well"

    resend(letter, by=dora)
    work_off()

    assert message_from_string(server.letters[0])["Message-ID"] == letter.message_id
    assert verbs(letter) == ["write", "take", "doubt", "resend", "take", "deliver"]


@pytest.mark.parametrize("refusal", ["knows nobody", "refuses the text"])
def test_a_refused_letter_fails_at_once(server, letter, refusal):
    server.behaves = refusal

    work_off()

    assert (state(letter), letter.attempts) == ("failed", 1)


@pytest.mark.parametrize("trouble", ["is busy", "full", "silent"])
def test_a_letter_that_cannot_leave_now_is_tried_again_later(server, letter, trouble):
    server.behaves = trouble

    work_off()

    assert state(letter) == "waiting"
    later = Job.objects.get(name="post.send", state="waiting")
    assert later.due_at > timezone.now() + dt.timedelta(minutes=1)
    assert verbs(letter) == ["write", "take", "put_back"]


def test_after_five_attempts_it_fails(server, letter):
    server.behaves = "is busy"

    for _attempt in range(5):
        send(letter.pk)

    assert (state(letter), letter.attempts) == ("failed", 5)


def test_a_server_that_is_not_there_is_tried_again_later(settings, letter):
    settings.PLAZA_DEMO = False
    settings.PLAZA_MAIL_URL = "smtp://127.0.0.1:1"

    send(letter.pk)

    assert state(letter) == "waiting"


def test_a_letter_whose_worker_died_becomes_uncertain(server, letter, system):
    advance(letter, "take", by=system)

    work_off()

    assert (state(letter), server.letters) == ("uncertain", [])


def test_recovery_doubts_what_nobody_is_sending(server, letter, system):
    advance(letter, "take", by=system)
    Job.objects.filter(name="post.send").update(state="done", ended_at=timezone.now())

    assert (recover(), state(letter)) == (1, "uncertain")


def test_recovery_leaves_a_letter_alone_that_a_living_worker_is_sending(server, letter, system):
    advance(letter, "take", by=system)
    Job.objects.filter(name="post.send").update(
        leased_until=timezone.now() + dt.timedelta(minutes=3)
    )

    assert (recover(), state(letter)) == (0, "sending")


def test_recovery_leaves_a_letter_to_its_next_attempt(server, letter):
    server.behaves = "is busy"
    work_off()
    later = Job.objects.get(name="post.send", state="waiting")

    assert recover() == 0
    assert list(Job.objects.filter(name="post.send", state="waiting")) == [later]


def test_a_second_worker_leaves_a_letter_to_the_one_that_is_sending_it(server, letter, system):
    lease_next("one")
    advance(letter, "take", by=system)
    queue("post.send", key=str(letter.pk), letter=letter.pk)

    work_off("two")

    assert state(letter) == "sending"
    assert verbs(letter) == ["write", "take"]


def test_a_letter_whose_first_worker_died_is_doubted_by_the_second(server, letter, system):
    lease_next("one")
    advance(letter, "take", by=system)
    past = timezone.now() - dt.timedelta(seconds=1)
    Job.objects.filter(name="post.send").update(leased_until=past)

    work_off("two")

    assert (state(letter), server.letters) == ("uncertain", [])


@pytest.mark.parametrize(("demo", "url"), [(True, "smtp://127.0.0.1:1"), (False, "")])
def test_without_a_server_letters_stay(settings, letter, demo, url):
    settings.PLAZA_DEMO, settings.PLAZA_MAIL_URL = demo, url

    work_off()

    assert (state(letter), letter.attempts) == ("waiting", 0)
    assert Job.objects.filter(name="post.recover").exists() is not demo


def test_letters_that_stayed_leave_once_there_is_a_server(settings, server, letter):
    url, settings.PLAZA_MAIL_URL = settings.PLAZA_MAIL_URL, ""
    work_off()
    settings.PLAZA_MAIL_URL = url
    Job.objects.filter(name="post.recover").update(due_at=timezone.now())

    work_off()

    assert state(letter) == "sent"


def test_a_dropped_letter_is_not_sent(server, letter, dora):
    drop(letter, by=dora)

    work_off()

    assert (state(letter), server.letters) == ("dropped", [])


def test_a_sent_letter_cannot_be_sent_again(server, letter, dora):
    work_off()

    with pytest.raises(IllegalMove):
        resend(letter, by=dora)


def test_a_code_that_no_longer_counts_is_not_sent(server, cast):
    letter = write(to="ben@plaza.example", kind="account", subject="x", text="1", secret=True)
    Letter.objects.update(written_at=timezone.now() - dt.timedelta(minutes=16))

    work_off()

    assert (state(letter), server.letters) == ("dropped", [])


def test_a_secret_is_wiped_after_a_day_and_other_texts_after_ninety(cast):
    ends = {}
    for secret in (True, False):
        letter = write(to="x@y.example", kind="k", subject="s", text="123456", secret=secret)
        job = Job.objects.get(name="post.wipe", key=str(letter.pk))
        ends[secret] = round((job.due_at - letter.written_at).total_seconds() / 86400)
        wipe(letter.pk)
        letter.refresh_from_db()
        assert (letter.text, letter.html, letter.state) == ("", "", "dropped")

    assert ends == {True: 1, False: 90}


def test_wiping_twice_is_wiping_once(letter):
    wipe(letter.pk)
    wipe(letter.pk)

    assert verbs(letter) == ["write", "drop", "wipe"]


@pytest.mark.parametrize(
    ("written", "server"),
    [
        (
            "smtp://a:b%40c@mail.example:587?tls=1",
            Server("mail.example", 587, "a", "b@c", "starts"),
        ),
        ("smtps://mail.example", Server("mail.example", 465, "", "", "whole")),
        ("smtp://mail.example", Server("mail.example", 25, "", "", "")),
    ],
)
def test_a_mail_server_is_written_as_an_address(written, server):
    assert server_of(written) == server


@pytest.mark.parametrize("written", ["http://mail.example", "mail.example", "smtp://"])
def test_another_address_is_refused(written):
    with pytest.raises(ImproperlyConfigured):
        server_of(written)


def test_the_server_can_be_asked_without_sending(server):
    assert (check().works, server.letters) == (True, [])


def test_a_silent_server_is_named(server):
    server.behaves = "silent"

    assert check().works is False
