"""Where a letter stands, and the moves between."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a letter stands. *Uncertain*: the line broke while it was being sent."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    UNCERTAIN = "uncertain", _("Uncertain")
    FAILED = "failed", _("Not sent")
    DROPPED = "dropped", _("Dropped")


MOVES: dict[str, tuple[set[str], str]] = {
    "take": ({State.WAITING}, State.SENDING),
    "put_back": ({State.SENDING}, State.WAITING),
    "deliver": ({State.SENDING}, State.SENT),
    "doubt": ({State.SENDING}, State.UNCERTAIN),
    "fail": ({State.SENDING}, State.FAILED),
    "resend": ({State.UNCERTAIN, State.FAILED}, State.WAITING),
    "drop": ({State.WAITING, State.UNCERTAIN, State.FAILED}, State.DROPPED),
}
