"""All editors of a draft at once."""

from typing import Any

from plaza.imports.forms import editors, pieces
from plaza.imports.items import Item
from plaza.imports.kinds.registry import KINDS

EDITORS: dict[str, type[editors.Editor]] = {
    "period": editors.PeriodEditor,
    "state": editors.StateEditor,
    "headcount": pieces.HeadcountEditor,
    "country": pieces.CountryEditor,
    "named_country": pieces.CountryEditor,
    "venue": pieces.VenueEditor,
    "session_plan": pieces.PlanEditor,
    "outcome": pieces.ResultEditor,
    "output": pieces.ResultEditor,
    "link": pieces.LinkEditor,
    "website": pieces.LinkEditor,
    "file": pieces.LinkEditor,
    "contact": pieces.ContactEditor,
    "part": pieces.TitledEditor,
    "strand": pieces.TitledEditor,
    "strand_part": pieces.TitledEditor,
    "expected": pieces.ExpectedEditor,
    "seats": pieces.LimitEditor,
    "quota": pieces.LimitEditor,
    "reporting_year": editors.WholeNumberEditor,
    "year": editors.WholeNumberEditor,
    "published": editors.WholeNumberEditor,
    "number": editors.NumberEditor,
    "years": pieces.YearsEditor,
    "language": editors.LanguageEditor,
    "text": editors.LongEditor,
    "aim": editors.LongEditor,
    "summary": editors.WordsEditor,
    "indicator": editors.IndicatorEditor,
}
FIXED = {"programme", "kind", "type", "language_level", "sentence"}
SORTS = {"kind", "type"}


def editor_of(kind: str, item: Item, data: Any = None) -> editors.Editor | None:
    """The form that corrects a field, or None where there is nothing to type."""
    if not item.waits:
        return None
    if kind == "resource" and item.name in SORTS:
        return editors.KindEditor(item, data)
    if item.name in FIXED:
        return None
    if item.name in KINDS[kind].parties:
        return pieces.PartyEditor(item, data)
    if isinstance(item.value, dict | list) and item.name not in EDITORS:
        return None
    return EDITORS.get(item.name, editors.WordsEditor)(item, data)


class ReviewForm:
    """The editors of a draft's waiting fields; only what was changed counts as corrected."""

    def __init__(self, kind: str, items: list[Item], data: Any = None) -> None:
        self.is_bound = data is not None
        found = {item.n: editor_of(kind, item, data) for item in items}
        self.editors = {number: editor for number, editor in found.items() if editor is not None}

    @property
    def changed(self) -> dict[int, editors.Editor]:
        """The editors in which something was typed."""
        return {
            number: editor
            for number, editor in self.editors.items()
            if any(editor.add_prefix(name) in editor.data for name in editor.fields)
            and editor.has_changed()
        }

    def is_valid(self) -> bool:
        """Whether every correction can be understood."""
        return all(editor.is_valid() for editor in self.changed.values())

    def values(self) -> dict[int, Any]:
        """Corrected values by the number of their field."""
        return {number: editor.value() for number, editor in self.changed.items()}
