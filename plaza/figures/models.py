"""Releases with their values and rows, figures as printed, opening balances."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.web.text import TextField


class Release(models.Model):
    """One row is all figures of a year, frozen at a cut-off day, with who and why."""

    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("number"))
    cut_off_on = models.DateField(_("counted up to"))
    why = models.CharField(_("why"), max_length=500)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="releases",
        verbose_name=_("made by"),
    )
    supersedes = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("takes the place of"),
    )
    is_public = models.BooleanField(_("everybody sees it"), default=True)

    class Meta:
        verbose_name = _("release")
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                name="release_numbers_run_within_a_year",
                fields=["year", "number"],
                violation_error_message=_("A release with this number is already there."),
            ),
            models.CheckConstraint(
                name="release_says_why",
                condition=~Q(why=""),
                violation_error_message=_("Say why this release is made."),
            ),
            models.CheckConstraint(
                name="release_does_not_supersede_itself",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                violation_error_message=_("A release cannot supersede itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}, {_('release')} {self.number}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("figures:release", args=[self.year, self.number])


class FrozenValue(models.Model):
    """One row is one indicator's value in a release; no value means that it is not known."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="values")
    indicator = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    upper = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    unit = models.CharField(max_length=12, blank=True)
    definition = models.TextField()
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("frozen value")
        constraints = [
            models.UniqueConstraint(
                name="frozen_value_one_per_indicator",
                fields=["release", "indicator"],
                violation_error_message=_("This indicator is already frozen in the release."),
            ),
            models.CheckConstraint(
                name="frozen_value_range_goes_up",
                condition=Q(upper__isnull=True) | Q(value__isnull=False, upper__gte=F("value")),
                violation_error_message=_("A range goes from the smaller to the larger number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class FrozenRow(models.Model):
    """One row is one thing that an indicator counted in a release, as it was then."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="rows")
    indicator = models.CharField(max_length=60)
    key = models.CharField(max_length=120)
    contents = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("frozen row")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                name="frozen_row_counts_once",
                fields=["release", "indicator", "key"],
                violation_error_message=_("This row is already counted."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.key}"


class PublishedFigure(models.Model):
    """One row is a number somebody printed: with its qualifier, its period and where it stood."""

    indicator = models.CharField(_("what it counts"), max_length=60)
    number = models.DecimalField(_("number"), max_digits=18, decimal_places=4)
    unit = models.CharField(_("unit or currency"), max_length=12, blank=True)
    qualifier = models.CharField(_("qualifier as printed"), max_length=60, blank=True)
    first_year = models.PositiveSmallIntegerField(_("from the year"))
    last_year = models.PositiveSmallIntegerField(_("to the year"))
    period_printed = models.CharField(_("period as printed"), max_length=200, blank=True)
    printed = models.CharField(_("as printed"), max_length=300, blank=True)
    source = models.CharField(_("where it was printed"), max_length=300)
    source_url = models.URLField(_("link to it"), max_length=500, blank=True)
    printed_on = models.DateField(_("when it was printed"), null=True, blank=True)
    note = TextField(_("note"))

    class Meta:
        verbose_name = _("published figure")
        ordering = ["last_year", "indicator", "id"]
        indexes = [models.Index(name="published_by_year", fields=["last_year", "indicator"])]
        constraints = [
            models.CheckConstraint(
                name="published_figure_years_go_up",
                condition=Q(last_year__gte=F("first_year")),
                violation_error_message=_("The first year comes before the last one."),
            ),
            models.CheckConstraint(
                name="published_figure_says_where",
                condition=~Q(source=""),
                violation_error_message=_("Say where the figure was printed."),
            ),
            models.UniqueConstraint(
                name="published_figure_is_kept_once_per_source",
                fields=["indicator", "number", "first_year", "last_year", "source"],
                violation_error_message=_("This figure is already kept from this source."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.first_year}–{self.last_year}: {self.number}"

    def get_absolute_url(self) -> str:
        """The figures of its last year as the records stand now; it stands beside them."""
        return reverse("figures:now", args=[self.last_year])


class OpeningBalance(models.Model):
    """One row is a total known without its rows: what had happened in a span of years."""

    indicator = models.CharField(_("what it counts"), max_length=60)
    first_year = models.PositiveSmallIntegerField(_("from the year"))
    last_year = models.PositiveSmallIntegerField(_("to the year"))
    value = models.DecimalField(_("total"), max_digits=18, decimal_places=4)
    unit = models.CharField(_("unit or currency"), max_length=12, blank=True)
    source = models.CharField(_("where it is from"), max_length=300)

    class Meta:
        verbose_name = _("opening balance")
        ordering = ["indicator", "first_year"]
        constraints = [
            models.CheckConstraint(
                name="opening_balance_years_go_up",
                condition=Q(last_year__gte=F("first_year")),
                violation_error_message=_("The first year comes before the last one."),
            ),
            models.CheckConstraint(
                name="opening_balance_says_where_it_is_from",
                condition=~Q(source=""),
                violation_error_message=_("Say where the total is from."),
            ),
            models.UniqueConstraint(
                name="opening_balance_one_per_span",
                fields=["indicator", "first_year", "last_year"],
                violation_error_message=_("This span has its total already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.first_year}–{self.last_year}: {self.value}"
