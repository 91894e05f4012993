"""Reads of the network: organisations, memberships, people, the network itself."""

from plaza.network.queries.itself import network_of, the_network
from plaza.network.queries.memberships import (
    members_on,
    membership_words,
    standing_on,
    standings,
    was_member,
)
from plaza.network.queries.naming import as_read_by, may_be_found
from plaza.network.queries.organisations import (
    DirectoryFilter,
    above_of,
    contacts_for,
    directory,
    found_as,
    history_of,
    organisation_at_desk,
    suggestions,
    the_office,
    visible_organisation,
    visible_organisations,
)

__all__ = [
    "DirectoryFilter",
    "above_of",
    "as_read_by",
    "contacts_for",
    "directory",
    "found_as",
    "history_of",
    "may_be_found",
    "members_on",
    "membership_words",
    "network_of",
    "organisation_at_desk",
    "standing_on",
    "standings",
    "suggestions",
    "the_network",
    "the_office",
    "visible_organisation",
    "visible_organisations",
    "was_member",
]
