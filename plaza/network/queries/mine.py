"""What is stored about a person: each field with its purpose and its end."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model
from django.utils.text import capfirst

from plaza.ledger.models import Entry
from plaza.ledger.values import plain
from plaza.ledger.words import value_words
from plaza.network.models import ContactPoint, Person
from plaza.network.personal import (
    Declaration,
    Mention,
    declaration_of,
    finders,
    label_of,
    noun_of,
    way_to_person,
)
from plaza.network.queries.traces import contacts_of, traces_of


class Field(NamedTuple):
    """One field about a person: what it is called, what it holds, why, and until when."""

    name: str
    key: str
    words: str
    value: Any
    purpose: str
    until: str


class Kept(NamedTuple):
    """One record about a person."""

    noun: str
    key: str
    fields: list[Field]


def my_data(person: Person) -> list[Kept]:
    """Everything that is stored about a person, record by record."""
    found = [
        _kept(model, row, declared)
        for model, declared in _about_people()
        for row in _rows(model, person)
    ]
    contacts = contacts_of(traces_of(person))
    found += [_kept(ContactPoint, row, declaration_of(ContactPoint)) for row in contacts]
    return found + [_mentioned(one) for finder in finders() for one in finder(person)]


def my_deeds(person: Person) -> int:
    """How many deeds are written down under a person's name."""
    return Entry.objects.filter(by=person).count()


def my_data_as_json(person: Person) -> dict[str, Any]:
    """The same as plain values, with the deeds."""
    deeds = Entry.objects.filter(by=person).order_by("id")
    return {
        "person": str(person.pk),
        "records": [
            {"kind": kept.key, "fields": {field.key: field.value for field in kept.fields}}
            for kept in my_data(person)
        ],
        "deeds": [
            {"at": at.isoformat(), "room": room, "verb": verb, "to": label}
            for at, room, verb, label in deeds.values_list("at", "room", "verb", "subject_label")
        ],
    }


def _about_people() -> Iterator[tuple[type[Model], Declaration]]:
    for model in apps.get_models():
        declared = declaration_of(model)
        if declared and way_to_person(model):
            yield model, declared


def _rows(model: type[Model], person: Person) -> Any:
    return model._base_manager.filter(**{way_to_person(model): person.pk}).order_by("pk")


def _mentioned(one: Mention) -> Kept:
    """A place in another room where she is named, in the form of a record."""
    purpose, until = str(one.why.purpose), str(one.why.until)
    field = Field(one.field, "words", one.words, one.words, purpose, until)
    return Kept(one.noun, one.key, [field])


def _kept(model: type[Model], row: Model, declared: Declaration) -> Kept:
    fields = []
    for name, personal in declared.items():
        value = plain(getattr(row, name)) if personal is not None else None
        if personal is None or value in (None, "", [], {}):
            continue
        label = label_of(model, name)
        words = value_words(model, name, value)
        fields.append(
            Field(
                capfirst(str(label)), name, words, value, str(personal.purpose), str(personal.until)
            )
        )
    return Kept(capfirst(str(noun_of(model))), model._meta.label_lower, fields)
