"""How a letter leaves: by SMTP, step by step, so that a broken line is told from a refusal."""

import datetime as dt
import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation
from django.utils.translation import gettext as _

from plaza.network.mail_check import MailCheck
from plaza.network.queries import the_network
from plaza.post.models import Letter

PATIENCE_SECONDS = 30


class NotNow(Exception):
    """The letter did not leave; later it may."""


class Never(Exception):
    """The letter did not leave and will not: the server refuses it."""


class Unsure(Exception):
    """The line broke after the text was on its way: the letter may have left or not."""


@dataclass(frozen=True)
class Server:
    """A mail server, as written in `PLAZA_MAIL_URL`."""

    host: str
    port: int
    user: str
    password: str
    tls: str

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def the_server() -> Server | None:
    """The server of the settings; None where letters stay in the outbox."""
    if settings.PLAZA_DEMO or not settings.PLAZA_MAIL_URL.strip():
        return None
    return server_of(settings.PLAZA_MAIL_URL.strip())


def server_of(written: str) -> Server:
    """`smtp://user:password@host:587?tls=1` or `smtps://host`; anything else is refused."""
    try:
        url = urlsplit(written)
        port = url.port
    except ValueError:
        url, port = urlsplit(""), None
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise ImproperlyConfigured(
            "PLAZA_MAIL_URL is written smtp://user:password@host:587?tls=1 or smtps://…"
        )
    starts = parse_qs(url.query).get("tls", ["0"])[-1].lower() in {"1", "true", "yes", "on"}
    tls = "whole" if url.scheme == "smtps" else "starts" if starts else ""
    return Server(
        host=url.hostname,
        port=port or {"whole": 465, "starts": 587, "": 25}[tls],
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        tls=tls,
    )


def deliver(letter: Letter, server: Server) -> None:
    """Hand one letter to the server, or raise `NotNow`, `Never` or `Unsure`."""
    line = _open(server)
    try:
        _announce(line, letter)
        _hand_over(line, letter)
    finally:
        _close(line)


def check() -> MailCheck:
    """Whether the server of the settings answers and lets us in; nothing is sent."""
    if settings.PLAZA_DEMO:
        return MailCheck(False, _("This is a demonstration. Letters stay in the outbox."))
    server = the_server()
    if server is None:
        return MailCheck(
            False,
            _(
                "No mail server is set (PLAZA_MAIL_URL). Letters stay in the outbox, and nobody "
                "can sign in by a code. Add a passkey as soon as you are in."
            ),
        )
    try:
        _close(_open(server))
    except (NotNow, Never) as fault:
        return MailCheck(
            False,
            _("%(server)s does not let us in: %(fault)s") % {"server": server, "fault": fault},
        )
    return MailCheck(True, _("%(server)s answers. Letters will leave.") % {"server": server})


def message_of(letter: Letter) -> EmailMessage:
    """The letter as it goes over the line: text first, then HTML; always the same Message-ID."""
    message = EmailMessage()
    message["From"] = _sender(letter.language)
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(dt.datetime.now(dt.UTC))
    message["Message-ID"] = letter.message_id
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    if letter.reply_to:
        message["Reply-To"] = letter.reply_to
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    return message


def _sender(language: str) -> Address:
    """The address letters come from, named after the network unless the setting has a name."""
    given: Any = EmailMessage()
    given["From"] = settings.DEFAULT_FROM_EMAIL
    address: Address = given["From"].addresses[0]
    with translation.override(language):
        name = " ".join(str(the_network()).split())
    return Address(address.display_name or name, addr_spec=address.addr_spec)


def _open(server: Server) -> smtplib.SMTP:
    try:
        return _greeted(server)
    except smtplib.SMTPAuthenticationError as refusal:
        raise NotNow(_("it refuses the user and password of PLAZA_MAIL_URL")) from refusal
    except (OSError, smtplib.SMTPException) as fault:
        raise NotNow(str(fault) or type(fault).__name__) from fault


def _greeted(server: Server) -> smtplib.SMTP:
    safe = ssl.create_default_context()
    line: smtplib.SMTP
    if server.tls == "whole":
        line = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE_SECONDS, context=safe)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=PATIENCE_SECONDS)
    try:
        line.ehlo_or_helo_if_needed()
        if server.tls == "starts":
            line.starttls(context=safe)
            line.ehlo()
        if server.user:
            line.login(server.user, server.password)
    except (OSError, smtplib.SMTPException):
        line.close()
        raise
    return line


def _announce(line: smtplib.SMTP, letter: Letter) -> None:
    """Sender and recipient; until here a fault means that nothing left."""
    try:
        sender = EmailMessage()
        sender["From"] = settings.DEFAULT_FROM_EMAIL
        address = sender["From"].addresses[0].addr_spec
        for code, answer in (line.mail(address), line.rcpt(letter.to)):
            _expect(code, answer)
    except (OSError, smtplib.SMTPException) as fault:
        raise NotNow(str(fault) or type(fault).__name__) from fault


def _hand_over(line: smtplib.SMTP, letter: Letter) -> None:
    """The text; a line that breaks in here leaves us unsure."""
    content = message_of(letter).as_bytes()
    try:
        code, answer = line.data(content)
    except smtplib.SMTPDataError as refusal:
        _expect(refusal.smtp_code, refusal.smtp_error)
        raise
    except (OSError, smtplib.SMTPException) as fault:
        raise Unsure(str(fault) or type(fault).__name__) from fault
    _expect(code, answer)


def _expect(code: int, answer: bytes | str) -> None:
    if 200 <= code < 300:
        return
    words = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
    raise (Never if code >= 500 else NotNow)(f"{code} {words}")


def _close(line: smtplib.SMTP) -> None:
    try:
        line.quit()
    except (OSError, smtplib.SMTPException):
        line.close()
