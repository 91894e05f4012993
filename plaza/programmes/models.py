"""Programmes, who carries them, their strands, and the money."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.network.models import Organisation
from plaza.web.models import Visibility
from plaza.web.periods import Period, period_constraints
from plaza.web.text import TextField


class Programme(Period):
    """One row is what activities and money belong to: a year, a project, an initiative."""

    class Kind(models.TextChoices):
        """What sort of programme."""

        YEAR = "year", _("Year of peer learning")
        PROJECT = "project", _("Project")
        INITIATIVE = "initiative", _("Initiative")

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PROJECT)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    title = TextField(_("title"))
    sort_title = models.CharField(max_length=300, editable=False)
    aims = TextField(_("aims"))
    website = models.URLField(_("website"), max_length=500, blank=True)
    visibility = models.CharField(
        _("who sees it"), max_length=7, choices=Visibility, default=Visibility.PUBLIC
    )

    class Meta:
        verbose_name = _("programme")
        ordering = ["-year", "sort_title"]
        constraints = [
            models.CheckConstraint(
                name="programme_of_a_year_says_which",
                condition=~Q(kind="year") | Q(year__isnull=False),
                violation_error_message=_("Say which year it is."),
            ),
            models.UniqueConstraint(
                name="programme_one_per_year",
                fields=["year"],
                condition=Q(kind="year"),
                violation_error_message=_("This year has its programme already."),
            ),
            models.CheckConstraint(
                name="programme_has_a_title",
                condition=~Q(sort_title=""),
                violation_error_message=_("Write the programme's title."),
            ),
            *period_constraints("programme"),
        ]

    def __str__(self) -> str:
        return str(self.title) or self.sort_title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("programmes:programme", args=[self.slug])

    @property
    def leads(self) -> str:
        """Who leads it, in words; reads its partners."""
        leads = [one for one in self.partners.all() if one.role == Partner.Role.LEAD]
        return ", ".join(str(one.organisation) for one in leads)


class Partner(models.Model):
    """One row is one organisation in one role of a programme."""

    class Role(models.TextChoices):
        """What the organisation does in it."""

        LEAD = "lead", _("Lead")
        PARTNER = "partner", _("Partner")
        FUNDER = "funder", _("Funder")
        COMMISSIONER = "commissioner", _("Commissioned by")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="partnerships",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.PARTNER)

    class Meta:
        verbose_name = _("partner")
        constraints = [
            models.UniqueConstraint(
                name="partner_has_a_role_once",
                fields=["programme", "organisation", "role"],
                violation_error_message=_("This organisation has the role already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.organisation}"

    @property
    def ledger_whole(self) -> Programme:
        """A partner is part of a programme."""
        return self.programme


class Strand(models.Model):
    """One row is one strand of a programme, or a part of a strand."""

    class Kind(models.TextChoices):
        """What sort of work."""

        MAPPING = "mapping", _("Mapping")
        TOOLKIT = "toolkit", _("Toolkit")
        PILOTS = "pilots", _("Pilots")
        EVALUATION = "evaluation", _("Evaluation")
        DISSEMINATION = "dissemination", _("Dissemination")
        OTHER = "other", _("Other work")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="strands")
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    position = models.PositiveSmallIntegerField(default=0)
    number = models.CharField(_("number as printed"), max_length=12, blank=True)
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.OTHER)
    title = TextField(_("title"))
    text = TextField(_("text"))

    class Meta:
        verbose_name = _("strand")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="strand_is_no_part_of_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("A strand cannot be a part of itself."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    @property
    def ledger_whole(self) -> Programme:
        """A strand is part of a programme."""
        return self.programme


class Contribution(models.Model):
    """One row is money or its worth that somebody gives to a programme."""

    class Kind(models.TextChoices):
        """What is given."""

        GRANTED = "granted", _("Granted")
        CASH = "cash", _("Own cash")
        IN_KIND = "in_kind", _("In kind, valued")

    class Stage(models.TextChoices):
        """How far it is."""

        PLEDGED = "pledged", _("Pledged")
        CONFIRMED = "confirmed", _("Confirmed")
        PAID = "paid", _("Paid")

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="contributions")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("who gives"),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.GRANTED)
    stage = models.CharField(_("how far"), max_length=9, choices=Stage, default=Stage.PLEDGED)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    rate = models.DecimalField(
        _("euro for one unit"), max_digits=14, decimal_places=8, null=True, blank=True
    )
    rate_source = models.CharField(_("where the rate is from"), max_length=200, blank=True)
    on = models.DateField(_("date"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("contribution")
        constraints = [
            models.CheckConstraint(
                name="contribution_is_more_than_nothing",
                condition=Q(amount__gt=0),
                violation_error_message=_("Write an amount above zero; unknown is not zero."),
            ),
            models.CheckConstraint(
                name="contribution_rate_says_where_it_is_from",
                condition=Q(rate__isnull=True)
                | (Q(rate__gt=0) & ~Q(rate_source="") & Q(on__isnull=False)),
                violation_error_message=_("Say where the rate is from and of which day it is."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.amount} {self.currency}"

    @property
    def ledger_whole(self) -> Programme:
        """A contribution is part of a programme."""
        return self.programme
