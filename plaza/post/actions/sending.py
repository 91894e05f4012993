"""Send letters. A letter is taken, handed over, and put down as what became of it."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from plaza.jobs.actions import queue
from plaza.jobs.queries import being_done, unended
from plaza.ledger.actions import IllegalMove, advance
from plaza.network.models import Person
from plaza.post.models import CODE_IS_OLD, WORKER_STOPPED, Letter
from plaza.post.states import State
from plaza.post.transport import Never, NotNow, Server, Unsure, deliver, the_server

JOB = "post.send"
MOST_ATTEMPTS = 5
LATER = dt.timedelta(hours=1)


def send(letter: int) -> None:
    """Send one letter. Safe to do twice: what is not waiting is not sent.

    A letter that is found in the middle of being sent, with no other worker at it, was left
    there by one that died; it becomes uncertain, and only a person sends it again.
    """
    row = Letter.objects.filter(pk=letter).first()
    if row is None or not _may_go(row):
        return
    server = the_server()
    if server is None:
        _look_again_later()
        return
    system = Person.objects.system()
    try:
        advance(row, "take", by=system, attempts=row.attempts + 1)
    except IllegalMove:
        return  # another worker was quicker
    _hand_over(row, server, system)


def recover() -> int:
    """Put right what a stop of the server left behind; answers how many letters it touched.

    Letters whose worker died become uncertain, letters that wait without a job get one. A
    letter that waits for its next attempt is left to it.
    """
    touched, server = 0, the_server()
    for row in Letter.objects.filter(state__in=(State.SENDING, State.WAITING)):
        if row.state == State.SENDING and not being_done(JOB, letter=row.pk):
            _doubt(row)
            touched += 1
        elif row.state == State.WAITING and server and not unended(JOB, letter=row.pk).exists():
            queue(JOB, key=str(row.pk), letter=row.pk)
            touched += 1
    if server is None:
        _look_again_later()
    return touched


def _may_go(row: Letter) -> bool:
    if row.state == State.SENDING:
        if being_done(JOB, letter=row.pk) <= 1:  # this job, and no other
            _doubt(row)
        return False
    if row.state != State.WAITING:
        return False
    if row.secret and row.written_at < timezone.now() - _codes_count():
        advance(row, "drop", by=Person.objects.system(), fault=CODE_IS_OLD)
        return False
    return True


def _doubt(row: Letter) -> None:
    advance(row, "doubt", by=Person.objects.system(), fault=WORKER_STOPPED)


def _hand_over(row: Letter, server: Server, system: Person) -> None:
    try:
        deliver(row, server)
    except NotNow as fault:
        _try_later(row, str(fault), system)
    except Never as fault:
        advance(row, "fail", by=system, fault=str(fault))
    except Unsure as fault:
        advance(row, "doubt", by=system, fault=str(fault))
    else:
        advance(row, "deliver", by=system, sent_at=timezone.now(), fault="")


@transaction.atomic
def _try_later(row: Letter, fault: str, system: Person) -> None:
    if row.attempts >= MOST_ATTEMPTS:
        advance(row, "fail", by=system, fault=fault)
        return
    advance(row, "put_back", by=system, fault=fault)
    wait = dt.timedelta(seconds=30 * 4**row.attempts)
    queue(JOB, key=str(row.pk), due_at=timezone.now() + wait, letter=row.pk)


def _look_again_later() -> None:
    """While no server is set, letters wait and once an hour we look; in a demo never."""
    if settings.PLAZA_DEMO or not Letter.objects.filter(state=State.WAITING).exists():
        return
    due = timezone.now() + LATER
    queue("post.recover", key=due.strftime("%Y-%m-%d %H"), due_at=due)


def _codes_count() -> dt.timedelta:
    return dt.timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
