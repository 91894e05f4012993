"""Reads of the room: overviews, the first page, the desk's day."""

from plaza.publishing.queries.elsewhere import overviews_of_programme
from plaza.publishing.queries.overviews import (
    Edition,
    chapter_at_desk,
    overview_addresses,
    overview_at_desk,
    overview_edition,
    overview_that_prints,
    visible_overview,
    visible_overviews,
    waiting_overviews,
)

__all__ = [
    "Edition",
    "chapter_at_desk",
    "overview_addresses",
    "overview_at_desk",
    "overview_edition",
    "overview_that_prints",
    "overviews_of_programme",
    "visible_overview",
    "visible_overviews",
    "waiting_overviews",
]
