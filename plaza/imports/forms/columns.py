"""What the columns of a spreadsheet are."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.imports.names import KINDS as KIND_NAMES
from plaza.imports.names import field_name
from plaza.imports.reading.sheets.columns import KINDS


class TableForm(forms.Form):
    """One table: what its rows are, and what each column is."""

    kind = forms.ChoiceField(
        label=_("Each row is"), choices=[(kind, KIND_NAMES[kind]) for kind in KINDS]
    )

    def __init__(self, table: Mapping[str, Any], number: int, data: Any = None) -> None:
        self.table = table
        super().__init__(data, prefix=f"t{number}", initial={"kind": table["kind"]})
        names = sorted({name for fields in KINDS.values() for name in fields})
        choices = [("", _("Leave it out")), *((name, field_name(name)) for name in names)]
        for column in table["columns"]:
            self.fields[f"c{column['index']}"] = forms.ChoiceField(
                label=column["heading"] or _("No heading"),
                choices=choices,
                required=False,
                initial=column["field"] or "",
            )

    @property
    def columns(self) -> list[dict[str, Any]]:
        """Each column with its field of this form."""
        return [
            {**column, "input": self[f"c{column['index']}"]} for column in self.table["columns"]
        ]

    def clean(self) -> dict[str, Any]:
        """No field can be filled by two columns, and none that this kind of row lacks."""
        told = super().clean() or {}
        kind = told.get("kind", self.table["kind"])
        chosen: set[str] = set()
        for column in self.table["columns"]:
            name = told.get(f"c{column['index']}") or ""
            if name and name in chosen:
                self.add_error(f"c{column['index']}", _("Another column is this already."))
            elif name and name not in KINDS[kind]:
                self.add_error(f"c{column['index']}", _("Such rows have no field of this name."))
            chosen.add(name)
        return told

    def mapping(self) -> tuple[str, dict[int, str | None]]:
        """What was chosen."""
        told = self.cleaned_data
        columns = {
            column["index"]: told[f"c{column['index']}"] or None for column in self.table["columns"]
        }
        return told["kind"], columns


class ColumnsForm:
    """All tables of a spreadsheet."""

    def __init__(self, tables: Sequence[Mapping[str, Any]], data: Any = None) -> None:
        self.tables = [TableForm(table, number, data) for number, table in enumerate(tables)]

    def is_valid(self) -> bool:
        """Whether every table can be read by what was chosen."""
        return not any(table.errors for table in self.tables)

    def mappings(self) -> list[tuple[str, dict[int, str | None]]]:
        """What was chosen, table by table."""
        return [table.mapping() for table in self.tables]
