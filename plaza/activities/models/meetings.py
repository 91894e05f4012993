"""When people meet, and how many come."""

import datetime as dt
import zoneinfo

from babel.numbers import format_decimal
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from plaza.activities.models.activity import Activity
from plaza.network.countries import CountryField, country_name
from plaza.network.models.people import valid_zone
from plaza.web.text import TextField


class Mode(models.TextChoices):
    """Where people meet."""

    ONLINE = "online", _("Online")
    ON_SITE = "on_site", _("On site")
    STUDY_VISIT = "study_visit", _("Study visit")
    HYBRID = "hybrid", _("On site and online")


class SessionPlan(models.Model):
    """One row is a plan in numbers: “5 webinars of 1.5 hours”. No count means regularly."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="session_plans")
    count = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("minutes each"), null=True, blank=True)
    mode = models.CharField(_("where"), max_length=11, choices=Mode, default=Mode.ONLINE)
    country = CountryField(_("country"))
    note = TextField(_("note"))
    printed = models.CharField(_("as printed"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("session plan")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="session_plan_counts_from_one",
                condition=Q(count__isnull=True) | Q(count__gt=0),
                violation_error_message=_("Write how many sessions, or leave it open."),
            ),
            models.CheckConstraint(
                name="session_plan_lasts_a_while",
                condition=Q(minutes__isnull=True) | Q(minutes__gt=0),
                violation_error_message=_("Write how long a session is, or leave it open."),
            ),
        ]

    def __str__(self) -> str:
        return self.printed or self.in_words

    @property
    def in_words(self) -> str:
        """“2 online sessions of 4 hours”, “2 study visits, Netherlands”, in the active language."""
        words = plan_words(self.mode, self.count)
        if self.minutes:
            length = duration_words(self.minutes)
            words = gettext("%(sessions)s of %(length)s") % {"sessions": words, "length": length}
        return ", ".join(part for part in (words, country_name(self.country)) if part)

    @property
    def length(self) -> str:
        """How long one of them is, in words; empty when not known."""
        return duration_words(self.minutes) if self.minutes else ""

    @property
    def ledger_whole(self) -> Activity:
        """A session plan is part of an activity."""
        return self.activity


class Session(models.Model):
    """One row is one meeting with its moment and its zone."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sessions")
    title = TextField(_("title"))
    starts_at = models.DateTimeField(_("starts"))
    time_zone = models.CharField(_("time zone"), max_length=60, validators=[valid_zone])
    minutes = models.PositiveIntegerField(_("minutes"))
    mode = models.CharField(_("where"), max_length=11, choices=Mode, default=Mode.ONLINE)
    place = models.CharField(_("place"), max_length=300, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("session")
        ordering = ["starts_at", "id"]
        indexes = [models.Index(name="session_by_start", fields=["starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="session_lasts_a_while",
                condition=Q(minutes__gt=0),
                violation_error_message=_("Write how many minutes the session lasts."),
            ),
            models.UniqueConstraint(
                name="session_starts_once",
                fields=["activity", "starts_at", "place"],
                violation_error_message=_("A session at this time is already there."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title) or f"{self.local_start:%Y-%m-%d %H:%M}"

    @property
    def ends_at(self) -> dt.datetime:
        """When it is over."""
        return self.starts_at + dt.timedelta(minutes=self.minutes)

    @property
    def local_start(self) -> dt.datetime:
        """Its start on the clock of its own zone."""
        return self.starts_at.astimezone(zoneinfo.ZoneInfo(self.time_zone))

    @property
    def length(self) -> str:
        """How long it is, in words."""
        return duration_words(self.minutes)

    @property
    def ledger_whole(self) -> Activity:
        """A session is part of an activity."""
        return self.activity


class Headcount(models.Model):
    """One row is one number of people that somebody told, and what kind of number it is."""

    class Counted(models.TextChoices):
        """What was counted."""

        PERSONS = "persons", _("Persons")
        ATTENDANCES = "attendances", _("Attendances")
        UNKNOWN = "unknown", _("Persons or attendances, not said")

    class Overlap(models.TextChoices):
        """Whether people of this group are in another one too."""

        NONE = "none", _("Nobody is in two groups")
        SOME = "some", _("Some are in two groups")
        UNKNOWN = "unknown", _("Not said")

    class Basis(models.TextChoices):
        """How the number came about."""

        NAMED = "named", _("From names")
        REPORTED = "reported", _("Told by the host")
        ESTIMATED = "estimated_reach", _("Estimated reach")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="headcounts")
    group = TextField(_("group"))
    number = models.PositiveIntegerField(_("number"))
    counted = models.CharField(
        _("what was counted"), max_length=11, choices=Counted, default=Counted.PERSONS
    )
    overlap = models.CharField(
        _("people in two groups"),
        max_length=7,
        choices=Overlap,
        default=Overlap.UNKNOWN,
    )
    basis = models.CharField(_("how we know"), max_length=15, choices=Basis, default=Basis.REPORTED)
    printed = models.CharField(_("as printed"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("headcount")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                name="headcount_one_per_group_and_basis",
                fields=["activity", "group", "basis", "counted"],
                violation_error_message=_("This group is already counted on this basis."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.group}".strip()

    @property
    def ledger_whole(self) -> Activity:
        """A headcount is part of an activity."""
        return self.activity


def duration_words(minutes: int) -> str:
    """A length as people say it: 45 minutes, 1 hour, 1.5 hours."""
    if minutes < 60 or minutes % 15:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    written = format_decimal(minutes / 60, locale=(get_language() or "en").replace("-", "_"))
    if minutes % 60:
        return gettext("%(count)s hours") % {"count": written}
    return ngettext("%(count)s hour", "%(count)s hours", minutes // 60) % {"count": written}


def plan_words(mode: str, count: int | None) -> str:
    """How many meetings of a mode; no number means regularly."""
    if count is None:
        return {
            Mode.ONLINE: gettext("Regular online sessions"),
            Mode.ON_SITE: gettext("Regular meetings on site"),
            Mode.STUDY_VISIT: gettext("Regular study visits"),
            Mode.HYBRID: gettext("Regular meetings on site and online"),
        }[Mode(mode)]
    words = {
        Mode.ONLINE: ngettext("%(count)s online session", "%(count)s online sessions", count),
        Mode.ON_SITE: ngettext("%(count)s meeting on site", "%(count)s meetings on site", count),
        Mode.STUDY_VISIT: ngettext("%(count)s study visit", "%(count)s study visits", count),
        Mode.HYBRID: ngettext(
            "%(count)s meeting on site and online",
            "%(count)s meetings on site and online",
            count,
        ),
    }
    return words[Mode(mode)] % {"count": count}
