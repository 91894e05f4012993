"""Organisations by role, and members."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from plaza.figures.indicators.activities import ORGANISING
from plaza.figures.paths import path_of
from plaza.figures.pieces import Involved, Named
from plaza.figures.values import Reason, Row, Value, counted
from plaza.figures.years import Years
from plaza.web.text import Text


def in_roles(*roles: str, noun: str = "organisations") -> Callable[[Years], Value]:
    """Distinct organisations in one of these roles; in any role if none is named."""

    def how(years: Years) -> Value:
        involved = [one for one in years.involvements if not roles or one.role in roles]
        ids = _distinct(years, involved)
        own = sum(1 for key in ids if years.bodies[key].is_secretariat)
        return counted(
            len(ids),
            noun,
            lambda: organisation_rows(years, ids, involved),
            notes=(("secretariat_counted", own), ("countries_only", _nameless(involved))),
        )

    return how


organised = in_roles(*ORGANISING)


def members(years: Years) -> Value:
    """Distinct members in any role; the network's own office only if it is a member itself."""
    ids = _distinct(years, years.involvements)
    own = [k for k in ids if years.bodies[k].is_secretariat and not years.membership.get(k)]
    answers = {key: years.membership.get(key) for key in ids if key not in own}
    yes = sum(1 for answer in answers.values() if answer)
    no = sum(1 for answer in answers.values() if answer is False)
    kept = [key for key, answer in answers.items() if answer is not False]
    unknown = len(kept) - yes

    def rows() -> Iterator[Row]:
        return organisation_rows(years, kept, years.involvements)

    return Value(
        number=Decimal(yes) if yes else None,
        count=len(kept),
        unknown=unknown,
        noun=_noun(years, set(kept)),
        parts=tuple(
            (code, Decimal(count))
            for code, count in (
                ("member", yes),
                ("member_unknown", unknown),
                ("not_member", no),
            )
            if count
        ),
        notes=tuple(
            (code, count)
            for code, count in (
                ("membership_unknown", unknown),
                ("not_members", no),
                ("secretariat_left_out", len(own)),
            )
            if count
        ),
        stream=rows,
    )


def network_members(years: Years) -> Value:
    """All members of the network on the cut-off day, involved or not."""
    known = {key: years.membership[key] for key in years.bodies if key in years.membership}
    yes = [key for key, answer in known.items() if answer]
    unknown = [key for key, answer in known.items() if answer is None]
    return Value(
        number=Decimal(len(yes)) if yes else None,
        count=len(yes) + len(unknown),
        unknown=len(unknown),
        noun="members",
        notes=(("membership_unknown", len(unknown)),) if unknown else (),
        stream=lambda: organisation_rows(years, [*yes, *unknown], []),
    )


def organisation_rows(
    years: Years, ids: Iterable[int], involved: Iterable[Involved]
) -> Iterator[Row]:
    """One row per organisation, with what it did where."""
    wanted = set(ids)
    names = years.names
    why: dict[int, list[Reason]] = {key: [] for key in wanted}
    for one in involved:
        if one.organisation in wanted and one.organisation is not None:
            title = years.activities[one.activity].title
            why[one.organisation].append(Reason(one.role, title, one.activity, one.organisation))
    for key in years.bodies:
        if key in wanted and key in names:
            yield _row(years, key, names[key], tuple(why[key]))


def _row(years: Years, key: int, named: Named, why: tuple[Reason, ...]) -> Row:
    body = years.bodies[key]
    return Row(
        key=f"organisation:{key}",
        label=named.name,
        columns={
            "country": body.country,
            "member": years.membership.get(key),
        },
        path=path_of("network:organisation", named.slug),
        why=(*why, Reason("own_office", Text(), None, key)) if body.is_secretariat else why,
    )


def _distinct(years: Years, involved: Iterable[Involved]) -> list[int]:
    """Each organisation once, in the order in which it was named."""
    return [
        key
        for key in dict.fromkeys(one.organisation for one in involved)
        if key is not None and key in years.bodies
    ]


def _nameless(involved: Iterable[Involved]) -> int:
    return sum(1 for one in involved if one.organisation is None)


def _noun(years: Years, ids: set[int]) -> str:
    """“Hosts” if all of them hosted something, else “organisations”."""
    hosts = {one.organisation for one in years.involvements if one.role in {"host", "co_host"}}
    return "hosts" if ids and ids <= hosts else "organisations"
