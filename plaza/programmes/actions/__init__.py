"""Verbs of programmes. Each is one transaction, checks whether, and says who (`by`)."""

from plaza.programmes.actions.money import add_contribution, edit_contribution, pay_contribution
from plaza.programmes.actions.programmes import (
    add_partner,
    edit_part,
    edit_programme,
    record_programme,
    remove_part,
)
from plaza.programmes.actions.strands import add_strand, lift_strand, lower_strand, shift_strand

__all__ = [
    "add_contribution",
    "add_partner",
    "add_strand",
    "edit_contribution",
    "edit_part",
    "edit_programme",
    "lift_strand",
    "lower_strand",
    "pay_contribution",
    "record_programme",
    "remove_part",
    "shift_strand",
]
