"""One draft into the records: its columns, its pieces, and from which words each came."""

from contextlib import nullcontext
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plaza.imports.items import Item
from plaza.imports.journal import Journal
from plaza.imports.kinds.base import (
    NO_VALUE,
    Column,
    Facts,
    Kind,
    Missing,
    Piece,
    Setting,
    joined,
    twin,
)
from plaza.imports.kinds.setting import name_of, short_of
from plaza.imports.registers import Registers
from plaza.imports.states import FieldState
from plaza.network import actions as network
from plaza.network.models import Organisation
from plaza.web.refusals import Refused


class Filing:
    """One draft on its way into the records."""

    def __init__(
        self, kind: Kind, journal: Journal, setting: Setting, *, by: Any, patient: bool
    ) -> None:
        self.kind = kind
        self.journal = journal
        self.setting = setting
        self.by = by
        self.patient = patient
        self._rows: dict[Any, list[Any]] = {}

    def create(self, items: list[Item]) -> Any:
        """A new record of these fields; those that must wait go on waiting."""
        facts: Facts = {}
        filled: list[Item] = []
        for item in items:
            column = self.kind.columns.get(item.name)
            if column is None:
                continue
            try:
                found = self._facts(column, item)
            except Missing:
                continue
            for name, value in found.items():
                facts[name] = joined(facts.get(name), value) if column.is_many else value
            filled.append(item)
        rows = self.kind.create(facts, items, by=self.by, setting=self.setting)
        for row in rows:
            self.journal.made(row)
        record = rows[0]
        for item in filled:
            self._taken(item, record)
        self._pieces(items, record)
        return record

    def add_to(self, record: Any, items: list[Item]) -> None:
        """Fields into a record that is there."""
        for item in items:
            column = self.kind.columns.get(item.name)
            if column is not None:
                self._with_patience(item, self._fill, column, item, record)
        self._pieces(items, record)

    def _fill(self, column: Column, item: Item, record: Any) -> None:
        holder = column.holder(record)
        facts = self._facts(column, item)
        if "state" in facts:
            alike = facts["state"] == holder.state  # a state moves on the record's own page
            item.state = FieldState.SAME if alike else FieldState.KEPT
            return
        new = {name: joined(getattr(holder, name), value) for name, value in facts.items()}
        with self.journal.changing(holder):
            (column.edit or self.kind.edit)(holder, by=self.by, **new)
        self._taken(item, record, holder)

    def _pieces(self, items: list[Item], record: Any) -> None:
        for item in items:
            piece = self.kind.pieces.get(item.name)
            if piece is not None:
                self._with_patience(item, self._put, piece, item, record)

    def _put(self, piece: Piece, item: Item, record: Any) -> None:
        facts = self._facts(piece, item, record)
        rows = self._rows_of(piece, record)
        row = twin(piece, rows, facts)
        if row is None:
            row = self._add(piece, record, facts)
            rows.append(row)
        elif piece.edit is not None:
            new = {
                name: joined(getattr(row, name), value)
                for name, value in facts.items()
                if value not in (None, "")
            }
            with self.journal.changing(row):
                piece.edit(row, by=self.by, **new)
        self._taken(item, record, row)

    def _rows_of(self, piece: Piece, record: Any) -> list[Any]:
        """The rows that the record has by now, read once."""
        if piece.rows not in self._rows:
            self._rows[piece.rows] = list(piece.rows(record))
        return self._rows[piece.rows]

    def _add(self, piece: Piece, record: Any, facts: Facts) -> Any:
        with self.journal.changing(record) if piece.touches else nullcontext():
            made = piece.add(record, by=self.by, **facts)
            rows = [row for row in (made if isinstance(made, list) else [made]) if row is not None]
            for row in rows:
                self.journal.made(row)
        return rows[-1] if rows else None

    def _facts(self, table: Column | Piece, item: Item, *record: Any) -> Facts:
        """What the field says in the form of its columns, or a refusal that names its words."""
        try:
            return table.facts(item, self.setting, *record)
        except NO_VALUE as fault:
            raise Refused(
                _("“%(printed)s” has no form yet that a record can hold. Please write the value.")
                % {"printed": item.printed}
            ) from fault

    def _with_patience(self, item: Item, deed: Any, *arguments: Any) -> None:
        """A field that is refused goes on waiting when nobody is there to read the sentence."""
        try:
            with transaction.atomic():
                deed(*arguments)
        except Missing:
            return
        except Refused as refusal:
            if not self.patient:
                raise
            item.doubt("refused", sentence=str(refusal))

    def _taken(self, item: Item, record: Any, part: Any = None) -> None:
        item.state = FieldState.ACCEPTED
        self.journal.came_from(item, record, part)


def organisations_for(journal: Journal, registers: Registers, *, by: Any) -> Any:
    """A way to the organisation a field names; one that nobody knows is entered, once."""

    def organisation(item: Item) -> Organisation:
        match = item.match or {}
        if match.get("id") and match.get("state") in ("sure", "chosen"):
            return Organisation.objects.get(pk=match["id"])
        if match.get("state") not in ("new", "make"):
            raise Missing
        name, country = name_of(item), match.get("country") or ""
        likely = registers.organisation(name, country)
        if likely.state == "sure":
            return likely.record  # type: ignore[no-any-return]
        if likely.state == "near" and match["state"] == "new":
            raise Missing
        made = network.record_organisation(
            name=name, country=country, short_name=short_of(item)[:60], by=by
        )
        registers.learn(made)
        return journal.made(made)  # type: ignore[no-any-return]

    return organisation
