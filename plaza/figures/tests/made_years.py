"""Years as Hypothesis makes them, written to the database through actions, and counted by hand."""

import datetime as dt
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from hypothesis import strategies as st

from plaza.activities import actions as activities
from plaza.activities.models import Activity
from plaza.figures.tests.makers import make_activity, make_organisation
from plaza.network.actions import record_membership
from plaza.programmes.actions import record_programme
from plaza.programmes.models import Contribution

DAY = dt.date(2022, 12, 31)
ROLES = ("host", "co_host", "applicant", "organiser", "participant", "guest", "funder")
COUNTRIES = ("", "HR", "NL", "UA")
TIMES = {
    "none": None,
    "covers": (dt.date(2020, 1, 1), None),
    "ends_that_day": (dt.date(2020, 1, 1), DAY),
    "ended": (None, dt.date(2021, 12, 31)),
    "later": (dt.date(2023, 1, 1), None),
    "undated": (None, None),
}
bodies = st.lists(
    st.tuples(st.sampled_from(COUNTRIES), st.sampled_from(sorted(TIMES)), st.booleans()),
    min_size=1,
    max_size=4,
)
involved = st.tuples(st.integers(-1, 3), st.sampled_from(COUNTRIES[1:]), st.sampled_from(ROLES))
heads = st.tuples(
    st.integers(0, 40),
    st.sampled_from(("persons", "attendances", "unknown")),
    st.sampled_from(("none", "some", "unknown")),
    st.sampled_from(("named", "reported", "estimated_reach")),
)
plans = st.tuples(
    st.none() | st.integers(1, 4),
    st.none() | st.sampled_from((45, 60, 90)),
    st.sampled_from(("online", "on_site", "study_visit")),
    st.sampled_from(COUNTRIES),
)
sessions = st.tuples(
    st.integers(30, 120), st.sampled_from(("online", "study_visit")), st.sampled_from(("", "en"))
)
money = st.tuples(
    st.sampled_from(("granted", "cash", "in_kind")),
    st.decimals("0.01", "999", places=2),
    st.sampled_from(("EUR", "CHF", "UAH")),
    st.none() | st.just(Decimal("0.02345")),
    st.sampled_from(("pledged", "confirmed", "paid")),
)
stages = st.sampled_from(("promised", "in_work", "delivered"))
one_activity = st.fixed_dictionaries(
    {
        "state": st.sampled_from(("planned", "running", "done", "postponed", "cancelled")),
        "year": st.sampled_from((2021, 2022, 2022, 2022)),
        "venue": st.sampled_from(COUNTRIES),
        "languages": st.lists(st.sampled_from(("en", "uk", "sr-Latn", "sr")), unique=True),
        "involved": st.lists(involved, max_size=4, unique_by=lambda one: (one[0], one[2], one[1])),
        "heads": st.lists(heads, max_size=3),
        "plans": st.lists(plans, max_size=2),
        "sessions": st.lists(sessions, max_size=4),
        "outcomes": st.lists(stages, max_size=3),
        "outputs": st.lists(stages, max_size=2),
        "money": st.lists(money, max_size=2),
    }
)
made_years = st.tuples(bodies, st.lists(one_activity, max_size=4))


def write(made: Any, by: Any) -> None:
    """Enter a made year as people would."""
    described, held = made
    programme = record_programme(title="Year", kind="year", year=2022, by=by)
    organisations = []
    for number, (country, time, is_office) in enumerate(described):
        body = make_organisation(
            by, f"Body {number}", country, is_secretariat=is_office and number == 0
        )
        if TIMES[time] is not None:
            start, end = TIMES[time]
            record_membership(body, by=by, from_on=start, until_on=end)
        organisations.append(body)
    for number, one in enumerate(held):
        activity = make_activity(
            by,
            f"Activity {number}",
            one["year"],
            state=one["state"],
            state_note="why" if one["state"] == "cancelled" else "",
            venue_country=one["venue"],
            languages=one["languages"],
            programme=programme,
        )
        write_pieces(activity, one, organisations, by)


def write_pieces(activity: Activity, one: Any, organisations: list[Any], by: Any) -> None:
    """Enter what belongs to one activity."""
    seen = set()
    for index, country, role in one["involved"]:
        body = organisations[index] if 0 <= index < len(organisations) else None
        key = (body, role) if body else (country, role)
        if key not in seen:
            seen.add(key)
            facts = {"organisation": body} if body else {"country": country}
            activities.add_involvement(activity, role=role, by=by, **facts)
    for place, (number, counted, overlap, basis) in enumerate(one["heads"]):
        activities.add_headcount(
            activity,
            group=f"Group {place}",
            number=number,
            counted=counted,
            overlap=overlap,
            basis=basis,
            by=by,
        )
    for count, minutes, mode, country in one["plans"]:
        facts = {"count": count, "minutes": minutes, "mode": mode, "country": country}
        activities.add_session_plan(activity, by=by, **facts)
    for place, (minutes, mode, language) in enumerate(one["sessions"]):
        activities.add_session(
            activity,
            starts_at=dt.datetime(2022, 3, 1 + place, 9, tzinfo=dt.UTC),
            time_zone="UTC",
            minutes=minutes,
            mode=mode,
            language=language,
            by=by,
        )
    for stage in one["outcomes"]:
        activities.add_outcome(activity, text="Learned", stage=stage, by=by)
    for stage in one["outputs"]:
        activities.add_output(activity, text="Made", stage=stage, by=by)
    for kind, amount, currency, rate, stage in one["money"]:
        rated = rate is not None and currency != "EUR"
        activities.add_contribution(
            activity,
            kind=kind,
            amount=amount,
            currency=currency,
            rate=rate if rated else None,
            rate_source="Bank" if rated else "",
            stage=stage,
            on=DAY,
            by=by,
        )


def by_hand(year: int) -> dict[str, Any]:
    """Every figure of a year, counted one record after the other."""
    held = [one for one in Activity.objects.all() if _counts(one, year)]
    involved = [one for activity in held for one in activity.involvements.all()]
    found: dict[str, Any] = {"activities": len(held)}
    for key, role in (
        ("hosts", "host"),
        ("co_hosts", "co_host"),
        ("applicants", "applicant"),
        ("co_applicants", "co_applicant"),
        ("organisers", "organiser"),
        ("partners", "partner"),
        ("guests", "guest"),
        ("participating", "participant"),
        ("funders", "funder"),
    ):
        found[key] = len({o.organisation_id for o in involved if o.role == role} - {None})
    organising = {"host", "co_host", "applicant", "co_applicant", "organiser"}
    found["organised"] = len(
        {one.organisation_id for one in involved if one.role in organising} - {None}
    )
    bodies = {one.organisation for one in involved} - {None}
    found["organisations"] = len(bodies)
    found["members"] = sum(1 for one in bodies if _is_member(one) == "yes")
    found["members_unknown"] = sum(
        1 for one in bodies if _is_member(one) == "unknown" and not one.is_secretariat
    )
    found["activities_by_members"] = sum(
        1
        for activity in held
        if any(
            one.organisation and one.role in organising and _is_member(one.organisation) == "yes"
            for one in activity.involvements.all()
        )
    )
    found["countries"] = len({one.country_code for one in involved} - {""})
    found["host_countries"] = len(
        {one.country_code for one in involved if one.role == "host"} - {""}
    )
    found["venue_countries"] = len(
        (
            {one.venue_country for one in held}
            | {plan.country for one in held for plan in one.session_plans.all()}
        )
        - {""}
    )
    found["languages"] = len(
        {tag.split("-")[0] for one in held for tag in one.languages}
        | {s.language for one in held for s in one.sessions.all() if s.language}
    )
    for key, basis, counted in (
        ("participants", "reported", "persons"),
        ("participants_unclear", "reported", "unknown"),
        ("attendances", "reported", "attendances"),
        ("participants_named", "named", "persons"),
        ("named_unclear", "named", "unknown"),
        ("attendances_named", "named", "attendances"),
        ("reach", "estimated_reach", "persons"),
        ("reach_unclear", "estimated_reach", "unknown"),
        ("reach_contacts", "estimated_reach", "attendances"),
    ):
        found[key] = _heads(held, basis, counted)
    for visits in (False, True):
        meetings = [_meetings(one, visits) for one in held]
        found["study_visits" if visits else "sessions"] = sum(count for count, _m in meetings)
        if not visits:
            found["hours"] = Decimal(sum(minutes for _c, minutes in meetings)) / 60
    for key, kind in (("money", "granted"), ("cash", "cash"), ("in_kind", "in_kind")):
        found[key] = _money(kind)
    found["outcomes"] = sum(one.outcomes.count() for one in held)
    found["outputs"] = sum(one.outputs.count() for one in held)
    return found


def _counts(activity: Activity, year: int) -> bool:
    return activity.reporting_year == year and activity.state != "cancelled"


def _is_member(body: Any) -> str:
    answers = []
    for one in body.memberships.all():
        if one.until_on and one.until_on < DAY:
            continue
        if one.from_on and one.from_on > DAY:
            continue
        answers.append("yes" if one.from_on else "unknown")
    if not body.memberships.exists():
        return "unknown"
    return "yes" if "yes" in answers else "unknown" if answers else "no"


def _heads(held: list[Activity], basis: str, counted: str) -> tuple[int, int]:
    low = high = 0
    for activity in held:
        found = [
            one
            for one in activity.headcounts.all()
            if one.basis == basis and one.counted == counted
        ]
        apart = [one.number for one in found if one.overlap == "none"]
        mixed = [one.number for one in found if one.overlap != "none"]
        low += sum(apart) + max(mixed, default=0)
        high += sum(apart) + sum(mixed)
    return low, high


def _meetings(activity: Activity, visits: bool) -> tuple[int, int]:
    plan = [one for one in activity.session_plans.all() if (one.mode == "study_visit") is visits]
    dated = [one for one in activity.sessions.all() if (one.mode == "study_visit") is visits]
    planned = sum(one.count or 0 for one in plan)
    if dated and len(dated) >= planned:
        return len(dated), sum(one.minutes for one in dated)
    return planned, sum((one.count or 0) * (one.minutes or 0) for one in plan)


def _money(kind: str) -> Decimal:
    total = Decimal()
    for one in Contribution.objects.filter(kind=kind).exclude(stage="pledged"):
        if one.currency != "EUR" and one.rate is None:
            continue
        rate = one.rate if one.currency != "EUR" else Decimal(1)
        total += (one.amount * rate).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
    return total
