"""What came of an activity."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaza.activities.models.activity import Activity
from plaza.activities.states import Stage
from plaza.library.models import Resource
from plaza.web.text import TextField


class Outcome(models.Model):
    """One row is one thing that was, is being or will be learned or changed."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="outcomes")
    text = TextField(_("outcome"))
    stage = models.CharField(_("how far"), max_length=9, choices=Stage, default=Stage.DELIVERED)
    due_on = models.DateField(_("due"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("outcome")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def ledger_whole(self) -> Activity:
        """An outcome is part of an activity."""
        return self.activity


class Output(models.Model):
    """One row is one resource that an activity made or promised; a report is one too."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="outputs")
    text = TextField(_("resource"))
    stage = models.CharField(_("how far"), max_length=9, choices=Stage, default=Stage.PROMISED)
    due_on = models.DateField(_("due"), null=True, blank=True)
    resource = models.ForeignKey(
        Resource,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outputs",
        verbose_name=_("in the library"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("output")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="output_in_the_library_is_delivered",
                condition=Q(resource__isnull=True) | Q(stage="delivered"),
                violation_error_message=_("What is in the library counts as delivered."),
            )
        ]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def ledger_whole(self) -> Activity:
        """An output is part of an activity."""
        return self.activity


class Link(models.Model):
    """One row is one address printed with an activity; doubtful ones say why."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(_("address"), max_length=1000)
    label = TextField(_("label"))
    doubt = models.CharField(_("why it is doubtful"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("link")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                name="link_is_printed_once",
                fields=["activity", "url"],
                violation_error_message=_("This link is already there."),
            )
        ]

    def __str__(self) -> str:
        return str(self.label) or self.url

    @property
    def ledger_whole(self) -> Activity:
        """A link is part of an activity."""
        return self.activity
