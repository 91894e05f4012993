"""Erase a person: what is about her goes, what she did stays under a pseudonym."""

import json
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend
from plaza.ledger.models import Entry
from plaza.network.models import ContactPoint, Person, Role
from plaza.network.personal import erasers
from plaza.network.queries.traces import (
    Traces,
    contacts_of,
    deeds_about,
    still_there,
    traces_of,
)
from plaza.web.refusals import Refused

BATCH = 500


@transaction.atomic
def erase_person(person: Person, *, by: Any) -> None:
    """Take away all that is about a person and put a pseudonym in her place; there is no way back.

    Deeds and frozen figures stay true: they name the pseudonym from then on.
    """
    if person.is_system or person.erased_at is not None:
        raise Refused(_("There is nobody to erase here."))
    _refuse_the_last_one(person)
    traces = traces_of(person)
    for erase in erasers():
        erase(person)
    parts = [*person.affiliations.all(), *person.roles.all(), *contacts_of(traces)]
    about = deeds_about(person, traces, parts)
    for part in parts:
        part.delete()
    _end_sessions(person, traces)
    person.emailaddress_set.all().delete()  # type: ignore[attr-defined]
    person.authenticator_set.all().delete()  # type: ignore[attr-defined]
    amend(
        person,
        by=by,
        verb="erase",
        name=traces.pseudonym,
        is_active=False,
        erased_at=timezone.now(),
        language="en",
        time_zone="UTC",
    )
    last = Entry.objects.filter(subject_id=str(person.pk), verb="erase").values_list(
        "pk", flat=True
    )
    _rename_in_ledger([*about, *last], traces)


def _end_sessions(person: Person, traces: Traces) -> None:
    """She is signed in nowhere, and no sign-in that somebody began keeps her address."""
    for session in Session.objects.iterator():
        kept = session.get_decoded()
        begun = json.dumps(kept.get("account_login"), ensure_ascii=False).casefold()
        if kept.get(SESSION_KEY) == str(person.pk) or any(
            address in begun for address in traces.addresses
        ):
            session.delete()


def _refuse_the_last_one(person: Person) -> None:
    running = Role.objects.filter(kind=Role.Kind.SECRETARIAT, person__is_active=True)
    if running.filter(person=person).exists() and not running.exclude(person=person).exists():
        raise Refused(
            _("%(name)s is the only one who runs the network. Give the role to somebody first.")
            % {"name": person}
        )


def _rename_in_ledger(about: list[int], traces: Traces) -> None:
    known = still_there(ContactPoint)
    for start in range(0, len(about), BATCH):
        batch = Entry.objects.filter(pk__in=about[start : start + BATCH])
        for entry in batch.select_related("part_type"):
            part, changes = entry.part, entry.changes
            if _is_of_contact(entry) and entry.part_id not in known:
                part, changes = traces.pseudonym, _nameless(changes, traces.pseudonym)
            Entry.objects.filter(pk=entry.pk).update(
                subject_label=traces.without(entry.subject_label),
                part=traces.without(part),
                note=traces.without(entry.note),
                changes=traces.without(changes),
            )


def _is_of_contact(entry: Entry) -> bool:
    return entry.part_type is not None and entry.part_type.model_class() is ContactPoint


def _nameless(changes: dict[str, Any], pseudonym: str) -> dict[str, Any]:
    """What was written of a contact at her address, whatever name it went by."""
    return {
        key: [pseudonym if one else one for one in pair] if key in {"name", "mail"} else pair
        for key, pair in changes.items()
    }
