"""What a newer version of a document says differently."""

from collections.abc import Iterable
from dataclasses import dataclass

from plaza.imports.models import Document, Draft
from plaza.imports.names import field_name
from plaza.imports.telling import told


@dataclass(frozen=True)
class Difference:
    """One field that a newer version of a document says differently."""

    draft: Draft
    name: str
    before: str
    after: str


def differences(document: Document) -> list[Difference]:
    """What a newer version of a document says differently, field by field."""
    if document.newer_than is None:
        return []
    older = {draft.key: draft for draft in document.newer_than.drafts.all()}
    found: list[Difference] = []
    for draft in document.drafts.all():
        before = older.pop(draft.key, None)
        if before is None:
            found.append(Difference(draft, "", "", draft.title))
            continue
        found += list(_field_differences(before, draft))
    found += [Difference(draft, "", draft.title, "") for draft in older.values()]
    return found


def _field_differences(before: Draft, after: Draft) -> Iterable[Difference]:
    old, new = _by_name(before), _by_name(after)
    for name in dict.fromkeys([*old, *new]):
        gone = [words for words in old.get(name, []) if words not in new.get(name, [])]
        come = [words for words in new.get(name, []) if words not in old.get(name, [])]
        if gone or come:
            yield Difference(after, str(field_name(name)), "; ".join(gone), "; ".join(come))


def _by_name(draft: Draft) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in draft.fields:
        value = row.get("found") if row.get("found") is not None else row["value"]
        found.setdefault(row["name"], []).append(told(row["name"], value))
    return found
