"""Deeds in words: who did what, with before and after as people read them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel.dates import format_datetime
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from plaza.ledger.models import Entry
from plaza.ledger.queries import entries_of
from plaza.web.periods import date_words
from plaza.web.text import Text, TextField

Words = str | Promise
LONGEST = 300

_WHOLE: dict[str, Words] = {
    "create": lazy("%(who)s entered it."),
    "amend": lazy("%(who)s changed it."),
    "remove": lazy("%(who)s took it out."),
    "publish": lazy("%(who)s showed it to everybody."),
    "share": lazy("%(who)s showed it to members."),
    "hide": lazy("%(who)s took it back to the desk."),
    "merge": lazy("%(who)s made “%(part)s” one with another record."),
    "take_in": lazy("%(who)s took “%(note)s” in."),
}
_PART: dict[str, Words] = {
    "create": lazy("%(who)s added the %(noun)s “%(part)s”."),
    "amend": lazy("%(who)s changed the %(noun)s “%(part)s”."),
    "remove": lazy("%(who)s took out the %(noun)s “%(part)s”."),
    "merge": lazy("%(who)s made two records one: this touched the %(noun)s “%(part)s”."),
    "move": lazy("%(who)s moved the %(noun)s “%(part)s”."),
}
_rooms: dict[tuple[str, str], Words] = {}


@dataclass(frozen=True)
class Change:
    """One field with what it held before and after, in words; empty is nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """One deed as a person reads it."""

    when: str
    sentence: str
    changes: list[Change]
    note: str = ""


def register_verbs(room: str, sentences: Mapping[str, Words]) -> None:
    """Say a room's verbs in sentences with `%(who)s`; called from its `apps.ready`.

    Beside it `%(part)s` and `%(noun)s` name a piece of the record, where the deed was done to one.
    """
    _rooms.update({(room, verb): sentence for verb, sentence in sentences.items()})


def history_of(subject: Model, *, most: int = 50) -> list[Told]:
    """The latest deeds done to a record and its parts, the newest first."""
    entries = entries_of(subject).select_related("subject_type", "part_type")
    return [told(entry) for entry in entries[:most]]


def told(entry: Entry) -> Told:
    """An entry in words of the active language."""
    kind = (entry.part_type or entry.subject_type).model_class()
    changes = [
        Change(
            field_name(kind, name),
            value_words(kind, name, pair[0]),
            value_words(kind, name, pair[1]),
        )
        for name, pair in entry.changes.items()
        if is_told(kind, name)
    ]
    return Told(moment_words(entry.at), _sentence(entry, kind), changes, entry.note)


def moment_words(moment: dt.datetime) -> str:
    """A day and a time in the reader's zone."""
    here = timezone.localtime(moment)
    return format_datetime(here, "d MMMM y, HH:mm", locale=page_locale())


def page_locale() -> str:
    """The locale in which dates are written on this page."""
    return (get_language() or "en").replace("-", "_").replace("en", "en_GB", 1)


def field_name(model: type[Model] | None, name: str) -> str:
    """What a field is called on screen."""
    field = _field(model, name)
    return str(getattr(field, "verbose_name", "") or name.replace("_", " "))


def value_words(model: type[Model] | None, name: str, value: Any) -> str:
    """A stored JSON form as a person reads it; empty where nothing is held."""
    field = _field(model, name)
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if in_words := getattr(field, "in_words", None):
        return str(in_words(value))
    if field is not None and getattr(field, "choices", None) and not isinstance(value, dict):
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, TextField) and isinstance(value, dict):
        return _texts(value)
    if isinstance(value, dict) and value.keys() == {"moved", "same"}:
        return _("%(moved)s moved, %(same)s were there already") % value
    if isinstance(value, dict):
        return str(value.get("name") or ", ".join(f"{k}: {v}" for k, v in value.items()))
    if isinstance(value, list):
        return ", ".join(value_words(None, "", each) for each in value)
    return _dates(field, value)


def _sentence(entry: Entry, kind: type[Model] | None) -> str:
    part = bool(entry.part)
    sentence = _rooms.get((entry.room, entry.verb)) or (_PART if part else _WHOLE).get(entry.verb)
    noun = str(kind._meta.verbose_name) if kind is not None else ""
    return str(sentence or _("%(who)s did “%(verb)s”.")) % {
        "who": entry.by.name,
        "verb": entry.verb,
        "part": Truncator(entry.part or entry.subject_label).chars(80).rstrip(". "),
        "noun": noun,
        "note": entry.note,
    }


def is_told(model: type[Model] | None, name: str) -> bool:
    """What only the machine needs stays out: order, sort forms, stamps, the whole of a part."""
    field = _field(model, name)
    if field is None:
        return True
    plumbing = name in {"id", "position", "slug"} or name == _whole_name(model)
    return bool(getattr(field, "editable", True) or name == "state") and not plumbing


def _whole_name(model: type[Model] | None) -> str:
    whole = getattr(model, "ledger_whole", None)
    kind = getattr(getattr(whole, "fget", None), "__annotations__", {}).get("return")
    return str(kind._meta.model_name) if isinstance(kind, type) and issubclass(kind, Model) else ""


def _field(model: type[Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model is not None else None
    except FieldDoesNotExist:
        return None


def _texts(value: Mapping[str, str]) -> str:
    text = Text(value)
    if len(text) == 1:
        return Truncator(str(text)).chars(LONGEST)
    each = (f"{tag}: {Truncator(words).chars(LONGEST)}" for tag, words in text.items())
    return " / ".join(each)


def _dates(field: Any, value: Any) -> str:
    kind = field.get_internal_type() if field is not None else ""
    if kind == "DateField" and (day := parse_date(str(value))) is not None:
        return date_words(day)
    if kind == "DateTimeField" and (moment := parse_datetime(str(value))) is not None:
        return moment_words(moment)
    return Truncator(str(value)).chars(LONGEST)
