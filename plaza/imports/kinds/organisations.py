"""Organisations with the names they go by, and whom to ask there."""

from typing import Any

from plaza.imports.items import Item
from plaza.imports.kinds.base import Column, Facts, Kind, Piece, Setting, day
from plaza.imports.kinds.words import address, cut, plain_facts, text_facts
from plaza.network import actions
from plaza.network.models import ContactPoint, Membership, Organisation


def _country(item: Item, setting: Setting) -> Facts:
    return {"country": item.value["code"]}


def _website(item: Item, setting: Setting) -> Facts:
    return {"website": address(item.value["url"])}


def _kind(item: Item, setting: Setting) -> Facts:
    return {"kind": item.value}


def _alias(item: Item, setting: Setting, organisation: Any) -> Facts:
    return {"name": cut(str(item.value), 300)}


def _contact(item: Item, setting: Setting, organisation: Any) -> Facts:
    return {
        "name": cut(item.value.get("name"), 200),
        "mail": (item.value.get("mail") or "").strip().lower(),
    }


def _membership(item: Item, setting: Setting, organisation: Any) -> Facts:
    value = item.value if isinstance(item.value, dict) else {}
    facts: Facts = {
        "from_on": day(value.get("from")),
        "until_on": day(value.get("until")),
        "basis": cut(setting.source, 300),
    }
    if value.get("category") in Membership.Category.values:
        facts["category"] = value["category"]
    return facts


def prepare(items: list[Item]) -> None:
    """Since when, until when and in which category make one membership."""
    told = {item.name: item for item in items if item.name in ("since", "until", "category")}
    if not told:
        return
    first = next(iter(told.values()))
    days = {name: (told[name].value or {}) for name in ("since", "until") if name in told}
    category = str(told["category"].value).casefold() if "category" in told else ""
    kinds = [value for value, _label in Membership.Category.choices if value in category]
    doubts = [doubt for item in told.values() for doubt in item.doubts]
    membership = Item(
        n=first.n,
        name="membership",
        printed=", ".join(item.printed for item in told.values()),
        value={
            "from": days.get("since", {}).get("start"),
            "until": days.get("until", {}).get("end"),
            "category": kinds[0] if kinds else "other",
        },
        spans=[span for item in told.values() for span in item.spans],
        score=min(item.score for item in told.values()),
        sure=all(item.sure for item in told.values()),
        doubts=doubts,
    )
    items[:] = [item for item in items if item.name not in told] + [membership]


def create(facts: Facts, items: list[Item], *, by: Any, setting: Setting) -> list[Any]:
    """Enter the organisation."""
    return [actions.record_organisation(by=by, **facts)]


ORGANISATION = Kind(
    name="organisation",
    model=Organisation,
    titles=("name",),
    columns={
        "name": Column(text_facts("name", 300)),
        "short_name": Column(plain_facts("short_name", 60)),
        "kind": Column(_kind),
        "country": Column(_country),
        "city": Column(plain_facts("city", 120)),
        "link": Column(_website),
        "website": Column(_website),
        "text": Column(text_facts("about")),
    },
    pieces={
        "other_name": Piece(
            _alias,
            lambda organisation: organisation.aliases.all(),
            ("name",),
            actions.add_alias,
            actions.edit_part,
        ),
        "contact": Piece(
            _contact,
            lambda organisation: organisation.contact_points.all(),
            ("mail",),
            actions.add_contact,
            actions.edit_part,
        ),
        "membership": Piece(
            _membership,
            lambda organisation: organisation.memberships.all(),
            ("from_on",),
            actions.record_membership,
            actions.edit_part,
        ),
    },
    create=create,
    edit=actions.edit_organisation,
    prepare=prepare,
)


def create_contact(facts: Facts, items: list[Item], *, by: Any, setting: Setting) -> list[Any]:
    """Say whom to ask at an organisation."""
    organisation = next(item for item in items if item.name == "organisation")
    return [actions.add_contact(setting.organisation(organisation), by=by, **facts)]


def _mail(item: Item, setting: Setting) -> Facts:
    return {"mail": str(item.value).strip().lower()}


def _at(item: Item, setting: Setting) -> Facts:
    setting.organisation(item)
    return {}


CONTACT = Kind(
    name="contact",
    model=ContactPoint,
    titles=("name", "mail"),
    columns={
        "name": Column(plain_facts("name", 200)),
        "mail": Column(_mail),
        "organisation": Column(_at),
    },
    pieces={},
    create=create_contact,
    edit=actions.edit_part,
    parties=frozenset({"organisation"}),
)
