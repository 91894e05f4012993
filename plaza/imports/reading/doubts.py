"""Every doubt the engine can have, by code: its sentence, and whether it keeps a field unsure."""

from __future__ import annotations

from plaza.imports.reading.found import Doubt, Json
from plaza.imports.reading.marks import gettext_noop

BLOCKING = {
    "year_missing": gettext_noop("The date has no year."),
    "year_from_context": gettext_noop("The date has no year; {year} is taken from the document."),
    "day_or_month": gettext_noop("The day and the month of this date could be swapped."),
    "weekday_differs": gettext_noop("The printed weekday does not fit the date."),
    "end_before_start": gettext_noop("The end lies before the start."),
    "period_not_understood": gettext_noop("The words do not say a date that is understood."),
    "number_not_understood": gettext_noop("No number is found in these words."),
    "number_vague": gettext_noop("The number is printed as “{qualifier}”, so it is not exact."),
    "structure_not_understood": gettext_noop(
        "The words do not say how many sessions of which length."
    ),
    "mode_unknown": gettext_noop("It is not said whether this is online or on site."),
    "country_not_understood": gettext_noop("The country is not recognised."),
    "language_not_understood": gettext_noop("The language is not recognised."),
    "split_offered": gettext_noop(
        "These words may hold several organisations. Please choose how to part them."
    ),
    "name_unlike": gettext_noop("This does not look like the name of an organisation."),
    "title_guessed": gettext_noop("The title is not marked as one; it is taken from its place."),
    "title_missing": gettext_noop("No title is found."),
    "only_beginning": gettext_noop("The document is long, so only its first pages were searched."),
    "layout_unclear": gettext_noop(
        "The document has none of the known layouts, so please check everything."
    ),
    "nothing_found": gettext_noop("Nothing was found that could become a record."),
    "pairing_unclear": gettext_noop("It is not clear which facts belong to which title."),
    "role_from_text": gettext_noop("The part this organisation played is taken from a sentence."),
    "from_sentence": gettext_noop("This is taken from a sentence, not from a label."),
    "link_misspelt": gettext_noop(
        "The address looks misspelt: its neighbours say “{sibling}”, this “{token}”."
    ),
    "link_unfit": gettext_noop("The address speaks of something else than the text beside it."),
    "file_against_title": gettext_noop("The name of the file does not fit the title."),
    "part_unclear": gettext_noop("It is not clear to which part this file belongs."),
    "values_differ": gettext_noop("The document says this twice and not alike: “{other}”."),
    "shape_unusual": gettext_noop("The value does not look like one for this label."),
    "contact_without_mail": gettext_noop("The contact has no mail address."),
    "column_unsure": gettext_noop("The column was recognised by its values, not by its heading."),
    "formula_without_value": gettext_noop("The cell holds a formula without a stored result."),
    "row_doubtful": gettext_noop("Only one cell of this row is filled; it looks like a note."),
    "row_above": gettext_noop("The row stands above the headings."),
    "row_total": gettext_noop("The row is a total."),
    "row_heading": gettext_noop("The row repeats the headings."),
    "row_group": gettext_noop("The row is a heading for the rows below it."),
    "row_nameless": gettext_noop("The row has no name or title."),
    "names_and_mails": gettext_noop("There are not as many names as mail addresses in this row."),
    "currency_missing": gettext_noop("The amount has no currency."),
    "unlabelled": gettext_noop("The value has no label; it is recognised by its form."),
    "hyphen_unclear": gettext_noop(
        "A word is broken at the end of a line; it may be written with a hyphen."
    ),
}
OPEN = {
    "overlap_unknown": gettext_noop(
        "The source does not say whether some people are in both groups."
    ),
    "persons_or_attendances": gettext_noop(
        "The source does not say whether these are persons or attendances."
    ),
    "heading_shared": gettext_noop(
        "The same heading stands above another activity; both are kept."
    ),
    "stage_against_state": gettext_noop(
        "The activity is {state}, so please check what is really finished."
    ),
    "shortened": gettext_noop("The first words of a longer text are taken as its title."),
    "listed_twice": gettext_noop("The document lists this more than once; it is kept as one."),
    "spelling_differs": gettext_noop("Printed as “{printed}”."),
    "country_shared": gettext_noop("The country follows the host; the venue may lie elsewhere."),
    "link_repeated": gettext_noop("The address is printed {times} times."),
    "label_empty": gettext_noop("The label “{label}” has no value."),
    "label_unknown": gettext_noop("What stands at “{label}” was not read: the label is not known."),
    "file_by_order": gettext_noop("The file is placed by its order among the links."),
}


def doubt(code: str, **params: Json) -> Doubt:
    """The doubt of that code, its blanks filled."""
    blocks = code in BLOCKING
    sentence = BLOCKING[code] if blocks else OPEN[code]
    return Doubt(code, sentence.format(**params), params, blocks)
