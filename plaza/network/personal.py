"""What each personal field is for and when it ends; a model says so in `PERSONAL`.

`PERSONAL` names every field of a model that is about a person; `None` means that the field says
nothing about her. Fields that say who did something (`PROTECT` to a person) need no entry: deeds
stay, and after an erasure they carry a pseudonym.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import PROTECT, EmailField, ForeignKey, Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class Personal(NamedTuple):
    """Why a field is kept, and until when."""

    purpose: str | Promise
    until: str | Promise


Declaration = Mapping[str, Personal | None]
TO_SIGN_IN = Personal(_("so that you can sign in"), _("until you take it out or are erased"))

FOREIGN: dict[str, Declaration] = {
    "network.Network": {"membership_mail": None},
    "account.EmailAddress": {
        "user": None,
        "email": TO_SIGN_IN,
        "verified": None,
        "primary": None,
    },
    "mfa.Authenticator": {
        "user": None,
        "type": None,
        "data": TO_SIGN_IN,
        "created_at": TO_SIGN_IN,
        "last_used_at": TO_SIGN_IN,
    },
}


# What a page calls a model and its fields where the package that holds them has no words for it.
FOREIGN_WORDS: dict[str, Mapping[str, str | Promise]] = {
    "mfa.Authenticator": {
        "": _("passkey"),
        "data": _("public part of the key"),
        "created_at": _("added at"),
        "last_used_at": _("last used at"),
    },
}


class Mention(NamedTuple):
    """A place in a room where a person is named without a row being hers: a sheet, a text.

    `key` is the noun for machines (`imports.document`), `field` says where in it, `words` what
    stands there about her.
    """

    noun: str
    key: str
    field: str
    words: str
    why: Personal


_erasers: list[Callable[[Any], None]] = []
_finders: list[Callable[[Any], Iterable[Mention]]] = []


def register_erasure(eraser: Callable[[Any], None]) -> None:
    """A higher room says what of its own ends when a person is erased.

    It is called before her name and her addresses go, within the same transaction;
    `network.queries.traces.traces_of` tells how she may be named and what stands in her place.
    """
    if eraser not in _erasers:
        _erasers.append(eraser)


def erasers() -> tuple[Callable[[Any], None], ...]:
    """What else is to be done when a person is erased."""
    return tuple(_erasers)


def register_mentions(finder: Callable[[Any], Iterable[Mention]]) -> None:
    """A higher room says where it names a person; she reads it with all that is kept of her."""
    if finder not in _finders:
        _finders.append(finder)


def finders() -> tuple[Callable[[Any], Iterable[Mention]], ...]:
    """Who finds what other rooms say about a person."""
    return tuple(_finders)


def declaration_of(model: type[Model]) -> Declaration:
    """What a model says about its personal fields; nothing where it holds none."""
    declared: Declaration | None = getattr(model, "PERSONAL", None)
    return declared if declared is not None else FOREIGN.get(model._meta.label, {})


def noun_of(model: type[Model]) -> str | Promise:
    """What a page calls a row of a model."""
    known = FOREIGN_WORDS.get(model._meta.label, {})
    return known.get("") or model._meta.verbose_name or model.__name__


def label_of(model: type[Model], field: str) -> str | Promise:
    """What a page calls a field of a model."""
    known = FOREIGN_WORDS.get(model._meta.label, {})
    label: str | Promise = getattr(model._meta.get_field(field), "verbose_name", field)
    return known.get(field) or label


class Purpose(NamedTuple):
    """One field about people as a page of privacy names it."""

    noun: str
    field: str
    purpose: str | Promise
    until: str | Promise


def every_purpose() -> list[Purpose]:
    """All personal fields of all rooms, with their purpose and their end."""
    return [
        Purpose(
            capfirst(str(noun_of(model))),
            str(label_of(model, name)),
            *personal,
        )
        for model in apps.get_models()
        for name, personal in declaration_of(model).items()
        if personal is not None
    ]


def way_to_person(model: type[Model]) -> str:
    """The field by which a row belongs to a person, or nothing."""
    person = apps.get_model("network", "Person")
    if model is person:
        return "pk"
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is person and not _is_deed(field):
            return field.name
    return ""


def undeclared_fields() -> list[str]:
    """Personal fields that no declaration names; the list is empty, or a test fails."""
    return sorted(
        f"{model._meta.label}.{field}"
        for model in apps.get_models()
        for field in _fields_about_people(model)
        if field not in declaration_of(model)
    )


def _fields_about_people(model: type[Model]) -> list[str]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    if way_to_person(model) or hasattr(model, "PERSONAL"):
        return [
            field.name
            for field in fields
            if not (isinstance(field, ForeignKey) and field.remote_field.on_delete is PROTECT)
        ]
    return [field.name for field in fields if isinstance(field, EmailField)]


def _is_deed(field: Any) -> bool:
    return field.remote_field.on_delete is PROTECT
