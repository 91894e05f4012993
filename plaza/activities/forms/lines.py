"""Many rows from pasted lines: cells by tabs, or a number followed by words."""

import re
from dataclasses import dataclass, field
from typing import Any

from django import forms

from plaza.activities.actions import add_piece
from plaza.activities.forms.pieces import FORMS, PieceForm
from plaza.activities.queries.pieces import Sheet
from plaza.web.answers import performs

BULLET = re.compile(r"^\s*(?:[•·▪‣◦*–—-]|\d{1,2}[.)])\s+")
NUMBER = re.compile(r"^(\d[\d .,\u00a0]*)\s+(?:x\s+)?(.+)$")


@dataclass
class Line:
    """One pasted line: as it came, its row, and why it was not taken."""

    printed: str
    form: PieceForm
    why: str = ""


@dataclass
class Pasted:
    """What came of pasted lines."""

    taken: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)

    @property
    def left(self) -> str:
        """The lines that were not taken, as they came."""
        return "\n".join(line.printed for line in self.refused)

    @property
    def why(self) -> tuple[str, ...]:
        """Each line that was not taken, with the reason."""
        return tuple(f"“{line.printed.strip()[:60]}”: {line.why}" for line in self.refused)


def lines_of(sheet: Sheet, text: str, *, as_new: bool = False) -> list[Line]:
    """A row for each line that is not empty."""
    kind = FORMS[sheet.kind]
    lines = []
    for printed in filter(str.strip, text.splitlines()):
        data = {**_defaults(kind), **_cells(kind, printed)}
        form = kind({**data, "as_new": "1" if as_new else ""}, sheet=sheet)
        lines.append(Line(printed, form))
    return lines


def _cells(kind: type[PieceForm], line: str) -> dict[str, str]:
    names = list(kind.base_fields)
    if "\t" in line:
        cells = [cell.strip() for cell in line.split("\t")]
    else:
        line = BULLET.sub("", line).strip()
        counts = isinstance(kind.base_fields[names[0]], forms.IntegerField)
        found = NUMBER.match(line) if counts and kind.words else None
        if found and names[1] in kind.words:
            cells = [re.sub(r"[ .,\u00a0]", "", found[1]), found[2].strip()]
        else:
            cells = [line]
    return {
        name: _chosen(kind.base_fields[name], cell)
        for name, cell in zip(names, cells, strict=False)
        if cell
    }


def _chosen(field_: forms.Field, cell: str) -> str:
    """A choice may be written by its label."""
    if not isinstance(field_, forms.ChoiceField):
        return cell
    labels = {str(label).casefold(): str(value) for value, label in _choices(field_)}
    return labels.get(cell.casefold(), cell)


def _choices(field_: forms.ChoiceField) -> list[tuple[Any, Any]]:
    return list(field_.choices)  # type: ignore[arg-type]


def _defaults(kind: type[PieceForm]) -> dict[str, Any]:
    found = {}
    for name, each in kind.base_fields.items():
        if isinstance(each, forms.ChoiceField):
            found[name] = each.initial or _choices(each)[0][0]
        elif each.initial:
            found[name] = each.initial
    return found


def take_lines(lines: list[Line], *, by: Any) -> Pasted:
    """Add each line that makes sense; the others come back with the reason, nothing is lost."""
    pasted = Pasted()
    for line in lines:
        facts = line.form.facts() if line.form.is_valid() else {}
        sheet = line.form.sheet
        if performs(line.form, add_piece, sheet.activity, sheet.kind, by=by, **facts):
            pasted.taken.append(line)
        else:
            line.why = " ".join(str(e) for each in line.form.errors.values() for e in each)
            pasted.refused.append(line)
    return pasted
