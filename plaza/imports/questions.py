"""The questions a found field can ask, and the answers that are offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plaza.imports.items import Item

Words = str | Promise


@dataclass(frozen=True)
class Answer:
    """One button: what it says, and what it stands for."""

    choice: str
    words: Words
    is_main: bool = False


@dataclass(frozen=True)
class Question:
    """One question of a field with its answers; the likeliest one is the main button."""

    code: str
    words: Words
    answers: tuple[Answer, ...]


OPEN: Mapping[str, tuple[Words, str, tuple[Answer, ...]]] = {
    "overlap_unknown": (
        gettext_lazy("Are some people in both groups?"),
        "overlap",
        (
            Answer("some", gettext_lazy("Yes")),
            Answer("known_none", gettext_lazy("No")),
            Answer("unknown", gettext_lazy("The source does not say"), is_main=True),
        ),
    ),
    "persons_or_attendances": (
        gettext_lazy("Are these persons, or is who came twice counted twice?"),
        "counted",
        (
            Answer("persons", gettext_lazy("Persons")),
            Answer("attendances", gettext_lazy("Counted each time")),
            Answer("unknown", gettext_lazy("The source does not say"), is_main=True),
        ),
    ),
}


def question_of(item: Item) -> Question | None:
    """What a person is asked about a field, the gravest first; None where nothing is open."""
    if not item.waits:
        return None
    codes = {doubt["code"] for doubt in item.doubts}
    if "split_offered" in codes:
        return _split(item)
    if codes & {"name_near", "name_shared"}:
        return _same_organisation(item)
    if "record_differs" in codes:
        return _differs()
    if not item.sure and item.has_value:
        return _as_printed(item)
    for code in codes & OPEN.keys():
        words, _name, answers = OPEN[code]
        return Question(code, words, answers)
    return None


def _split(item: Item) -> Question:
    offers: list[list[str]] = item.value.get("alternatives") or [[item.value["name"]]]
    answers = tuple(
        Answer(str(place), " | ".join(names), is_main=place == 0)
        for place, names in enumerate(offers)
    )
    return Question("split", _("Which organisations are these?"), answers)


def _same_organisation(item: Item) -> Question:
    match: dict[str, Any] = item.match or {}
    others = [one for one in match.get("others", []) if one["id"] != match.get("id")]
    answers = (
        Answer(f"id:{match.get('id')}", _("Yes, %(name)s") % match, is_main=True),
        *(Answer(f"id:{one['id']}", _("No, it is %(name)s") % one) for one in others[:3]),
        Answer("new", _("No, a new one")),
    )
    words = _("Is this the same organisation as %(name)s?") % match
    return Question("organisation", words, answers)


def _differs() -> Question:
    return Question(
        "record",
        _("The record says something else. Which one holds?"),
        (
            Answer("take", _("What the document says"), is_main=True),
            Answer("leave", _("What the record says")),
        ),
    )


def _as_printed(item: Item) -> Question:
    words = _("Is it right?")
    if item.name in ("link", "file"):
        words = _("Keep it as printed, marked as doubtful?")
    return Question(
        "printed",
        words,
        (Answer("take", _("Yes, take it"), is_main=True), Answer("leave", _("No, leave it out"))),
    )
