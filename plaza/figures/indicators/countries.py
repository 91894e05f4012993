"""Countries: of hosts, of anybody involved, of venues, of members."""

from collections import defaultdict
from collections.abc import Iterator

from plaza.figures.pieces import Involved
from plaza.figures.values import Reason, Row, Value, counted
from plaza.figures.years import Years
from plaza.network.countries import country_name
from plaza.web.text import Text

Found = dict[str, list[Involved]]


def countries(years: Years) -> Value:
    """Countries of all who were involved in any role, organisation or not."""
    return _involved(years, years.involvements)


def host_countries(years: Years) -> Value:
    """Countries of hosts; of co-hosts they are not."""
    return _involved(years, [one for one in years.involvements if one.role == "host"])


def venue_countries(years: Years) -> Value:
    """Countries in which people met, by the venue or by a study visit's country."""
    held: dict[str, dict[int, None]] = defaultdict(dict)
    for one in years.activities.values():
        if one.venue_country:
            held[one.venue_country][one.id] = None
    for plan in years.plans:
        if plan.country:
            held[plan.country][plan.activity] = None

    def rows() -> Iterator[Row]:
        for code in sorted(held):
            reasons = [Reason("venue", years.activities[key].title, key) for key in held[code]]
            yield country_row(code, reasons)

    return counted(len(held), "countries", rows)


def network_countries(years: Years) -> Value:
    """Countries of the members of the network on the cut-off day."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, body in years.bodies.items():
        if years.membership.get(key) and body.country:
            found[body.country].append(key)

    def rows() -> Iterator[Row]:
        names = years.names
        for code in sorted(found):
            reasons = [
                Reason("member", names[key].name, None, key) for key in found[code] if key in names
            ]
            yield country_row(code, reasons)

    return counted(len(found), "countries", rows)


def country_row(code: str, reasons: list[Reason]) -> Row:
    """A row that is one country."""
    return Row(
        key=f"country:{code}",
        label=Text({"en": country_name(code, "en")}),
        columns={"country": code},
        why=tuple(reasons),
    )


def _involved(years: Years, involved: list[Involved]) -> Value:
    found: Found = defaultdict(list)
    unknown = 0
    for one in involved:
        body = years.bodies.get(one.organisation) if one.organisation is not None else None
        code = one.country or (body.country if body is not None else "")
        if code:
            found[code].append(one)
        else:
            unknown += 1

    def rows() -> Iterator[Row]:
        for code in sorted(found):
            reasons = [
                Reason(
                    one.role, years.activities[one.activity].title, one.activity, one.organisation
                )
                for one in found[code]
            ]
            yield country_row(code, reasons)

    return counted(len(found), "countries", rows, notes=(("without_country", unknown),))
