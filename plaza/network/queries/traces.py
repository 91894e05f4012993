"""Where else a person is named: her names of all times, her addresses, and deeds about her."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from plaza.ledger.models import Entry
from plaza.network.models import Affiliation, ContactPoint, Person, Role

SPACES = r"\s+"
PARTS = (Affiliation, Role, ContactPoint)


@dataclass(frozen=True)
class Traces:
    """How a person is named anywhere: the names she has or had, and her mail addresses.

    Other rooms use it to find her in what they keep and to put a pseudonym in her place.
    """

    names: frozenset[str]
    addresses: frozenset[str]
    pseudonym: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Her names and her addresses as whole words.

        Addresses and names of several words are hers in any case and with any spaces; a first
        name alone, only as it is written.
        """
        ways = [_written(one) for one in _longest_first(self.names)]
        ways += [f"(?i:{re.escape(one)})" for one in _longest_first(self.addresses)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)" if ways else r"(?!)")

    def names_her(self, words: str) -> bool:
        """Whether she is named in these words."""
        return self.pattern.search(words) is not None

    def is_hers(self, address: str) -> bool:
        """Whether a mail address is one of hers, whatever the case."""
        return address.strip().casefold() in self.addresses

    def without(self, value: Any) -> Any:
        """Words, or a JSON value, with the pseudonym in her place."""
        if isinstance(value, dict):
            return {key: self.without(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.without(item) for item in value]
        return self.pattern.sub(self.pseudonym, value) if isinstance(value, str) else value


def traces_of(person: Person) -> Traces:
    """The names and addresses of a person; to be asked before she is erased."""
    addresses = person.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
    return Traces(
        names=frozenset(name for name in {person.name, *_earlier_names(person)} if name.strip()),
        addresses=frozenset(one.strip().casefold() for one in addresses),
        pseudonym=_("Erased person %(number)s") % {"number": person.pk.hex[:6]},
    )


def contacts_of(traces: Traces) -> list[ContactPoint]:
    """The contacts of organisations that are written to at one of her addresses."""
    found = ContactPoint.objects.exclude(mail="").select_related("organisation").order_by("pk")
    return [one for one in found if traces.is_hers(one.mail)]


def deeds_about(person: Person, traces: Traces, parts: list[Any]) -> list[int]:
    """The deeds that are about a person or about what belongs to her, or that name her."""
    named = _mentioning(person)
    for address in traces.addresses:
        for column in ("changes", "note", "part", "subject_label"):
            named |= Q(**{f"{column}__icontains": address})
    of_parts = Q(pk__in=[])
    for part in parts:
        of_parts |= Q(part_type=_type_of(part), part_id=str(part.pk))
    for model in PARTS:
        gone = Entry.objects.filter(named, part_type=_type_of(model)).values_list("part_id")
        numbers = {number for (number,) in gone.distinct()} - still_there(model)
        of_parts |= Q(part_type=_type_of(model), part_id__in=numbers)
    return list(Entry.objects.filter(named | of_parts).values_list("pk", flat=True))


def still_there(model: type[Model]) -> set[str]:
    """The numbers of all rows of a noun, as the ledger writes them."""
    return {str(number) for number in model._default_manager.values_list("pk", flat=True)}


def _earlier_names(person: Person) -> set[str]:
    found = set()
    for entry in Entry.objects.filter(_mentioning(person)).select_related("subject_type"):
        if entry.subject_id == str(person.pk):
            if not entry.part:
                found.add(entry.subject_label)
            found |= {one for one in entry.changes.get("name") or () if isinstance(one, str)}
        found |= _names_in(entry.changes, str(person.pk))
    return found


def _names_in(value: Any, number: str) -> set[str]:
    """What a record of this number is called within the changes of a deed."""
    if isinstance(value, list):
        return set().union(*(_names_in(one, number) for one in value))
    if not isinstance(value, dict):
        return set()
    own = {value["name"]} if value.get("id") == number and "name" in value else set()
    return own.union(*(_names_in(one, number) for one in value.values()))


def _mentioning(person: Person) -> Q:
    own = Q(subject_type=_type_of(person), subject_id=str(person.pk))
    return own | Q(changes__icontains=str(person.pk))


def _type_of(record: Model | type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(record)


def _written(name: str) -> str:
    words = [re.escape(word) for word in name.split()]
    return f"(?i:{SPACES.join(words)})" if len(words) > 1 else re.escape(name)


def _longest_first(words: frozenset[str]) -> list[str]:
    return sorted(words, key=lambda one: (-len(one), one))
