"""Parts of a package, and files."""

from urllib.parse import urlsplit

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.library.models.works import Edition, Resource
from plaza.network.language_names import language_name
from plaza.web.text import TextField


class Part(models.Model):
    """One row is one piece of a package: a guide, a day, a session. Numbers may have gaps."""

    class Kind(models.TextChoices):
        """What sort of piece."""

        GUIDE = "guide", _("Guide")
        MODULE = "module", _("Module")
        DAY = "day", _("Day")
        SESSION = "session", _("Session")
        OTHER = "other", _("Part")

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="parts")
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    kind = models.CharField(_("kind"), max_length=7, choices=Kind, default=Kind.OTHER)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    title = TextField(_("title"))

    class Meta:
        verbose_name = _("part")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="part_is_not_inside_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("A part cannot lie inside itself."),
            )
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def ledger_whole(self) -> Resource:
        """A part belongs to a resource."""
        return self.resource


class File(models.Model):
    """One row is one file of a work: stored here, or a link to where it lies."""

    class Health(models.TextChoices):
        """Whether the link leads where it should."""

        UNKNOWN = "unknown", _("Not checked yet")
        GOOD = "good", _("Answers")
        DOUBTFUL = "doubtful", _("Doubtful")
        BROKEN = "broken", _("Broken")

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="files")
    edition = models.ForeignKey(
        Edition,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="files",
        verbose_name=_("edition"),
    )
    part = models.ForeignKey(
        Part,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="files",
        verbose_name=_("part"),
    )
    label = models.CharField(_("label"), max_length=300, blank=True)
    format = models.CharField(_("format"), max_length=12, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    url = models.URLField(_("link"), max_length=1000, blank=True)
    content = models.FileField(
        upload_to="library/", max_length=200, blank=True, verbose_name=_("file")
    )
    name = models.CharField(max_length=300, blank=True, verbose_name=_("file name"))
    size = models.PositiveBigIntegerField(null=True, blank=True, verbose_name=_("size"))
    checksum = models.CharField(max_length=64, blank=True, verbose_name=_("checksum"))
    health = models.CharField(
        max_length=8, choices=Health, default=Health.UNKNOWN, verbose_name=_("state of the link")
    )
    health_note = models.CharField(
        max_length=500, blank=True, verbose_name=_("what is wrong with the link")
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("file")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="file_is_stored_or_linked",
                condition=(~Q(url="") & Q(content="")) | (Q(url="") & ~Q(content="")),
                violation_error_message=_("Give a link or a file, one of the two."),
            ),
            models.CheckConstraint(
                name="file_stored_has_its_checksum",
                condition=Q(content="") | (~Q(checksum="") & Q(size__isnull=False)),
                violation_error_message=_("A stored file has a size and a checksum."),
            ),
            models.CheckConstraint(
                name="file_link_is_a_web_address",
                condition=Q(url="") | Q(url__startswith="http://") | Q(url__startswith="https://"),
                violation_error_message=_("Write a web address that begins with https://."),
            ),
            models.CheckConstraint(
                name="file_doubtful_says_why",
                condition=~Q(health="doubtful") | ~Q(health_note=""),
                violation_error_message=_("Say why the link is doubtful."),
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.name or self.url

    @property
    def ledger_whole(self) -> Resource:
        """A file is part of a resource."""
        return self.resource

    @property
    def address(self) -> str:
        """Where it can be had: the link as printed, or its route here."""
        return self.url or reverse("library:file", args=[self.pk])

    @property
    def short(self) -> str:
        """What a cell of a tree calls it."""
        return self.format.upper() or self.label or self.name or urlsplit(self.url).netloc

    @property
    def called(self) -> str:
        """What it is called where its address is not told."""
        return self.label or self.name or self.format.upper()

    @property
    def spoken(self) -> str:
        """Its language: its own, else its edition's; empty when neither is known."""
        return self.language or (self.edition.language if self.edition else "")

    @property
    def language_name(self) -> str:
        """Its own language in words."""
        return language_name(self.language) if self.language else ""

    @property
    def about(self) -> str:
        """Format, language, and where it lies when that is elsewhere."""
        language = language_name(self.spoken) if self.spoken else ""
        known = (self.format.upper(), language, urlsplit(self.url).netloc)
        return ", ".join(one for one in known if one)
