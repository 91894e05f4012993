"""Programmes: a year of peer learning, a project; who carries them, their strands."""

from typing import Any

from plaza.imports.items import Item
from plaza.imports.kinds.base import Column, Facts, Kind, Missing, Piece, Setting
from plaza.imports.kinds.words import address, cut, period_facts, text_facts, words_of, years_of
from plaza.programmes import actions
from plaza.programmes.models import Partner, Programme, Strand
from plaza.web.text import Text

PARTIES = {
    "lead": Partner.Role.LEAD,
    "organiser": Partner.Role.LEAD,
    "host": Partner.Role.LEAD,
    "partner": Partner.Role.PARTNER,
    "funder": Partner.Role.FUNDER,
    "commissioner": Partner.Role.COMMISSIONER,
}


def _partner(item: Item, setting: Setting, programme: Any) -> Facts:
    return {"organisation": setting.organisation(item), "role": PARTIES[item.name]}


def _website(item: Item, setting: Setting) -> Facts:
    return {"website": address(item.value["url"])}


def _strand(item: Item, setting: Setting, programme: Any) -> Facts:
    value = item.value
    number = value.get("number")
    facts: Facts = {
        "number": "" if number is None else str(number)[:12],
        "title": Text.of(cut(value["title"], 300), setting.language),
        "text": Text.of(words_of(value.get("text") or ""), setting.language),
        "parent": _strand_numbered(programme, value.get("strand")),
    }
    if value.get("kind") in Strand.Kind.values:
        facts["kind"] = value["kind"]
    return facts


def _strand_numbered(programme: Any, number: Any) -> Any:
    """The strand that a part belongs to, by its printed number; it is waited for."""
    if number is None or programme is None:
        return None
    found = programme.strands.filter(number=str(number), parent=None).last()
    if found is None:
        raise Missing
    return found


def create(facts: Facts, items: list[Item], *, by: Any, setting: Setting) -> list[Any]:
    """Enter the programme: a year of peer learning if it spans one and has activities of it."""
    period = next((item.value for item in items if item.name == "period"), None)
    years = years_of(period, None) if period else None
    if any(item.name == "kind" and item.value == "year" for item in items) and years:
        facts |= {"kind": Programme.Kind.YEAR, "year": years[0]}
    return [actions.record_programme(by=by, **facts)]


def _kind(item: Item, setting: Setting) -> Facts:
    return {"kind": item.value}


def _strands(programme: Any) -> Any:
    return programme.strands.all()


PROGRAMME = Kind(
    name="programme",
    model=Programme,
    titles=("title",),
    columns={
        "title": Column(text_facts("title", 300)),
        "period": Column(period_facts),
        "kind": Column(_kind),
        "text": Column(text_facts("aims")),
        "aim": Column(text_facts("aims")),
        "link": Column(_website),
    },
    pieces={
        **{
            name: Piece(
                _partner,
                lambda programme: programme.partners.all(),
                ("organisation", "role"),
                actions.add_partner,
                actions.edit_part,
            )
            for name in PARTIES
        },
        **dict.fromkeys(
            ("strand", "strand_part"),
            Piece(_strand, _strands, ("title", "parent"), actions.add_strand, actions.edit_part),
        ),
    },
    create=create,
    edit=actions.edit_programme,
    parties=frozenset(PARTIES),
)
