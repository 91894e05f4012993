"""Works and their language editions."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.library.states import MOVES, State
from plaza.network.language_names import language_name
from plaza.network.models import ContactPoint, Organisation
from plaza.programmes.models import Programme
from plaza.web.models import Visibility
from plaza.web.text import Text, TextField


class Topic(models.Model):
    """One row is one subject that activities and works are about."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = TextField(_("name"))
    sort_name = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = _("topic")
        ordering = ["sort_name"]
        constraints = [
            models.CheckConstraint(
                name="topic_has_a_name",
                condition=~Q(sort_name=""),
                violation_error_message=_("Write the topic's name."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name) or self.sort_name


THERE = Q(withdrawn_at__isnull=True, merged_into__isnull=True)


class Resource(models.Model):
    """One row is one work, whatever languages and files it exists in."""

    class Kind(models.TextChoices):
        """What sort of work."""

        GUIDE = "guide", _("Guide")
        PACKAGE = "package", _("Training package")
        MANUAL = "manual", _("Manual")
        REPORT = "report", _("Report")
        ROADMAP = "roadmap", _("Roadmap")
        TOOLBOX = "toolbox", _("Toolbox")
        CASE = "case", _("Practice case")
        JOURNAL = "journal", _("Journal issue")
        PRESENTATION = "presentation", _("Presentation")
        HANDOUT = "handout", _("Handout")
        RECORDING = "recording", _("Recording")
        PAGE = "page", _("Web page")
        OTHER = "other", _("Other")

    class Access(models.TextChoices):
        """Who may have its files."""

        OPEN = "open", _("Open to all")
        MEMBERS = "members", _("Members")
        REQUEST = "request", _("On request")
        PURCHASE = "purchase", _("To buy")
        TRAINING = "training", _("After a training")

    slug = models.SlugField(_("address"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OTHER)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    access = models.CharField(
        _("who may have it"), max_length=8, choices=Access, default=Access.OPEN
    )
    visibility = models.CharField(
        _("who sees it"), max_length=7, choices=Visibility, default=Visibility.PUBLIC
    )
    sort_title = models.CharField(max_length=400, editable=False)
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="resources", verbose_name=_("topics")
    )
    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("programme"),
    )
    countries = models.JSONField(_("countries it is about"), default=list, blank=True)
    target_groups = TextField(_("for whom"))
    age_from = models.PositiveSmallIntegerField(
        _("children from the age of"), null=True, blank=True
    )
    age_to = models.PositiveSmallIntegerField(_("to the age of"), null=True, blank=True)
    contact = models.ForeignKey(
        ContactPoint,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("whom to ask"),
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="merged_from",
        editable=False,
        db_index=False,  # nearly all rows hold null, and a planner would take it for selective
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("resource")
        ordering = ["sort_title"]
        indexes = [
            models.Index(name="resource_newest", fields=["-added_at", "-id"], condition=THERE),
            models.Index(name="resource_newest_year", fields=["-year", "-id"], condition=THERE),
            models.Index(name="resource_by_title", fields=["sort_title", "id"], condition=THERE),
        ]
        constraints = [
            models.CheckConstraint(
                name="resource_has_a_title",
                condition=~Q(sort_title=""),
                violation_error_message=_("Write the title."),
            ),
            models.CheckConstraint(
                name="resource_age_range_goes_up",
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
                violation_error_message=_("The ages go from the younger to the older."),
            ),
            models.CheckConstraint(
                name="resource_is_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                violation_error_message=_("A work can only be merged into another one."),
            ),
        ]

    def __str__(self) -> str:
        return self.sort_title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("library:resource", args=[self.slug])

    @property
    def title(self) -> Text:
        """Its title in every language that one of its editions is titled in."""
        return Text({one.titled_in: one.title for one in reversed(self.editions.all())})

    @property
    def summary(self) -> Text:
        """Its summary in every language."""
        return Text({edition.language: edition.summary for edition in self.editions.all()})


class Credit(models.Model):
    """One row is one organisation, or one name nobody has matched yet, behind a work."""

    class Role(models.TextChoices):
        """What it did."""

        PUBLISHER = "publisher", _("Published by")
        AUTHOR = "author", _("Written by")
        TRANSLATOR = "translator", _("Translated by")
        PARTNER = "partner", _("With")

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="credits")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name as printed"), max_length=500, blank=True)
    folded = models.CharField(max_length=500, blank=True, editable=False)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.PUBLISHER)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("credit")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="credit_names_somebody",
                condition=Q(organisation__isnull=False) | ~Q(name=""),
                violation_error_message=_("Choose an organisation or write a name."),
            ),
            models.UniqueConstraint(
                name="credit_is_given_once",
                fields=["resource", "organisation", "role"],
                violation_error_message=_("This organisation is already named in this role."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation or self.name)

    @property
    def ledger_whole(self) -> Resource:
        """A credit is part of a resource."""
        return self.resource


class Edition(models.Model):
    """One row is one language of a work, with its own title, summary, text and state.

    `folded` holds title, subtitle and summary in the form in which words are compared; a title
    that is printed in another language than the edition says which.
    """

    MOVES = MOVES
    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="editions")
    language = models.CharField(_("language"), max_length=35)
    title = models.CharField(_("title"), max_length=400)
    subtitle = models.CharField(_("subtitle"), max_length=400, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    text = models.TextField(_("text"), blank=True)
    is_original = models.BooleanField(_("original"), default=False)
    translators = models.CharField(_("translated by"), max_length=300, blank=True)
    state = models.CharField(
        max_length=9, choices=State, default=State.PUBLISHED, verbose_name=_("state")
    )
    title_language = models.CharField(_("language of the title"), max_length=35, blank=True)
    folded = models.TextField(editable=False)

    class Meta:
        verbose_name = _("edition")
        ordering = ["-is_original", "language"]
        constraints = [
            models.UniqueConstraint(
                name="edition_one_per_language",
                fields=["resource", "language"],
                violation_error_message=_("There is an edition in this language already."),
            ),
            models.UniqueConstraint(
                name="edition_one_original_per_work",
                fields=["resource"],
                condition=Q(is_original=True),
                violation_error_message=_("Another edition is the original."),
            ),
            models.CheckConstraint(
                name="edition_has_language_and_title",
                condition=~Q(language="") & ~Q(title=""),
                violation_error_message=_("Write the title and choose its language."),
            ),
            models.CheckConstraint(
                name="edition_has_words_to_be_found_by",
                condition=~Q(folded=""),
                violation_error_message=_("Write a title with letters or numbers in it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"

    @property
    def ledger_whole(self) -> Resource:
        """An edition is part of a resource."""
        return self.resource

    @property
    def titled_in(self) -> str:
        """The language that the title is written in."""
        return self.title_language or self.language

    @property
    def spoken(self) -> str:
        """The name of its language, in the reader's."""
        return language_name(self.language)
