"""Doubts that only the records can raise, and all doubts as sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, gettext_noop

from plaza.imports.faults import sentence_of
from plaza.imports.reading.doubts import BLOCKING, OPEN
from plaza.imports.reading.source import Unreadable

OWN = {
    "name_near": gettext_noop("Is this the same organisation as %(name)s?"),
    "name_shared": gettext_noop("Several organisations go by this name. Please choose one."),
    "record_near": gettext_noop("This may be the record “%(name)s”. Please choose."),
    "record_differs": gettext_noop("The record says something else: %(ours)s."),
    "year_unknown": gettext_noop("It is not said for which year this counts. Please write it."),
    "language_missing": gettext_noop("The language is not named; the page is in %(language)s."),
    "organisation_missing": gettext_noop("It is not said which organisation this belongs to."),
    "organisation_unknown": gettext_noop("No organisation of this name is known yet."),
    "figure_year_unknown": gettext_noop("It is not said of which years the number speaks."),
    "value_unusable": gettext_noop("These words have no form yet that a record can hold."),
    "refused": gettext_noop("%(sentence)s"),
    "kind_guessed": gettext_noop("The kind is guessed from the title."),
    "kind_unknown": gettext_noop("This is not one of the kinds the library knows."),
    "stays_changed": gettext_noop("“%(name)s” stays: somebody changed it since."),
    "stays_in_use": gettext_noop("“%(name)s” stays: other records point to it."),
    "work_stopped": gettext_noop("The work stopped on the way. What is done stays; begin again."),
    "indicator_unknown": gettext_noop("It is not clear what this number counts."),
}

OF_WORK = {"stays_changed", "stays_in_use", "work_stopped", "unreadable"}


def sentence(doubt: Mapping[str, Any]) -> str:
    """A doubt as a sentence in the reader's language."""
    code, params = doubt["code"], doubt["params"]
    if code in OWN:
        return str(gettext(OWN[code]) % params)
    if code == "unreadable":
        why = {name: value for name, value in params.items() if name != "why"}
        return sentence_of(Unreadable(params["why"], **why))
    engine = BLOCKING.get(code) or OPEN.get(code)
    return gettext(engine).format(**params) if engine else str(doubt["sentence"])
