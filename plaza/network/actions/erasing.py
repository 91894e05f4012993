"""Erase a person: what is about her goes, what she did stays under a pseudonym."""

import re
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend
from plaza.ledger.models import Entry
from plaza.network.models import ContactPoint, Person, Role
from plaza.network.personal import erasers
from plaza.web.refusals import Refused


@transaction.atomic
def erase_person(person: Person, *, by: Any) -> None:
    """Take away all that is about a person and put a pseudonym in her place; there is no way back.

    Deeds and frozen figures stay true: they name the pseudonym from then on.
    """
    if person.is_system or person.erased_at is not None:
        raise Refused(_("There is nobody to erase here."))
    _refuse_the_last_one(person)
    names = _names_of(person)
    pseudonym = _("Erased person %(number)s") % {"number": person.pk.hex[:6]}
    for erase in erasers():
        erase(person)
    parts = [*person.affiliations.all(), *ContactPoint.objects.filter(mail__in=names)]
    about = _entries_about(person, parts)
    for part in parts:
        part.delete()
    person.roles.all().delete()
    person.emailaddress_set.all().delete()  # type: ignore[attr-defined]
    person.authenticator_set.all().delete()  # type: ignore[attr-defined]
    amend(
        person,
        by=by,
        verb="erase",
        name=pseudonym,
        is_active=False,
        erased_at=timezone.now(),
        language="en",
        time_zone="UTC",
    )
    _rename_in_ledger(about, names, pseudonym)


def _refuse_the_last_one(person: Person) -> None:
    running = Role.objects.filter(kind=Role.Kind.SECRETARIAT, person__is_active=True)
    if running.filter(person=person).exists() and not running.exclude(person=person).exists():
        raise Refused(
            _("%(name)s is the only one who runs the network. Give the role to somebody first.")
            % {"name": person}
        )


def _names_of(person: Person) -> set[str]:
    addresses = person.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
    return {person.name, *addresses}


def _entries_about(person: Person, parts: list[Any]) -> Q:
    """Entries about the person or about what goes with her, or that mention her as a value."""
    about = Q(subject_type=_type_of(person), subject_id=str(person.pk))
    for part in parts:
        about |= Q(part_type=_type_of(part), part_id=str(part.pk))
    return about | Q(changes__icontains=str(person.pk))


def _type_of(record: Any) -> ContentType:
    return ContentType.objects.get_for_model(record)


def _rename_in_ledger(about: Q, names: set[str], pseudonym: str) -> None:
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    pattern = re.compile(rf"(?<!\w)(?:{known})(?!\w)")
    for entry in Entry.objects.filter(about):
        Entry.objects.filter(pk=entry.pk).update(
            subject_label=pattern.sub(pseudonym, entry.subject_label),
            part=pattern.sub(pseudonym, entry.part),
            note=pattern.sub(pseudonym, entry.note),
            changes=_scrubbed(entry.changes, pattern, pseudonym),
        )


def _scrubbed(value: Any, pattern: re.Pattern[str], pseudonym: str) -> Any:
    if isinstance(value, dict):
        return {key: _scrubbed(item, pattern, pseudonym) for key, item in value.items()}
    if isinstance(value, list):
        return [_scrubbed(item, pattern, pseudonym) for item in value]
    return pattern.sub(pseudonym, value) if isinstance(value, str) else value
