"""Verbs of the network. Each is one transaction, checks whether, and says who (`by`)."""

from plaza.network.actions.erasing import erase_person
from plaza.network.actions.itself import open_network, set_up_network
from plaza.network.actions.merging import merge_organisation
from plaza.network.actions.organisations import (
    add_alias,
    add_aliases,
    add_contact,
    add_contacts,
    edit_membership,
    edit_organisation,
    edit_part,
    make_unit,
    record_membership,
    record_organisation,
    release_unit,
    remove_part,
)
from plaza.network.actions.people import (
    add_address,
    affiliate,
    close_account,
    edit_person,
    give_role,
    open_account,
    record_person,
    remove_address,
    take_role,
)
from plaza.network.actions.sessions import clear_sessions

__all__ = [
    "add_address",
    "add_alias",
    "add_aliases",
    "add_contact",
    "add_contacts",
    "affiliate",
    "clear_sessions",
    "close_account",
    "edit_membership",
    "edit_organisation",
    "edit_part",
    "edit_person",
    "erase_person",
    "give_role",
    "make_unit",
    "merge_organisation",
    "open_account",
    "open_network",
    "record_membership",
    "record_organisation",
    "record_person",
    "release_unit",
    "remove_address",
    "remove_part",
    "set_up_network",
    "take_role",
]
