"""Reads of activities. The viewer comes first; each returns only what the viewer can see."""

from plaza.activities.queries.activities import (
    activities_at_year,
    activities_of_organisation,
    activities_of_programme,
    activities_of_year,
    at_the_desk,
    for_lists,
    in_order,
    latest_year,
    light,
    visible_activities,
    visible_activity,
    with_people,
    years,
)
from plaza.activities.queries.calendar import Month, month_of, sessions_between
from plaza.activities.queries.desk import DeskRow, Move, desk_row, open_moves
from plaza.activities.queries.elsewhere import (
    purposes_of_money,
    results_of_programme,
    section_of_organisation,
    section_of_programme,
    years_of_programme,
)
from plaza.activities.queries.filters import ActivityFilter, facets, found_activities
from plaza.activities.queries.maps import Place, map_of, places_found, places_of
from plaza.activities.queries.pages import ActivityPage, activity_page
from plaza.activities.queries.pieces import (
    Piece,
    Sheet,
    desk_activity,
    desk_piece,
    desk_sheet,
)
from plaza.activities.queries.strips import (
    Strip,
    state_words,
    strips_by_year,
    who_leads,
    year_strip,
)
from plaza.activities.queries.waiting import waiting_activities

__all__ = [
    "ActivityFilter",
    "ActivityPage",
    "DeskRow",
    "Month",
    "Move",
    "Piece",
    "Place",
    "Sheet",
    "Strip",
    "activities_at_year",
    "activities_of_organisation",
    "activities_of_programme",
    "activities_of_year",
    "activity_page",
    "at_the_desk",
    "desk_activity",
    "desk_piece",
    "desk_row",
    "desk_sheet",
    "facets",
    "for_lists",
    "found_activities",
    "in_order",
    "latest_year",
    "light",
    "map_of",
    "month_of",
    "open_moves",
    "places_found",
    "places_of",
    "purposes_of_money",
    "results_of_programme",
    "section_of_organisation",
    "section_of_programme",
    "sessions_between",
    "state_words",
    "strips_by_year",
    "visible_activities",
    "visible_activity",
    "waiting_activities",
    "who_leads",
    "with_people",
    "year_strip",
    "years",
    "years_of_programme",
]
