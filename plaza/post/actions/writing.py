"""Write letters, and decide about those that did not leave."""

import datetime as dt
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.jobs.actions import queue
from plaza.ledger.actions import advance, record_deed
from plaza.network.models import Person
from plaza.post.look import inlined
from plaza.post.models import Letter
from plaza.post.sheets import Sheet, forms_of
from plaza.web.refusals import Refused

SECRETS_LAST = dt.timedelta(days=1)
TEXTS_LAST = dt.timedelta(days=90)


@transaction.atomic
def write(
    *,
    to: str,
    kind: str,
    subject: str,
    text: str,
    html: str = "",
    language: str = "",
    secret: bool = False,
    reply_to: str = "",
    by: Any = None,
) -> Letter:
    """Put one letter into the outbox, in this transaction; the worker sends it afterwards.

    Its text is wiped after 90 days, a secret one after a day.
    """
    person = Person.objects.by_address(to)
    letter = Letter.objects.create(
        to=to,
        person=person,
        kind=kind,
        subject=" ".join(subject.split())[:300],
        text=text,
        html=inlined(html),
        language=language or (person.language if person else settings.LANGUAGE_CODE),
        secret=secret,
        reply_to=reply_to,
        message_id=make_msgid(domain=urlsplit(settings.PLAZA_ADDRESS).hostname or "plaza"),
    )
    record_deed(letter, "write", by=by or Person.objects.system())
    queue("post.send", key=str(letter.pk), letter=letter.pk)
    ends = timezone.now() + (SECRETS_LAST if secret else TEXTS_LAST)
    queue("post.wipe", key=str(letter.pk), due_at=ends, letter=letter.pk)
    return letter


def write_sheet(
    sheet: Sheet,
    *,
    to: str,
    kind: str,
    by: Any,
    language: str = "",
    secret: bool = False,
    reply_to: str = "",
) -> Letter:
    """Put a letter in the house's look into the outbox, in the language of whoever reads there."""
    person = Person.objects.by_address(to)
    language = language or (person.language if person else settings.LANGUAGE_CODE)
    text, html = forms_of(sheet, language)
    return write(
        to=to,
        kind=kind,
        subject=sheet.subject,
        text=text,
        html=html,
        language=language,
        secret=secret,
        reply_to=reply_to,
        by=by,
    )


@transaction.atomic
def resend(letter: Letter, *, by: Any) -> None:
    """Send a letter again that failed or may have failed, under the same Message-ID."""
    if letter.wiped_at is not None:
        raise Refused(_("The text of this letter was wiped. Write a new one."))
    advance(letter, "resend", by=by, fault="", attempts=0)
    queue("post.send", key=str(letter.pk), letter=letter.pk)


def drop(letter: Letter, *, by: Any) -> None:
    """Let a letter lie; it is not sent any more."""
    advance(letter, "drop", by=by)
