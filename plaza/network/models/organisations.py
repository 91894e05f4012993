"""Organisations, the names they go by, and whether they are members."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.network.countries import CountryField, country_name
from plaza.network.times import Time
from plaza.web.models import Visibility
from plaza.web.text import TextField


class Organisation(models.Model):
    """One row is one organisation, or a unit of one, whatever names it was printed under."""

    class Kind(models.TextChoices):
        """What sort of organisation it is."""

        NGO = "ngo", _("Non-governmental organisation")
        UNIVERSITY = "university", _("University or college")
        RESEARCH = "research", _("Research institute")
        PUBLIC = "public", _("Public body")
        PROVIDER = "provider", _("Provider of services")
        FOUNDATION = "foundation", _("Foundation")
        NETWORK = "network", _("Network")
        UN = "un", _("United Nations body")
        OTHER = "other", _("Other")

    is_named = True  # queries.as_read_by: False where something else stands in its place

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = TextField(_("name"))
    sort_name = models.CharField(max_length=300, editable=False)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, blank=True)
    country = CountryField(_("country"))
    city = models.CharField(_("city"), max_length=120, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    about = TextField(_("about"))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("unit of"),
    )
    visibility = models.CharField(
        _("who sees it"), max_length=7, choices=Visibility, default=Visibility.PUBLIC
    )
    is_secretariat = models.BooleanField(_("is the network's own office"), default=False)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="merged_from",
        editable=False,
    )
    merged_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("organisation")
        ordering = ["sort_name"]
        indexes = [models.Index(name="organisation_by_country", fields=["country"])]
        constraints = [
            models.CheckConstraint(
                name="organisation_has_a_name",
                condition=~Q(sort_name=""),
                violation_error_message=_("Write the organisation's name."),
            ),
            models.CheckConstraint(
                name="organisation_is_no_unit_of_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("An organisation cannot be a unit of itself."),
            ),
            models.CheckConstraint(
                name="organisation_merged_says_when_and_into_another",
                condition=Q(merged_into__isnull=True, merged_at__isnull=True)
                | (Q(merged_into__isnull=False, merged_at__isnull=False) & ~Q(merged_into=F("id"))),
                violation_error_message=_("An organisation can only be merged into another one."),
            ),
            models.UniqueConstraint(
                name="organisation_only_one_is_the_secretariat",
                fields=["is_secretariat"],
                condition=Q(is_secretariat=True),
                violation_error_message=_("Another organisation is the network's own office."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name) or self.sort_name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("network:organisation", args=[self.slug])

    @property
    def country_name(self) -> str:
        """Its country in the reader's language."""
        return country_name(self.country) if self.country else ""


class Alias(models.Model):
    """One row is another name that an organisation has been printed under."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("other name"), max_length=300)
    language = models.CharField(_("language"), max_length=35, blank=True)

    class Meta:
        verbose_name = _("other name")
        constraints = [
            models.UniqueConstraint(
                name="alias_is_written_once_per_organisation",
                fields=["organisation", "name"],
                violation_error_message=_("This name is already there."),
            ),
            models.CheckConstraint(
                name="alias_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Write the other name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ledger_whole(self) -> Organisation:
        """Another name is part of an organisation."""
        return self.organisation


class Membership(models.Model):
    """One row is one time during which an organisation is a member, in one category."""

    class Category(models.TextChoices):
        """What sort of member."""

        FULL = "full", _("Full member")
        AFFILIATE = "affiliate", _("Affiliate member")
        OTHER = "other", _("Member")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    category = models.CharField(
        _("category"), max_length=9, choices=Category, default=Category.OTHER
    )
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)
    known_on = models.DateField(_("named as one on"), null=True, blank=True)
    basis = models.CharField(_("how we know"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("membership")
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(from_on__isnull=True)
                | Q(until_on__isnull=True)
                | Q(until_on__gte=F("from_on")),
                violation_error_message=_("The membership would end before it starts."),
            ),
            models.CheckConstraint(
                name="membership_is_known_while_it_lasts",
                condition=Q(known_on__isnull=True)
                | (
                    (Q(from_on__isnull=True) | Q(known_on__gte=F("from_on")))
                    & (Q(until_on__isnull=True) | Q(known_on__lte=F("until_on")))
                ),
                violation_error_message=_(
                    "The day on which it was named a member lies outside the membership."
                ),
            ),
            models.UniqueConstraint(
                name="membership_starts_once_a_day",
                fields=["organisation", "from_on"],
                violation_error_message=_("A membership with this first day is already there."),
            ),
            models.UniqueConstraint(
                name="membership_of_unknown_start_is_one",
                fields=["organisation"],
                condition=Q(from_on__isnull=True),
                violation_error_message=_("A membership without a first day is already there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()}: {self.organisation}"

    @property
    def time(self) -> Time:
        """When it lasted, as far as anybody knows."""
        return Time(self.from_on, self.until_on, self.known_on)

    @property
    def ledger_whole(self) -> Organisation:
        """A membership is part of an organisation."""
        return self.organisation
