"""Many rows from pasted lines: cells by tabs, or a number followed by words."""

import re
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.activities.actions import add_piece
from plaza.activities.forms.pieces import FORMS, PieceForm, next_row
from plaza.activities.queries.pieces import Sheet
from plaza.web.answers import performs

BULLET = re.compile(r"^\s*(?:[•·▪‣◦*–—-]|\d{1,2}[.)])\s+")
NUMBER = re.compile(r"^(\d[\d .,\u00a0]*)\s+(?:x\s+)?(.+)$")


class PasteForm(forms.Form):
    """Many rows at once, one per line."""

    lines = forms.CharField(label=_("One per line"), widget=forms.Textarea)
    as_new = forms.BooleanField(
        label=_("Enter organisations we do not know as new ones"), required=False
    )

    def __init__(self, data: Any = None, *, kind: str, why: tuple[str, ...] = ()) -> None:
        super().__init__(data, auto_id=f"{kind}-paste-%s")
        self.why = why
        if "organisation" not in FORMS[kind].base_fields:
            del self.fields["as_new"]

    def clean_lines(self) -> str:
        """Lines that were not taken come back with the reasons."""
        if self.why:
            raise forms.ValidationError(list(self.why))
        return str(self.cleaned_data["lines"])


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
    above = list(sheet.rows)[-1:]
    defaults = _defaults(next_row(sheet, *above))
    lines = []
    for printed in filter(str.strip, text.splitlines()):
        data = {**defaults, **_cells(kind, printed)}
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


def _defaults(empty: PieceForm) -> dict[str, Any]:
    """What an empty row holds; choices as they are usual, the time zone as in the row above."""
    found = {}
    for name, each in empty.fields.items():
        if isinstance(each, forms.ChoiceField):
            found[name] = each.initial or _choices(each)[0][0]
        elif usual := empty.initial.get(name) or each.initial:
            found[name] = usual
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
            line.why = " ".join(_reasons(line.form))
            pasted.refused.append(line)
    return pasted


def _reasons(form: PieceForm) -> list[str]:
    """Why a row was not taken; what is missing is named."""
    return [
        f"{form.fields[name].label}: {sentence}" if error.code == "required" else str(sentence)
        for name, errors in form.errors.as_data().items()
        for error in errors
        for sentence in error.messages
    ]
