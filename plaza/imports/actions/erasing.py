"""A person who is erased goes out of the lists that were brought in."""

import re
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from plaza.imports.items import Item, items_of, rows_of, waiting_in
from plaza.imports.models import Document, Draft
from plaza.imports.queries.naming import is_named_in, traces_in_documents
from plaza.imports.states import DraftState, FieldState
from plaza.ledger.actions import advance
from plaza.ledger.models import Entry
from plaza.network.models import Person
from plaza.network.queries.traces import Traces

CONTACT = "network.contactpoint"
MASK = "█"


def erase_from_documents(person: Any) -> None:
    """Take a person's names and addresses out of the documents that name her.

    A line of a contact list that is hers is emptied and left out; elsewhere a pseudonym stands in
    her place. The text keeps its length, so all other words are found where they stood. Original
    files that named her are not kept, because nobody could take her out of them.
    """
    traces = traces_in_documents(person)
    for document in Document.objects.order_by("pk").iterator(chunk_size=20):
        drafts = [draft for draft in document.drafts.iterator() if is_named_in(draft, traces)]
        if drafts or traces.names_her(document.text):
            _erase(document, drafts, traces)


def _erase(document: Document, drafts: list[Draft], traces: Traces) -> None:
    text = document.text
    for draft in drafts:
        items = items_of(draft.fields)
        if draft.kind == "contact" and _is_hers(items, traces):
            text = _masked_at(text, items, traces)
            _empty(draft, items, traces)
        else:
            _rename(draft, items, traces)
    document.text = traces.pattern.sub(_masked, text)
    document.name, document.title = traces.without([document.name, document.title])
    document.notes, document.sheet = traces.without([document.notes, _without_samples(document)])
    _forget_file(document)
    document.save(update_fields=["text", "name", "title", "notes", "sheet", "content"])
    _rename_in_ledger(document, drafts, traces)


def _is_hers(items: list[Item], traces: Traces) -> bool:
    mails = [str(item.value or "") for item in items if item.name == "mail"]
    if mails and any(mails):
        return any(traces.is_hers(mail) for mail in mails)
    return any(
        traces.names_her(f"{item.value} {item.printed}") for item in items if item.name == "name"
    )


def _masked_at(text: str, items: list[Item], traces: Traces) -> str:
    """The text without the words of these fields, and without parts of her name in their lines."""
    parts = {re.escape(part) for name in traces.names for part in name.split()}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(parts))})(?!\w)", re.IGNORECASE)
    for item in items:
        for start, end, *_page in item.spans if item.name != "organisation" else ():
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end) if "\n" in text[end:] else len(text)
            masked = text[:start] + MASK * (end - start) + text[end:]
            text = masked[:first] + pattern.sub(_masked, masked[first:last]) + masked[last:]
    return text


def _masked(found: re.Match[str]) -> str:
    return MASK * len(found[0])


def _empty(draft: Draft, items: list[Item], traces: Traces) -> None:
    """Nothing is left of a contact but that it was there; nothing can become of it."""
    for item in items:
        if item.name != "organisation":
            item.printed, item.value, item.found, item.ours = "", None, None, None
            item.doubts = []
        item.state = FieldState.LEFT
    draft.provenances.all().delete()
    draft.title, draft.key, draft.doubts = traces.pseudonym, f"erased:{draft.pk}", []
    draft.applied = [note for note in draft.applied if note["model"] != CONTACT]
    draft.fields, draft.waiting = rows_of(items), waiting_in(items)
    draft.match_type, draft.match_id = None, ""
    draft.save(update_fields=["title", "key", "doubts", "applied", "fields", "waiting",
                              "match_type", "match_id"])  # fmt: skip
    if draft.state == DraftState.WAITING:
        advance(draft, "reject", by=Person.objects.system())


def _rename(draft: Draft, items: list[Item], traces: Traces) -> None:
    draft.title = traces.without(draft.title)
    draft.doubts, draft.applied = traces.without([draft.doubts, draft.applied])
    draft.fields = traces.without(rows_of(items))
    draft.save(update_fields=["title", "doubts", "applied", "fields"])
    for source in draft.provenances.all():
        if traces.names_her(source.printed):
            source.printed = traces.without(source.printed)
            source.save(update_fields=["printed"])


def _without_samples(document: Document) -> dict[str, Any]:
    """How a spreadsheet was read, without the words that stood in it."""
    sheet = dict(document.sheet)
    if "tables" in sheet:
        sheet["tables"] = [
            table | {"columns": [column | {"samples": []} for column in table["columns"]]}
            for table in sheet["tables"]
        ]
    return sheet


def _forget_file(document: Document) -> None:
    name, storage = document.content.name, document.content.storage
    if name:
        transaction.on_commit(lambda: storage.delete(name))
    document.content = ""


def _rename_in_ledger(document: Document, drafts: list[Draft], traces: Traces) -> None:
    """Deeds stay; hers carry the pseudonym."""
    kind = ContentType.objects.get_for_model(Document)
    hers = {str(draft.pk) for draft in drafts if draft.key == f"erased:{draft.pk}"}
    for entry in Entry.objects.filter(subject_type=kind, subject_id=str(document.pk)):
        is_hers = entry.part_id in hers
        Entry.objects.filter(pk=entry.pk).update(
            subject_label=traces.without(entry.subject_label),
            part=traces.pseudonym if is_hers else traces.without(entry.part),
            note=traces.without(entry.note),
            changes={} if is_hers else traces.without(entry.changes),
        )
