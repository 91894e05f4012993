"""Parts of nouns that several rooms share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """Who can see a record; apart from its state."""

    DESK = "desk", _("The desk only")
    MEMBERS = "members", _("Members")
    PUBLIC = "public", _("Everybody")
