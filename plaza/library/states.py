from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an edition stands."""

    ANNOUNCED = "announced", _("Announced")
    IN_WORK = "in_work", _("In work")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


MOVES: dict[str, tuple[set[str], str]] = {
    "begin": ({State.ANNOUNCED}, State.IN_WORK),
    "submit": ({State.IN_WORK}, State.IN_REVIEW),
    "publish": (
        {State.ANNOUNCED, State.IN_WORK, State.IN_REVIEW, State.WITHDRAWN},
        State.PUBLISHED,
    ),
    "withdraw": ({State.PUBLISHED}, State.WITHDRAWN),
}
