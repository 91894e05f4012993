from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an activity stands. *Full* is derived from its call; *ongoing* has no end date."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open for applications")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    REPORTED = "reported", _("Reported")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


MOVES: dict[str, tuple[set[str], str]] = {
    "open": ({State.PLANNED}, State.OPEN),
    "start": ({State.PLANNED, State.OPEN, State.POSTPONED}, State.RUNNING),
    "finish": ({State.PLANNED, State.OPEN, State.RUNNING}, State.DONE),
    "report": ({State.DONE}, State.REPORTED),
    "postpone": ({State.PLANNED, State.OPEN, State.RUNNING}, State.POSTPONED),
    "replan": ({State.POSTPONED}, State.PLANNED),
    "cancel": (
        {State.PLANNED, State.OPEN, State.RUNNING, State.POSTPONED},
        State.CANCELLED,
    ),
    "reopen": ({State.DONE, State.REPORTED, State.CANCELLED}, State.PLANNED),
}


class Stage(models.TextChoices):
    """How far an outcome or a resource is."""

    PROMISED = "promised", _("Promised")
    IN_WORK = "in_work", _("In work")
    DELIVERED = "delivered", _("Delivered")
