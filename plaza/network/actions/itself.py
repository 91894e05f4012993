"""Verbs of the network itself."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.ledger.actions import amend, create
from plaza.network.actions.people import record_person
from plaza.network.models import Network, Person, Role
from plaza.web.refusals import Refused


@transaction.atomic
def set_up_network(*, by: Any, **facts: Any) -> Network:
    """Say what the network is called and how it looks; the first time opens its doors."""
    network = Network.objects.first()
    if network is None:
        network = Network.empty()
        network.opened_at = timezone.now()
        create(network, by=by)
    amend(network, by=by, **facts)
    return network


@transaction.atomic
def open_network(*, person: str, address: str, language: str, **facts: Any) -> Person:
    """Set the network up for the first time and enter the person who runs it."""
    if Network.objects.select_for_update().exists():
        raise Refused(_("The network is set up already."))
    system = Person.objects.system()
    set_up_network(by=system, **facts)
    runs_it = (Role.Kind.SECRETARIAT, Role.Kind.ADMINISTRATOR)
    return record_person(name=person, address=address, roles=runs_it, language=language, by=system)
