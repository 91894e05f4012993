"""The e-mail backend of everything: a message becomes a row in the outbox."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from plaza.post.actions import write


class OutboxBackend(BaseEmailBackend):
    """Whatever sends mail through Django is caught here and leaves by the outbox.

    Only accounts write this way, so each letter is held to be secret.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write one letter per recipient; the worker sends them."""
        letters = [
            write(
                to=address,
                kind="account",
                subject=str(message.subject),
                text=str(message.body),
                html=_html_of(message),
                language=str(message.extra_headers.get("Content-Language", "")),
                secret=True,
            )
            for message in email_messages
            for address in message.recipients()
        ]
        return len(letters)


def _html_of(message: EmailMessage) -> str:
    parts = getattr(message, "alternatives", [])
    return next((str(part[0]) for part in parts if part[1] == "text/html"), "")
