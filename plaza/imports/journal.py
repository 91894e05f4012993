"""What accepting a draft wrote, row by row, so that it can be taken back."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from plaza.imports.items import Item
from plaza.imports.models import Draft, Provenance
from plaza.ledger.values import plain

Snapshot = dict[str, Any]


@dataclass
class Journal:
    """The notes of one acceptance. `made` rows and `changed` columns, in their order."""

    draft: Draft
    notes: list[dict[str, Any]] = field(default_factory=list)
    sources: list[Provenance] = field(default_factory=list)
    rows: list[Any] = field(default_factory=list)

    def made(self, row: Any) -> Any:
        """Note a new row."""
        self._note(row, "create", {})
        return row

    @contextmanager
    def changing(self, row: Any) -> Iterator[None]:
        """Note the columns of a row that differ after the block."""
        before = snapshot(row)
        yield
        row.refresh_from_db()
        after = snapshot(row)
        changed = {name: before[name] for name in before if before[name] != after[name]}
        if changed:
            self._note(row, "amend", changed)

    def came_from(self, item: Item, whole: Any, part: Any = None) -> None:
        """Note from which words of the document a field of a record came."""
        piece = part if part is not None and part != whole else None
        for start, end in stretches(item.spans, self.draft.document.text) or [(0, 0)]:
            self.sources.append(
                Provenance(
                    document=self.draft.document,
                    draft=self.draft,
                    subject_type=ContentType.objects.get_for_model(whole),
                    subject_id=str(whole.pk),
                    part_type=ContentType.objects.get_for_model(piece) if piece else None,
                    part_id=str(piece.pk) if piece else "",
                    field=item.name,
                    start=start,
                    end=end,
                    page=page_of(start, self.draft.document.pages),
                    printed=item.printed,
                )
            )

    def close(self) -> None:
        """Keep the notes with the draft, each row as it stands now."""
        fresh = _as_stored(self.rows)
        for note, row in zip(self.notes, self.rows, strict=True):
            after = snapshot(fresh[type(row), row.pk])
            note["after"] = (
                {name: after[name] for name in note["before"]} if note["before"] else after
            )
        Provenance.objects.bulk_create(self.sources)
        self.draft.applied = [*self.draft.applied, *self.notes]

    def _note(self, row: Any, deed: str, before: Snapshot) -> None:
        self.rows.append(row)
        self.notes.append(
            {
                "deed": deed,
                "model": row._meta.label_lower,
                "id": str(row.pk),
                "name": str(row)[:200],
                "before": before,
                "at": time.time_ns(),
            }
        )


def _as_stored(rows: Iterable[Any]) -> dict[tuple[type[Model], Any], Any]:
    """The rows as the database holds them, read once per table."""
    keys: dict[type[Model], set[Any]] = {}
    for row in rows:
        keys.setdefault(type(row), set()).add(row.pk)
    return {
        (model, row.pk): row
        for model, wanted in keys.items()
        for row in model._base_manager.filter(pk__in=wanted)
    }


def snapshot(row: Model) -> Snapshot:
    """The columns of a row in JSON forms, related rows as their keys."""
    return {
        column.attname: plain(column.value_from_object(row))
        for column in row._meta.concrete_fields
        if not column.primary_key
    }


def noted_row(note: dict[str, Any]) -> Any | None:
    """The row of a note, if it is still there."""
    model = apps.get_model(note["model"])
    return model._base_manager.filter(pk=note["id"]).first()


def restored(row: Model, values: Snapshot) -> dict[str, Any]:
    """Columns of a snapshot in the forms that the row holds."""
    columns = {column.attname: column for column in row._meta.concrete_fields}
    return {name: columns[name].to_python(value) for name, value in values.items()}


def stretches(spans: list[list[int]], text: str) -> list[tuple[int, int]]:
    """Spans that only blanks part become one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((span[0], span[1]) for span in spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def page_of(place: int, pages: list[int]) -> int | None:
    """The page a place lies on, counted from 1; None where there are no pages."""
    if len(pages) < 2:
        return None
    return sum(start <= place for start in pages)
