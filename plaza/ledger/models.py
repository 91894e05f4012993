"""Entries and ticks."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One row is one deed: who did what to which record, when, with before and after.

    `subject` is the whole that people know (an activity, not its third outcome); `part` names
    the piece of it. `changes` is `{field: [before, after]}` in JSON forms.
    """

    at = models.DateTimeField(auto_now_add=True)
    room = models.CharField(max_length=20)
    verb = models.CharField(max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="entries"
    )
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.CharField(max_length=36)
    subject_label = models.CharField(max_length=300)
    part = models.CharField(max_length=300, blank=True)
    part_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, related_name="+"
    )
    part_id = models.CharField(max_length=36, blank=True)
    changes = models.JSONField(default=dict)
    note = models.TextField(blank=True)

    class Meta:
        verbose_name = _("entry")
        indexes = [
            models.Index(name="entry_by_subject", fields=["subject_type", "subject_id", "-id"]),
            models.Index(name="entry_by_part", fields=["part_type", "part_id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="entry_has_a_verb",
                condition=~Q(verb=""),
                violation_error_message=_("An entry says what was done."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.verb}: {self.subject_label}"


class Tick(models.Model):
    """One row is one room's counter of deeds; a page made from a room is good until it moves.

    The row is updated in the deed's own transaction, so that deeds of a room become visible
    in the order of their ticks.
    """

    room = models.CharField(max_length=20, primary_key=True)
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("tick")

    def __str__(self) -> str:
        return f"{self.room} {self.count}"
