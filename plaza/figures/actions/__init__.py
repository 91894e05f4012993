"""Verbs of the figures. Each is one transaction, checks whether, and says who (`by`)."""

from plaza.figures.actions.balances import (
    edit_opening_balance,
    record_opening_balance,
    remove_opening_balance,
)
from plaza.figures.actions.published import (
    edit_published_figure,
    record_published_figure,
    remove_published_figure,
)
from plaza.figures.actions.releases import freeze_release, hide_release, publish_release

__all__ = [
    "edit_opening_balance",
    "edit_published_figure",
    "freeze_release",
    "hide_release",
    "publish_release",
    "record_opening_balance",
    "record_published_figure",
    "remove_opening_balance",
    "remove_published_figure",
]
