"""The records that drafts became or may be, and where the fields of a record came from."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext as _

from plaza.imports.models import Draft, Provenance
from plaza.imports.names import field_name
from plaza.web.provenance import Source

QUOTED = 90


def record_of(draft: Draft) -> Any | None:
    """The record that a draft became, or None."""
    return _row(draft.record_type, draft.record_id)


def match_of(draft: Draft) -> Any | None:
    """The record that a draft may be, or None."""
    return _row(draft.match_type, draft.match_id)


def records_of(drafts: Sequence[Draft]) -> dict[int, Any]:
    """The records that drafts became, by draft; one query per kind of record."""
    found: dict[int, Any] = {}
    by_type: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.record_type_id:
            by_type.setdefault(draft.record_type_id, []).append(draft)
    for type_id, members in by_type.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is None:
            continue
        keys = {draft.record_id for draft in members}
        rows = {str(row.pk): row for row in model._base_manager.filter(pk__in=keys)}
        found |= {draft.pk: rows[draft.record_id] for draft in members if draft.record_id in rows}
    return found


def sources_of(subject: Any) -> Iterable[Source]:
    """Where the fields of a record stand in documents, for its page."""
    if not isinstance(subject, Model) or subject.pk is None:
        return []
    rows = (
        Provenance.objects.filter(
            subject_type=ContentType.objects.get_for_model(subject), subject_id=str(subject.pk)
        )
        .select_related("document")
        .defer("document__text", "document__pages", "document__sheet")
        .order_by("document_id", "start")
    )
    found: dict[tuple[int, str], list[Provenance]] = {}
    for row in rows:
        found.setdefault((row.document_id, row.field), []).append(row)
    return [_source(same) for same in found.values()]


def _source(rows: list[Provenance]) -> Source:
    """One field of a record: where it begins, and its words as far as they are short."""
    printed = list(dict.fromkeys(row.printed for row in rows))
    is_short = len(printed) == 1 and len(printed[0]) <= QUOTED
    return Source(
        document=str(rows[0].document),
        place=place_of(rows[0].page),
        printed=printed[0] if is_short else "",
        field=str(field_name(rows[0].field)),
    )


def address_of(record: Any) -> str | None:
    """The page of a record, or of the whole it is part of; some records have none."""
    whole = getattr(record, "ledger_whole", record)
    return str(whole.get_absolute_url()) if hasattr(whole, "get_absolute_url") else None


def place_of(page: int | None) -> str:
    """A page in words, or nothing."""
    return _("page %(number)s") % {"number": page} if page else ""


def _row(content: ContentType | None, key: str) -> Any | None:
    model = content.model_class() if content is not None and key else None
    return model._base_manager.filter(pk=key).first() if model is not None else None
