"""What an import gave, as JSON for programs; the shape is documented in docs/guide/json.md."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Protocol

from django.conf import settings

from plaza.imports.doubts import sentence
from plaza.imports.items import Item, items_of
from plaza.imports.models import Document, Draft
from plaza.imports.queries.records import address_of, record_of

SHAPE = "plaza.import/1"


class Outcome(Protocol):
    """What came of one file."""

    name: str
    document: Document | None
    is_known: bool
    fault: str


def summary_json(results: Iterable[Outcome]) -> dict[str, Any]:
    """Every file with its drafts and their fields, and how many of each there are."""
    documents = [_file(result) for result in results]
    drafts = [draft for one in documents for draft in one.get("drafts", [])]
    fields = [field for draft in drafts for field in draft["fields"]]
    return {
        "shape": SHAPE,
        "documents": documents,
        "counts": {
            "files": len(documents),
            "faults": sum(one["status"] == "fault" for one in documents),
            "drafts": dict(Counter(draft["kind"] for draft in drafts)),
            "states": dict(Counter(draft["state"] for draft in drafts)),
            "fields": len(fields),
            "sure": sum(field["sure"] for field in fields),
            "waiting": sum(field["state"] == "waiting" for field in fields),
        },
    }


def _file(result: Outcome) -> dict[str, Any]:
    document = result.document
    if document is None:
        return {"name": result.name, "status": "fault", "sentence": result.fault}
    return {
        "name": document.name,
        "status": "known" if result.is_known else "read",
        "checksum": document.checksum,
        "title": document.title,
        "layout": document.layout,
        "language": document.language,
        "newer_than": document.newer_than.checksum if document.newer_than else None,
        "url": settings.PLAZA_ADDRESS + document.get_absolute_url(),
        "notes": [_doubt(note) for note in document.notes],
        "drafts": [_draft(draft) for draft in document.drafts.all()],
    }


def _draft(draft: Draft) -> dict[str, Any]:
    record = record_of(draft)
    return {
        "kind": draft.kind,
        "key": draft.key,
        "title": draft.title,
        "state": draft.state,
        "fate": draft.fate,
        "waiting": draft.waiting,
        "record": _address(record),
        "doubts": [_doubt(one) for one in draft.doubts],
        "fields": [_field(item) for item in items_of(draft.fields)],
    }


def _field(item: Item) -> dict[str, Any]:
    return {
        "name": item.name,
        "printed": item.printed,
        "value": item.value,
        "spans": item.spans,
        "sure": item.sure,
        "state": item.state,
        "match": item.match,
        "doubts": [_doubt(one) for one in item.doubts],
    }


def _doubt(doubt: dict[str, Any]) -> dict[str, Any]:
    return {"code": doubt["code"], "sentence": sentence(doubt), "blocks": doubt["blocks"]}


def _address(record: Any) -> str | None:
    url = address_of(record)
    return settings.PLAZA_ADDRESS + url if url else None
