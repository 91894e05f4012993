"""The activity itself, and who is involved."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.activities.states import MOVES, State
from plaza.library.models import Topic
from plaza.network.countries import CountryField, country_name
from plaza.network.models import Organisation
from plaza.programmes.models import Contribution, Programme
from plaza.web.models import Visibility
from plaza.web.periods import FIRST_YEAR, LAST_YEAR, Period, Precision, period_constraints
from plaza.web.text import TextField


class Activity(Period):
    """One row is one peer learning activity, from proposal to outcomes.

    The year in its address is frozen at first publication; the year it counts for is not.
    `found_by` holds its words in all languages, in the form in which they are searched.
    """

    class Format(models.TextChoices):
        """What people do together."""

        WORKSHOP = "workshop", _("Workshop")
        MEETING = "meeting", _("Meeting")
        WEBINARS = "webinars", _("Webinars")
        STUDY_VISIT = "study_visit", _("Study visit")
        EXCHANGE = "exchange", _("Exchange")
        TRAINING = "training", _("Training")
        DISSEMINATION = "dissemination", _("Dissemination")
        COMMUNITY = "community", _("Learning community")
        OTHER = "other", _("Other")

    MOVES = MOVES
    slug = models.SlugField(_("address"), max_length=100)
    reporting_year = models.PositiveSmallIntegerField(_("counts for the year"))
    address_year = models.PositiveSmallIntegerField(editable=False)
    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("programme"),
    )
    format = models.CharField(_("format"), max_length=13, choices=Format, default=Format.OTHER)
    title = TextField(_("title"))
    sort_title = models.CharField(max_length=400, editable=False)
    found_by = models.TextField(blank=True, default="", editable=False)
    heading = TextField(_("heading"))
    text = TextField(_("text"))
    state = models.CharField(
        max_length=9, choices=State, default=State.PLANNED, verbose_name=_("state")
    )
    state_note = models.CharField(_("why"), max_length=500, blank=True)
    new_date_note = models.CharField(_("new date, as far as known"), max_length=200, blank=True)
    visibility = models.CharField(
        _("who sees it"), max_length=7, choices=Visibility, default=Visibility.DESK
    )
    published_at = models.DateTimeField(null=True, editable=False)
    venue_country = CountryField(_("country of the venue"))
    venue_city = models.CharField(_("city"), max_length=120, blank=True)
    is_online = models.BooleanField(_("online"), default=False)
    country_printed = models.CharField(_("country as printed"), max_length=120, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="activities", verbose_name=_("topics")
    )
    audience = TextField(_("for whom"))
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("activity")
        ordering = ["reporting_year", "starts_on", "id"]
        indexes = [
            models.Index(name="activity_as_listed", fields=["visibility", "-reporting_year"]),
            models.Index(name="activity_by_year", fields=["reporting_year", "starts_on"]),
            models.Index(name="activity_by_start", fields=["starts_on"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="activity_address_is_its_own",
                fields=["address_year", "slug"],
                violation_error_message=_("Another activity of this year has this address."),
            ),
            models.CheckConstraint(
                name="activity_has_a_title",
                condition=~Q(sort_title=""),
                violation_error_message=_("Write the title of the activity."),
            ),
            models.CheckConstraint(
                name="activity_cancelled_says_why",
                condition=~Q(state="cancelled") | ~Q(state_note=""),
                violation_error_message=_("Say in a few words why it was cancelled."),
            ),
            models.CheckConstraint(
                name="activity_seen_by_everybody_was_published",
                condition=~Q(visibility="public") | Q(published_at__isnull=False),
                violation_error_message=_("An activity that everybody sees says since when."),
            ),
            models.CheckConstraint(
                name="activity_year_is_a_year",
                condition=Q(reporting_year__gte=FIRST_YEAR, reporting_year__lte=LAST_YEAR),
                violation_error_message=_("Write a year, for example 2022."),
            ),
            *period_constraints("activity"),
        ]

    def __str__(self) -> str:
        return str(self.title) or self.sort_title

    def get_absolute_url(self) -> str:
        """Its page. The year in it stays as it was when the activity was first published."""
        return reverse("activities:activity", args=[self.address_year, self.slug])

    def desk_url(self, page: str = "edit") -> str:
        """One of its pages at the desk: edit or pieces."""
        return reverse(f"activities:{page}", args=[self.address_year, self.slug])

    @property
    def is_ongoing(self) -> bool:
        """Running without an end date."""
        return self.state == State.RUNNING and self.open_end

    @property
    def is_known_to_the_day(self) -> bool:
        """Whether its days can stand in a calendar."""
        return (
            self.precision == Precision.DAY
            and self.starts_on is not None
            and not self.open_end
            and self.state != State.POSTPONED
        )

    @property
    def venue(self) -> str:
        """Where people met, as far as known: city and country, or nothing when online."""
        country = country_name(self.venue_country) if self.venue_country else ""
        return ", ".join(part for part in (self.venue_city, country) if part)

    @property
    def hosts(self) -> "list[Involvement]":
        """Hosts in their order; asks once for all involvements."""
        return [one for one in self.involvements.all() if one.role == Involvement.Role.HOST]


class Involvement(models.Model):
    """One row is an organisation, or only a country, in one role of an activity."""

    class Role(models.TextChoices):
        """What part it plays."""

        APPLICANT = "applicant", _("Applicant")
        CO_APPLICANT = "co_applicant", _("Co-applicant")
        HOST = "host", _("Host")
        CO_HOST = "co_host", _("Co-host")
        ORGANISER = "organiser", _("Organiser")
        PARTNER = "partner", _("Partner")
        GUEST = "guest", _("Guest")
        PARTICIPANT = "participant", _("Participant")
        FUNDER = "funder", _("Funder")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
        verbose_name=_("organisation"),
    )
    country = CountryField(_("country"))
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.PARTICIPANT)
    printed = models.CharField(_("as printed"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("involvement")
        ordering = ["position", "id"]
        indexes = [models.Index(name="involvement_by_role", fields=["role", "organisation"])]
        constraints = [
            models.CheckConstraint(
                name="involvement_names_an_organisation_or_a_country",
                condition=Q(organisation__isnull=False) | ~Q(country=""),
                violation_error_message=_("Choose an organisation, or a country."),
            ),
            models.UniqueConstraint(
                name="involvement_of_an_organisation_once_per_role",
                fields=["activity", "organisation", "role"],
                condition=Q(organisation__isnull=False),
                violation_error_message=_("This organisation has this role already."),
            ),
            models.UniqueConstraint(
                name="involvement_of_a_country_once_per_role",
                fields=["activity", "country", "role"],
                condition=Q(organisation__isnull=True),
                violation_error_message=_("This country is already named in this role."),
            ),
        ]

    def __str__(self) -> str:
        who = self.organisation or country_name(self.country)
        return f"{self.get_role_display()}: {who}"

    @property
    def ledger_whole(self) -> Activity:
        """An involvement is part of an activity."""
        return self.activity

    @property
    def is_named(self) -> bool:
        """Whether the reader sees who it is; else what stands there names the country too."""
        return self.organisation is None or self.organisation.is_named

    @property
    def country_code(self) -> str:
        """The country it counts for: the one written here, else the organisation's."""
        return self.country or (self.organisation.country if self.organisation else "")

    @property
    def country_name(self) -> str:
        """The same in the reader's language; empty when not known."""
        return country_name(self.country_code) if self.country_code else ""


# Who leads an activity: a list names the first of these roles that somebody has.
LEADING = (
    Involvement.Role.HOST,
    Involvement.Role.ORGANISER,
    Involvement.Role.APPLICANT,
    Involvement.Role.CO_HOST,
)
# Who holds it: whom a page means where it speaks of hosts in general, and whom it thanks.
HOSTING = (Involvement.Role.HOST, Involvement.Role.CO_HOST, Involvement.Role.ORGANISER)
# Who stands behind it in any way: who holds it, and who applied for it.
BEHIND = (*HOSTING, Involvement.Role.APPLICANT, Involvement.Role.CO_APPLICANT)


class Earmark(models.Model):
    """One row says that a contribution to a programme is for one activity."""

    contribution = models.OneToOneField(
        Contribution,
        on_delete=models.CASCADE,
        related_name="earmark",
        verbose_name=_("contribution"),
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, related_name="earmarks", verbose_name=_("activity")
    )

    class Meta:
        verbose_name = _("earmark")

    def __str__(self) -> str:
        return str(self.contribution)

    @property
    def ledger_whole(self) -> Any:
        """An earmark is part of an activity."""
        return self.activity
