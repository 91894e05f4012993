from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an overview stands."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


MOVES: dict[str, tuple[set[str], str]] = {
    "publish": ({State.DRAFT, State.WITHDRAWN}, State.PUBLISHED),
    "withdraw": ({State.PUBLISHED}, State.WITHDRAWN),
}
