"""All sheets of an activity as its page shows them."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plaza.activities.forms.lines import PasteForm
from plaza.activities.forms.pieces import FORMS, PieceForm, next_row, row_form
from plaza.activities.models import Activity
from plaza.activities.queries.pieces import Sheet

TITLES: dict[str, tuple[Promise, Promise, Promise]] = {
    "involvements": (
        _("Who takes part"),
        _("An organisation in a role, or only a country where no organisation is named."),
        _("Organisation, role, country: with tabs between them, as a spreadsheet copies them."),
    ),
    "plans": (
        _("What is planned"),
        _("How many sessions of which length. Leave the number open when they are regular."),
        _("How many, where, minutes each, country, note: with tabs between them."),
    ),
    "sessions": (
        _("Sessions"),
        _("Each meeting with its moment on the clock of its own time zone."),
        _("Starts, time zone, minutes, title: with tabs between them."),
    ),
    "headcounts": (
        _("How many people"),
        _("Each number as it was told. Numbers of different kinds are never added up."),
        _("Number and group, for example: 19 on education. Or with tabs, as a spreadsheet copies."),
    ),
    "outcomes": (
        _("What came of it"),
        _("One thing that was learned or changed per row."),
        _("One outcome per line. Bullets are taken off."),
    ),
    "outputs": (
        _("To take away"),
        _("Resources that were made or promised; a report is one too."),
        _("One resource per line, or with tabs: resource, how far, due."),
    ),
    "links": (
        _("Links"),
        _("Addresses printed with the activity. A doubtful one says why."),
        _("Address and words of the link, with a tab between them."),
    ),
    "contributions": (
        _("Money for this activity"),
        _("Granted, own cash, or in kind with its worth. It belongs to the programme."),
        _("Who gives, amount, currency, kind: with tabs between them."),
    ),
    "quotas": (
        _("Limits of the call"),
        _("For example: of what: country; at most: 5."),
        _("Of what, which, at least, at most: with tabs between them."),
    ),
}


@dataclass
class ShownSheet:
    """One sheet with the forms of its rows, of a new row, and of pasted lines."""

    sheet: Sheet
    title: Promise
    help: Promise
    paste_help: Promise
    rows: list[PieceForm]
    new: PieceForm
    paste: PasteForm

    @property
    def kind(self) -> str:
        """Which sheet it is."""
        return self.sheet.kind

    @property
    def is_wide(self) -> bool:
        """It has more columns than fit beside each other on a small screen."""
        return len(self.new.fields) > 3


def shown(
    sheet: Sheet, *, form: PieceForm | None = None, paste: Any = None, focus: bool = False
) -> ShownSheet:
    """A sheet; a form or pasted lines that were just sent stand in their place."""
    sent = form if form is not None and form.sheet.kind == sheet.kind else None
    rows = [
        sent if sent is not None and sent.record == one else row_form(sheet, record=one)
        for one in sheet.rows
    ]
    above = rows[-1].record if rows else None
    new = sent if sent is not None and sent.record is None else next_row(sheet, above, focus=focus)
    title, words, paste_words = TITLES[sheet.kind]
    return ShownSheet(
        sheet, title, words, paste_words, rows, new, paste or PasteForm(kind=sheet.kind)
    )


def shown_sheets(activity: Activity, sent: ShownSheet | None = None) -> list[ShownSheet]:
    """All sheets of an activity; the one that was just sent stands in its place."""
    return [
        sent if sent is not None and sent.kind == kind else shown(Sheet(activity, kind))
        for kind in FORMS
    ]
