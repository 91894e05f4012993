"""Jobs."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plaza.jobs.states import State


class Job(models.Model):
    """One row is one piece of work that waits: its name, its arguments, when it is due.

    A worker takes it by a lease; a worker that dies loses the lease and the job is tried
    again. `key` keeps a second equal job from being queued while the first one waits; one that a
    worker has begun does not count, because it may be past what the second one is about.
    """

    name = models.CharField(max_length=80)
    arguments = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True)
    leased_by = models.CharField(max_length=60, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    most_attempts = models.PositiveSmallIntegerField(default=5)
    fault = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("job")
        indexes = [models.Index(name="job_by_due", fields=["state", "due_at"])]
        constraints = [
            models.UniqueConstraint(
                name="job_waits_once_per_key",
                fields=["name", "key"],
                condition=Q(state="waiting", leased_by="") & ~Q(key=""),
                violation_error_message=_("This work is already waiting."),
            ),
            models.CheckConstraint(
                name="job_has_ended_unless_it_waits",
                condition=Q(state="waiting", ended_at__isnull=True)
                | (~Q(state="waiting") & Q(ended_at__isnull=False)),
                violation_error_message=_("A job that ended says when."),
            ),
            models.CheckConstraint(
                name="job_is_not_tried_too_often",
                condition=Q(attempts__lte=F("most_attempts")),
                violation_error_message=_("This work was tried too often."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.arguments}"
