"""Organisations, people, and the network they make."""

from plaza.network.models.itself import Network
from plaza.network.models.organisations import Alias, Membership, Organisation
from plaza.network.models.people import Person, Role
from plaza.network.models.ties import Affiliation, ContactPoint

__all__ = [
    "Affiliation",
    "Alias",
    "ContactPoint",
    "Membership",
    "Network",
    "Organisation",
    "Person",
    "Role",
]
