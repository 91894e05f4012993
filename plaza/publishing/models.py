"""Overviews."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plaza.activities.models import Activity
from plaza.figures.models import Release
from plaza.publishing.states import MOVES, State
from plaza.web.text import TextField


class Picture(models.TextChoices):
    """A page of the overview that is a picture; editors leave out what says nothing that year."""

    PEOPLE = "people", _("Who took part, a dot each")
    MAP = "map", _("Map of the countries")
    TIME_LINE = "time_line", _("Time line of the year")


def every_picture() -> list[str]:
    """A new overview shows all pictures."""
    return list(Picture.values)


class Overview(models.Model):
    """One row is the published overview of one year; its numbers come from a release."""

    MOVES = MOVES
    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    release = models.ForeignKey(
        Release,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="overviews",
        verbose_name=_("release its numbers come from"),
    )
    title = TextField(_("title"))
    subtitle = TextField(_("line under the title"))
    about = TextField(_("about the network"))
    introduction = TextField(_("about the year"))
    thanks = TextField(_("thanks"))
    join = TextField(_("how to join"))
    whom_to_ask = TextField(_("whom to ask"))
    notes = TextField(_("notes on the records"))
    pictures = models.JSONField(_("pictures"), default=every_picture, blank=True)
    headline_figures = models.JSONField(_("figures on top"), default=list, blank=True)
    state = models.CharField(
        max_length=9, choices=State, default=State.DRAFT, verbose_name=_("state")
    )
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("overview")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                name="overview_published_says_when_and_from_which_release",
                condition=~Q(state="published")
                | Q(published_at__isnull=False, release__isnull=False),
                violation_error_message=_("Choose the release that its numbers come from."),
            )
        ]

    def __str__(self) -> str:
        return str(self.title) or str(self.year)

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("publishing:overview", args=[self.year])

    @property
    def desk_url(self) -> str:
        """Where it is made."""
        return reverse("publishing:edit", args=[self.year])

    @property
    def pdf_url(self) -> str:
        """Its PDF in the reader's language."""
        language = (get_language() or "en").split("-")[0]
        edition = "pdf" if language == "en" else f"{language}.pdf"
        return reverse("publishing:edition", args=[self.year, edition])


class Chapter(models.Model):
    """One row is the place of one activity in an overview, with words of its own if wanted."""

    overview = models.ForeignKey(Overview, on_delete=models.CASCADE, related_name="chapters")
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, related_name="chapters", verbose_name=_("activity")
    )
    position = models.PositiveSmallIntegerField(default=0)
    short_title = TextField(_("short title"))
    lead = TextField(_("first sentence"))
    text = TextField(_("text, where it differs from the activity's"))
    is_shown = models.BooleanField(_("in the overview"), default=True)

    class Meta:
        verbose_name = _("chapter")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                name="chapter_one_per_activity",
                fields=["overview", "activity"],
                violation_error_message=_("This activity is already in the overview."),
            )
        ]

    def __str__(self) -> str:
        return str(self.short_title) or str(self.activity)

    @property
    def ledger_whole(self) -> Overview:
        """A chapter is part of an overview."""
        return self.overview
