"""Activities, and the languages they were held in."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from plaza.figures.paths import path_of
from plaza.figures.pieces import Held
from plaza.figures.values import Reason, Row, Value, counted
from plaza.figures.years import Years
from plaza.network.language_names import language_name
from plaza.web.models import Visibility
from plaza.web.text import Text

ORGANISING = ("host", "co_host", "applicant", "co_applicant", "organiser")


def activity_path(held: Held) -> str:
    """Where an activity's page is."""
    return path_of("activities:activity", held.address_year, held.slug)


def activity_row(held: Held, **columns: object) -> Row:
    """A row that is one activity."""
    return Row(
        key=f"activity:{held.id}",
        label=held.title,
        columns={"year": held.year, "state": held.state, **columns},
        path=activity_path(held),
        why=(Reason("reporting_year", Text(), held.id),),
    )


def activities(years: Years) -> Value:
    """Activities of the reporting years."""
    hidden = sum(1 for one in years.activities.values() if one.visibility != Visibility.PUBLIC)

    def rows() -> Iterator[Row]:
        for held in years.activities.values():
            yield activity_row(held, country=held.venue_country)

    return counted(
        len(years.activities),
        "activities",
        rows,
        notes=(("cancelled", years.cancelled), ("not_public", hidden)),
    )


def activities_by_members(years: Years) -> Value:
    """Activities that a member hosts or organises."""
    answers: dict[int, bool | None] = {}
    carriers: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for one in years.involvements:
        if one.role not in ORGANISING or one.organisation is None:
            continue
        body = years.bodies.get(one.organisation)
        is_member = years.membership.get(one.organisation)
        if body is not None and body.is_secretariat and not is_member:
            continue
        carriers[one.activity].append((one.organisation, one.role))
        if is_member or answers.get(one.activity) is not True:
            answers[one.activity] = _either(answers.get(one.activity, False), is_member)
    sure = [key for key, answer in answers.items() if answer]
    unsure = [key for key, answer in answers.items() if answer is None]

    def rows() -> Iterator[Row]:
        names = years.names
        for key, held in years.activities.items():
            if answers.get(key, False) is False:
                continue
            yield Row(
                key=f"activity:{key}",
                label=held.title,
                columns={"year": held.year, "state": held.state, "member": answers[key]},
                path=activity_path(held),
                why=tuple(
                    Reason(role, names[organisation].name, key, organisation)
                    for organisation, role in carriers[key]
                    if organisation in names
                ),
            )

    return Value(
        number=Decimal(len(sure)) if sure else None,
        count=len(sure) + len(unsure),
        unknown=len(unsure),
        noun="activities",
        notes=(("membership_of_host_unknown", len(unsure)),) if unsure else (),
        stream=rows,
    )


def _either(before: bool | None, now: bool | None) -> bool | None:
    """One member is enough; else not known if it is not known of one."""
    if before or now:
        return True
    return None if before is None or now is None else False


def languages(years: Years) -> Value:
    """Distinct languages of the activities and of their sessions."""
    spoken: dict[str, dict[int, None]] = defaultdict(dict)
    for held in years.activities.values():
        for tag in held.languages:
            spoken[tag.split("-")[0].lower()][held.id] = None
    for session in years.dated:
        if session.language:
            spoken[session.language.split("-")[0].lower()][session.activity] = None
    silent = len(years.activities) - len({key for keys in spoken.values() for key in keys})

    def rows() -> Iterator[Row]:
        for tag in sorted(spoken):
            yield Row(
                key=f"language:{tag}",
                label=Text({"en": language_name(tag, "en")}),
                columns={"language": tag, "activities": len(spoken[tag])},
                why=tuple(
                    Reason("spoken", years.activities[key].title, key) for key in spoken[tag]
                ),
            )

    notes = (("without_language", silent),) if spoken else ()
    return counted(len(spoken), "languages", rows, notes=notes)
