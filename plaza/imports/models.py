"""Documents, the records found in them, and where each field of a record came from."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.imports.states import (
    DOCUMENT_MOVES,
    DRAFT_MOVES,
    DocumentState,
    DraftState,
    Fate,
    Work,
)


class Document(models.Model):
    """One row is one file that was read: its bytes, its text, what kind of page it is."""

    MOVES = DOCUMENT_MOVES
    name = models.CharField(_("file name"), max_length=300)
    title = models.CharField(_("title"), max_length=300, blank=True)
    checksum = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    content = models.FileField(upload_to="imports/", max_length=200)
    format = models.CharField(max_length=12)
    layout = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=35, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    pages = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    newer_than = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="newer"
    )
    state = models.CharField(max_length=6, choices=DocumentState, default=DocumentState.READ)
    read_at = models.DateTimeField(auto_now_add=True)
    sheet = models.JSONField(default=dict)
    work = models.CharField(max_length=6, choices=Work, default=Work.NONE, blank=True)
    work_done = models.PositiveIntegerField(default=0)
    work_total = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("document")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="document_is_not_newer_than_itself",
                condition=Q(newer_than__isnull=True) | ~Q(newer_than=F("id")),
                violation_error_message=_("A document cannot be newer than itself."),
            )
        ]

    def __str__(self) -> str:
        return self.title or self.name

    def get_absolute_url(self) -> str:
        """Its page at the desk."""
        return reverse("imports:document", args=[self.pk])


class Draft(models.Model):
    """One row is one record found in a document, field by field with the words it came from.

    `fields` is a list of items as `plaza.imports.items.Item` reads them; `waiting` is how many
    of them still need a person; `applied` lists in order what accepting wrote, for undoing.
    """

    MOVES = DRAFT_MOVES
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=400)
    fields = models.JSONField(default=list)
    spans = models.JSONField(default=list)
    doubts = models.JSONField(default=list)
    fate = models.CharField(max_length=8, choices=Fate, default=Fate.NEW)
    waiting = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=DraftState, default=DraftState.WAITING)
    match_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    match_id = models.CharField(max_length=36, blank=True)
    match_score = models.FloatField(null=True, blank=True)
    record_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    record_id = models.CharField(max_length=36, blank=True)
    applied = models.JSONField(default=list)

    class Meta:
        verbose_name = _("draft")
        ordering = ["position", "id"]
        indexes = [models.Index(name="draft_by_state", fields=["state", "waiting"])]
        constraints = [
            models.UniqueConstraint(
                name="draft_is_found_once",
                fields=["document", "kind", "key"],
                violation_error_message=_("This record was already found in the document."),
            ),
            models.CheckConstraint(
                name="draft_accepted_names_its_record",
                condition=Q(state__in=["accepted", "merged"], record_type__isnull=False)
                & ~Q(record_id="")
                | Q(
                    state__in=["waiting", "rejected"],
                    record_type__isnull=True,
                    record_id="",
                ),
                violation_error_message=_("An accepted draft names the record it became."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ledger_whole(self) -> Document:
        """A draft is part of a document."""
        return self.document


class Provenance(models.Model):
    """One row says that a field of a record came from a place in a document.

    `subject` is the whole that people know; `part` the piece of it, such as one headcount.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="provenances")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="provenances")
    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    subject_id = models.CharField(max_length=36)
    part_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    part_id = models.CharField(max_length=36, blank=True)
    field = models.CharField(max_length=60)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True)
    printed = models.TextField(blank=True)

    class Meta:
        verbose_name = _("provenance")
        indexes = [
            models.Index(name="provenance_by_subject", fields=["subject_type", "subject_id"])
        ]
        constraints = [
            models.CheckConstraint(
                name="provenance_span_goes_forward",
                condition=Q(end__gte=F("start")),
                violation_error_message=_("A place in a text goes from its start to its end."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.printed[:40]}"


class ColumnMapping(models.Model):
    """One row is how a person mapped the columns of a sheet, remembered by its header."""

    header = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20)
    columns = models.JSONField(default=dict)
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("column mapping")

    def __str__(self) -> str:
        return f"{self.kind}: {', '.join(self.columns)}"
