"""Every doubt the engine can have, by code: its sentence, and whether it keeps a field unsure."""

from __future__ import annotations

from plaza.imports.reading.found import Doubt, Json

BLOCKING = {
    "year_missing": "The date has no year.",
    "year_from_context": "The date has no year; {year} is taken from the document.",
    "day_or_month": "The day and the month of this date could be swapped.",
    "weekday_differs": "The printed weekday does not fit the date.",
    "end_before_start": "The end lies before the start.",
    "period_not_understood": "The words do not say a date that is understood.",
    "number_not_understood": "No number is found in these words.",
    "number_vague": "The number is printed as “{qualifier}”, so it is not exact.",
    "structure_not_understood": "The words do not say how many sessions of which length.",
    "mode_unknown": "It is not said whether this is online or on site.",
    "country_not_understood": "The country is not recognised.",
    "language_not_understood": "The language is not recognised.",
    "split_offered": "These words may hold several organisations. Please choose how to part them.",
    "name_unlike": "This does not look like the name of an organisation.",
    "title_guessed": "The title is not marked as one; it is taken from its place.",
    "title_missing": "No title is found.",
    "only_beginning": "The document is long, so only its first pages were searched.",
    "layout_unclear": "The document has none of the known layouts, so please check everything.",
    "nothing_found": "Nothing was found that could become a record.",
    "pairing_unclear": "It is not clear which facts belong to which title.",
    "role_from_text": "The part this organisation played is taken from a sentence.",
    "from_sentence": "This is taken from a sentence, not from a label.",
    "link_misspelt": "The address looks misspelt: its neighbours say “{sibling}”, this “{token}”.",
    "link_unfit": "The address speaks of something else than the text beside it.",
    "file_against_title": "The name of the file does not fit the title.",
    "part_unclear": "It is not clear to which part this file belongs.",
    "values_differ": "The document says this twice and not alike: “{other}”.",
    "shape_unusual": "The value does not look like one for this label.",
    "contact_without_mail": "The contact has no mail address.",
    "column_unsure": "The column was recognised by its values, not by its heading.",
    "formula_without_value": "The cell holds a formula without a stored result.",
    "row_doubtful": "Only one cell of this row is filled; it looks like a note.",
    "row_above": "The row stands above the headings.",
    "row_total": "The row is a total.",
    "row_heading": "The row repeats the headings.",
    "row_group": "The row is a heading for the rows below it.",
    "row_nameless": "The row has no name or title.",
    "names_and_mails": "There are not as many names as mail addresses in this row.",
    "currency_missing": "The amount has no currency.",
    "unlabelled": "The value has no label; it is recognised by its form.",
    "hyphen_unclear": "A word is broken at the end of a line; it may be written with a hyphen.",
}
OPEN = {
    "overlap_unknown": "The source does not say whether some people are in both groups.",
    "persons_or_attendances": "The source does not say whether these are persons or attendances.",
    "heading_shared": "The same heading stands above another activity; both are kept.",
    "stage_against_state": "The activity is {state}, so please check what is really finished.",
    "shortened": "The first words of a longer text are taken as its title.",
    "listed_twice": "The document lists this more than once; it is kept as one.",
    "spelling_differs": "Printed as “{printed}”.",
    "country_shared": "The country follows the host; the venue may lie elsewhere.",
    "link_repeated": "The address is printed {times} times.",
    "label_empty": "The label “{label}” has no value.",
    "label_unknown": "What stands at “{label}” was not read: the label is not known.",
    "file_by_order": "The file is placed by its order among the links.",
}


def doubt(code: str, **params: Json) -> Doubt:
    """The doubt of that code, its blanks filled."""
    blocks = code in BLOCKING
    sentence = BLOCKING[code] if blocks else OPEN[code]
    return Doubt(code, sentence.format(**params), params, blocks)
