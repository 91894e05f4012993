"""Documents and their drafts as lists."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.imports.doubts import sentence
from plaza.imports.items import items_of
from plaza.imports.models import Document, Draft
from plaza.imports.names import KINDS, counted, field_name, layout_name
from plaza.imports.queries.records import address_of, records_of
from plaza.imports.states import DocumentState, DraftState, Fate
from plaza.web.desk import Waiting

OPEN = Q(state=DraftState.WAITING) | Q(
    state__in=[DraftState.ACCEPTED, DraftState.MERGED], waiting__gt=0
)
UNDONE = Q(document__state=DocumentState.UNDONE)


def documents(viewer: Any) -> QuerySet[Document]:
    """All documents, the newest first, with how many drafts they have and how many wait."""
    waits = Q(drafts__state=DraftState.WAITING) | Q(
        drafts__state__in=[DraftState.ACCEPTED, DraftState.MERGED], drafts__waiting__gt=0
    )
    return (
        Document.objects.defer("text", "pages", "sheet", "notes")
        .annotate(
            found=Count("drafts"),
            open=Count("drafts", filter=waits & ~Q(state=DocumentState.UNDONE)),
        )
        .order_by("-pk")
    )


def document_at_desk(viewer: Any, pk: int) -> Document:
    """One document."""
    found = Document.objects.select_related("newer_than").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def draft_at_desk(viewer: Any, pk: int, draft: int) -> Draft:
    """One draft of a document."""
    found = (
        Draft.objects.select_related("document", "match_type", "record_type")
        .filter(document_id=pk, pk=draft)
        .first()
    )
    if found is None:
        raise Http404
    return found


def waiting_drafts() -> int:
    """How many found records wait for a person."""
    return Draft.objects.filter(OPEN).exclude(UNDONE).count()


def rail_count(viewer: Any) -> int | None:
    """The number in the rail, or nothing."""
    return waiting_drafts() or None


def waiting_documents(viewer: Any) -> list[Waiting]:
    """Imports with records that wait, for the desk's first page: two queries, however many."""
    rows = documents(viewer).filter(Q(("open__gt", 0))).only("title", "name")
    kinds = _kinds_waiting()
    return [
        Waiting(
            what=ngettext(
                "%(n)s found record waits in an import",
                "%(n)s found records wait in an import",
                document.open,  # type: ignore[attr-defined]
            )
            % {"n": document.open},  # type: ignore[attr-defined]
            why=_("%(document)s: %(what)s.")
            % {"document": document, "what": ", ".join(kinds.get(document.pk, ()))},
            button=_("Read them"),
            url=document.get_absolute_url(),
        )
        for document in rows
    ]


def _kinds_waiting() -> dict[int, list[str]]:
    """What waits in each document, counted by the database."""
    waiting = Draft.objects.filter(OPEN).exclude(UNDONE).order_by()
    counts: dict[int, dict[str, int]] = {}
    for document, kind, number in waiting.values_list("document_id", "kind").annotate(Count("pk")):
        counts.setdefault(document, {})[kind] = number
    return {
        key: [counted(kind, found[kind]) for kind in KINDS if kind in found]
        for key, found in counts.items()
    }


@dataclass(frozen=True)
class Line:
    """One draft in the list of its document."""

    draft: Draft
    record: Any
    url: str | None
    words: str
    badge: str
    note: str


@dataclass(frozen=True)
class Group:
    """The drafts of one kind."""

    kind: str
    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """How many of which kind."""
        return counted(self.kind, len(self.lines))


def groups_of(drafts: Sequence[Draft]) -> list[Group]:
    """Drafts by kind, each with how it stands and the record it became."""
    records = records_of(drafts)
    groups = {kind: Group(kind) for kind in KINDS}
    for draft in drafts:
        record = records.get(draft.pk)
        url = address_of(record)
        words, badge = standing(draft)
        line = Line(draft, record, url, words, badge, _note(draft))
        groups[draft.kind].lines.append(line)
    return [group for group in groups.values() if group.lines]


def _note(draft: Draft) -> str:
    """Why a draft needs a person, or what it would add to the record that it is."""
    if draft.state != DraftState.WAITING:
        return ""
    items = [item for item in items_of(draft.fields) if item.waits]
    if draft.fate == Fate.DOUBTFUL:
        doubts = [*draft.doubts, *(doubt for item in items for doubt in item.doubts)]
        return next((sentence(doubt) for doubt in doubts if doubt["blocks"]), "")
    if draft.fate == Fate.CHANGES and items:
        names = ", ".join(dict.fromkeys(str(field_name(item.name)) for item in items))
        return _("Adds or changes: %(fields)s.") % {"fields": names}
    return ""


def standing(draft: Draft) -> tuple[str, str]:
    """How a draft stands, in words, and its badge."""
    if draft.state == DraftState.REJECTED:
        return _("Left out"), "done"
    left = draft.waiting
    if draft.state in (DraftState.ACCEPTED, DraftState.MERGED):
        if not left:
            merged = draft.state == DraftState.MERGED
            return (_("Added to a record") if merged else _("Accepted")), "open"
        words = ngettext(
            "Accepted; %(n)s field needs a person", "Accepted; %(n)s fields need a person", left
        )
        return words % {"n": left}, "running"
    fate = str(Fate(draft.fate).label)
    if draft.fate == Fate.DOUBTFUL:
        return fate, "wrong"
    doubtful = sum(item.waits and not item.sure for item in items_of(draft.fields))
    if not doubtful:
        return fate, "waiting"
    words = ngettext(
        "%(fate)s; %(n)s field needs a person", "%(fate)s; %(n)s fields need a person", doubtful
    )
    return words % {"fate": fate, "n": doubtful}, "waiting"


@dataclass(frozen=True)
class Overview:
    """How a document stands as a whole."""

    in_all: int
    to_do: int
    sure: int
    doubtful: int
    accepted: int
    kinds: str
    has_activities: bool
    layout: str
    notes: list[str]
    left_out: list[tuple[str, int, str]]


def overview_of(document: Document) -> Overview:
    """Counts of a document's drafts, in one query."""
    untouched = Q(state=DraftState.WAITING)
    doubtful = OPEN & (Q(fate=Fate.DOUBTFUL) | ~untouched)
    counts = document.drafts.aggregate(
        in_all=Count("pk"),
        to_do=Count("pk", filter=untouched),
        sure=Count("pk", filter=untouched & ~Q(fate__in=[Fate.DOUBTFUL, Fate.SKIPPED])),
        doubtful=Count("pk", filter=doubtful),
        accepted=Count("pk", filter=Q(state__in=[DraftState.ACCEPTED, DraftState.MERGED])),
    )
    kinds = Counter(document.drafts.values_list("kind", flat=True))
    words = ", ".join(counted(kind, kinds[kind]) for kind in KINDS if kinds[kind])
    return Overview(
        kinds=words,
        has_activities=bool(kinds["activity"]),
        layout=str(layout_name(document.layout)),
        notes=[sentence(note) for note in document.notes],
        left_out=_left_out(document),
        **counts,
    )


def _left_out(document: Document) -> list[tuple[str, int, str]]:
    """Rows of a spreadsheet that are no records: table, number and why."""
    rows = document.sheet.get("left_out", []) if document.sheet else []
    return [(table, number, sentence(reason)) for table, number, reason in rows]
