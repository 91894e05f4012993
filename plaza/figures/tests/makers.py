"""Records for the tests of figures; made through actions, as people make them."""

import datetime as dt
from typing import Any

from plaza.activities import actions as activities
from plaza.activities.models import Activity
from plaza.figures.actions import freeze_release, record_published_figure
from plaza.figures.models import Release
from plaza.network.actions import record_membership, record_organisation
from plaza.network.models import Organisation

SOURCE = "Overview of the year 2022"
PUBLIC = "public"


def make_organisation(by: Any, name: str, country: str = "", **facts: Any) -> Organisation:
    return record_organisation(name=name, country=country, by=by, **facts)


def make_member(by: Any, name: str, country: str = "", **facts: Any) -> Organisation:
    organisation = make_organisation(by, name, country, **facts)
    record_membership(organisation, by=by, from_on=dt.date(2000, 1, 1))
    return organisation


def make_activity(by: Any, title: str = "Rivers", year: int = 2022, **facts: Any) -> Activity:
    facts.setdefault("visibility", PUBLIC)
    return activities.record_activity(title=title, reporting_year=year, by=by, **facts)


def involve(by: Any, activity: Activity, organisation: Organisation | None, role: str, **facts):
    return activities.add_involvement(
        activity, organisation=organisation, role=role, by=by, **facts
    )


def make_2022(by: Any) -> dict[str, Any]:
    """The year 2022 as its overview tells it: six activities, what it prints."""
    bodies = {
        key: make_organisation(by, name, country)
        for key, name, country in (
            ("academy", "Open Academy Step by Step", "HR"),
            ("wellbeing", "Learning for Well-being Foundation", "NL"),
            ("ukraine", "Ukrainian Step by Step Foundation", "UA"),
            ("children", "For Our Children Foundation", "BG"),
            ("tulip", "SOFT Tulip Foundation", "NL"),
            ("voinicel", "Centre of Early Childhood Intervention Voinicel", "MD"),
            ("initiatives", "Foundation for Education Initiatives Support", "KG"),
        )
    }
    bodies["issa"] = make_organisation(
        by, "International Step by Step Association", "NL", is_secretariat=True
    )
    video = make_activity(by, "Video coaching online", state="done", is_online=True)
    core = make_activity(by, "Core capacities", state="done", is_online=True)
    communities = make_activity(by, "Learning communities", state="done", is_online=True)
    early = make_activity(by, "Early childhood intervention", state="running", venue_country="NL")
    climate = make_activity(by, "The Climate Issue translated", state="postponed")
    response = make_activity(by, "Response to the war", state="running", is_online=True)
    for activity, key in (
        (video, "academy"),
        (core, "wellbeing"),
        (communities, "ukraine"),
        (early, "children"),
        (climate, "initiatives"),
        (response, "issa"),
    ):
        involve(by, activity, bodies[key], "host")
    involve(by, early, bodies["tulip"], "co_host")
    involve(by, early, bodies["voinicel"], "co_host")
    for country in ("MD", "HR", "SI", "GE", "FI", "NO"):
        involve(by, video, None, "participant", country=country)
    for country in ("RS", "BA"):
        involve(by, communities, None, "participant", country=country)
    for activity, group, number, kind in (
        (video, "education", 19, "persons"),
        (video, "supervision", 9, "persons"),
        (core, "", 8, "persons"),
        (communities, "", 423, "unknown"),
        (early, "", 10, "persons"),
        (response, "", 24, "persons"),
    ):
        activities.add_headcount(activity, group=group, number=number, counted=kind, by=by)
    for activity, count, minutes, mode in (
        (video, 2, 240, "online"),
        (core, 2, 120, "online"),
        (communities, 5, 90, "online"),
        (early, 2, None, "study_visit"),
        (climate, 1, 60, "online"),
        (response, None, 90, "online"),
    ):
        activities.add_session_plan(
            activity,
            count=count,
            minutes=minutes,
            mode=mode,
            country="NL" if mode == "study_visit" else "",
            by=by,
        )
    print_2022(by)
    return {"bodies": bodies, "video": video, "early": early, "climate": climate}


def print_2022(by: Any) -> None:
    """The numbers that the overview prints."""
    for indicator, number, first, facts in (
        ("activities", 6, 2022, {}),
        ("members", 31, 2022, {}),
        ("countries", 18, 2022, {}),
        ("money", 24354, 2022, {}),
        ("activities", 62, 2011, {"period_printed": "over the past 12 years"}),
        ("activities", 62, 2016, {"period_printed": "since 2016"}),
        ("participants", 13000, 2011, {"qualifier": "more than"}),
    ):
        record_published_figure(
            indicator=indicator,
            number=number,
            first_year=first,
            last_year=2022,
            source=SOURCE,
            by=by,
            **facts,
        )


def freeze(by: Any, year: int = 2022, **facts: Any) -> Release:
    facts = {"cut_off_on": dt.date(year, 12, 31), "why": "for the report"} | facts
    return freeze_release(year, by=by, **facts)


def text(answer: Any) -> str:
    """What a page says, on one line."""
    return " ".join(answer.content.decode().split())
