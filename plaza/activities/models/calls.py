"""Calls for participants and their quotas, as recorded facts."""

import datetime as dt
import zoneinfo

from babel.dates import format_date, get_timezone_location
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plaza.activities.models.activity import Activity
from plaza.ledger.words import page_locale
from plaza.network.models.people import valid_zone
from plaza.web.text import TextField


class Call(models.Model):
    """One row is how people could come to an activity: window, seats, rule, who pays what."""

    class Rule(models.TextChoices):
        """How people are chosen."""

        FIRST = "first", _("First come, first served")
        SELECTION = "selection", _("Selection when more apply than there are seats")
        LOTTERY = "lottery", _("Fair lottery")
        INVITATION = "invitation", _("By invitation")

    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="call")
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[valid_zone]
    )
    expected = models.PositiveIntegerField(_("people expected"), null=True, blank=True)
    expected_printed = models.CharField(_("expected, as printed"), max_length=120, blank=True)
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    rule = models.CharField(_("rule"), max_length=10, choices=Rule, default=Rule.SELECTION)
    eligibility = TextField(_("who can apply"))
    language_level = TextField(_("language needed"))
    costs = TextField(_("who pays what"))
    how = TextField(_("how to apply"))

    class Meta:
        verbose_name = _("call")
        constraints = [
            models.CheckConstraint(
                name="call_closes_after_it_opens",
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("The call would close before it opens."),
            ),
            models.CheckConstraint(
                name="call_has_a_seat",
                condition=Q(seats__isnull=True) | Q(seats__gt=0),
                violation_error_message=_("Write how many seats there are, at least one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}: {self.activity}"

    @property
    def closing_words(self) -> str:
        """The last moment on the clock of its zone; empty when not set."""
        return _clock_words(self.closes_at, self.time_zone) if self.closes_at else ""

    @property
    def opening_words(self) -> str:
        """The first moment on the clock of its zone; empty when not set."""
        return _clock_words(self.opens_at, self.time_zone) if self.opens_at else ""

    @property
    def ledger_whole(self) -> Activity:
        """A call is part of an activity."""
        return self.activity


class Quota(models.Model):
    """One row is one limit of a call: at most 5 per country, at least 3 directors."""

    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, related_name="quotas", verbose_name=_("call")
    )
    attribute = models.CharField(_("of what"), max_length=60)
    value = models.CharField(_("which; empty for each"), max_length=200, blank=True)
    minimum = models.PositiveIntegerField(_("at least"), null=True, blank=True)
    maximum = models.PositiveIntegerField(_("at most"), null=True, blank=True)

    class Meta:
        verbose_name = _("quota")
        constraints = [
            models.UniqueConstraint(
                name="quota_is_set_once",
                fields=["call", "attribute", "value"],
                violation_error_message=_("There is a quota for this already."),
            ),
            models.CheckConstraint(
                name="quota_limits_something",
                condition=Q(minimum__isnull=False) | Q(maximum__isnull=False),
                violation_error_message=_("Write a least or a most number."),
            ),
            models.CheckConstraint(
                name="quota_least_is_not_above_most",
                condition=Q(minimum__isnull=True)
                | Q(maximum__isnull=True)
                | Q(maximum__gte=F("minimum")),
                violation_error_message=_("The least number is above the most."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attribute} {self.value}: {self.minimum or ''}–{self.maximum or ''}"

    @property
    def in_words(self) -> str:
        """“at most 5 per country”, in the active language."""
        told = [
            words % {"number": number}
            for words, number in (
                (gettext("at least %(number)s"), self.minimum),
                (gettext("at most %(number)s"), self.maximum),
            )
            if number is not None
        ]
        facts = {"limit": ", ".join(told), "attribute": self.attribute, "value": self.value}
        if self.value:
            return gettext("%(limit)s: %(attribute)s %(value)s") % facts
        return gettext("%(limit)s per %(attribute)s") % facts

    @property
    def ledger_whole(self) -> Activity:
        """A quota is part of an activity."""
        return self.call.activity


def _clock_words(moment: dt.datetime, zone: str) -> str:
    """A day and a time with the place whose clock it is."""
    here, place = moment.astimezone(zoneinfo.ZoneInfo(zone)), zone
    if zone != "UTC":
        place = get_timezone_location(zone, locale=page_locale(), return_city=True)
    return gettext("%(day)s, %(time)s (%(place)s)") % {
        "day": format_date(here.date(), "d MMMM y", locale=page_locale()),
        "time": f"{here:%H:%M}",
        "place": place,
    }
