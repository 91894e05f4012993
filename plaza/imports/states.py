from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentState(models.TextChoices):
    """Where a document stands."""

    READ = "read", _("Read")
    UNDONE = "undone", _("Taken back")


DOCUMENT_MOVES: dict[str, tuple[set[str], str]] = {
    "undo": ({DocumentState.READ}, DocumentState.UNDONE),
    "reread": ({DocumentState.UNDONE}, DocumentState.READ),
}


class DraftState(models.TextChoices):
    """Where a found record stands."""

    WAITING = "waiting", _("Waits for a person")
    ACCEPTED = "accepted", _("Accepted")
    MERGED = "merged", _("Merged into a record")
    REJECTED = "rejected", _("Not a record")


DRAFT_MOVES: dict[str, tuple[set[str], str]] = {
    "accept": ({DraftState.WAITING}, DraftState.ACCEPTED),
    "merge": ({DraftState.WAITING}, DraftState.MERGED),
    "reject": ({DraftState.WAITING}, DraftState.REJECTED),
    "undo": (
        {DraftState.ACCEPTED, DraftState.MERGED, DraftState.REJECTED},
        DraftState.WAITING,
    ),
}


class Fate(models.TextChoices):
    """What accepting a found record would do, as the dry run says it."""

    NEW = "new", _("New")
    SAME = "same", _("Known, nothing changes")
    CHANGES = "changes", _("Known, adds or changes")
    DOUBTFUL = "doubtful", _("Needs a person")
    SKIPPED = "skipped", _("Left out")


class FieldState(models.TextChoices):
    """Where one found field stands."""

    WAITING = "waiting", _("Waits for a person")
    ACCEPTED = "accepted", _("Taken over")
    SAME = "same", _("The record says the same")
    LEFT = "left", _("Left out")
    KEPT = "kept", _("Kept with the document")


class Work(models.TextChoices):
    """Long work that runs on a document in the background."""

    NONE = "", _("None")
    DRAFT = "draft", _("Comparing")
    ACCEPT = "accept", _("Accepting")
    UNDO = "undo", _("Taking back")
