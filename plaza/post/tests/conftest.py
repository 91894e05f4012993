"""Letters and a mail server for them."""

import pytest

from plaza.post.actions import write
from plaza.post.tests.smtp_server import MailServer


@pytest.fixture
def server(settings):
    """A mail server that the settings name."""
    with MailServer() as running:
        settings.PLAZA_DEMO = False
        settings.PLAZA_MAIL_URL = running.url
        settings.DEFAULT_FROM_EMAIL = "Small Steps <post@network.example>"
        yield running


@pytest.fixture
def letter(cast):
    """A letter to Ben that waits."""
    return write(
        to="ben@plaza.example",
        kind="seat",
        subject="A seat for you",
        text="Dear Ben, there is a seat for you.\n",
        html="<p>Dear Ben, there is a seat for you.</p>",
    )
