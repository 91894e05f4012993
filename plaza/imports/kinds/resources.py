"""Works: what is true in every language, their editions, parts and files."""

from typing import Any

from plaza.imports.items import Item
from plaza.imports.kinds.base import Column, Facts, Kind, Missing, Piece, Setting
from plaza.imports.kinds.sorts import say_sort
from plaza.imports.kinds.words import address, cut, words_of
from plaza.library import actions
from plaza.library.models import Credit, File, Part, Resource
from plaza.library.states import State
from plaza.network.actions import add_contact
from plaza.network.models import ContactPoint
from plaza.web.text import Text

CREDITS = {
    "organisation": Credit.Role.PUBLISHER,
    "publisher": Credit.Role.PUBLISHER,
    "author": Credit.Role.AUTHOR,
    "translator": Credit.Role.TRANSLATOR,
    "partner": Credit.Role.PARTNER,
}


def _original(resource: Any) -> Any:
    return resource.editions.order_by("-is_original", "id").first()


def _edition(name: str, longest: int | None) -> Column:
    def facts(item: Item, setting: Setting) -> Facts:
        words = words_of(item.value)
        return {name: cut(words, longest) if longest else words}

    return Column(facts, _original, actions.edit_edition)


def _year(item: Item, setting: Setting) -> Facts:
    return {"year": int(item.value)}


def _kind(item: Item, setting: Setting) -> Facts:
    return {"kind": item.value if item.value in Resource.Kind.values else Resource.Kind.OTHER}


def _access(item: Item, setting: Setting) -> Facts:
    return {"access": item.value}


def _credit(item: Item, setting: Setting, resource: Any) -> Facts:
    return {"organisation": setting.organisation(item), "role": CREDITS[item.name]}


def _author(item: Item, setting: Setting, resource: Any) -> Facts:
    return {"name": cut(item.printed, 500), "role": Credit.Role.AUTHOR, "organisation": None}


def _language(item: Item, setting: Setting, resource: Any) -> Facts:
    """An edition that the page announces; its title is the work's until somebody translates it."""
    original = _original(resource) if resource else None
    return {
        "language": item.value,
        "title": original.title if original else "",
        "title_language": original.language if original else "",
        "state": State.ANNOUNCED,
    }


def _part(item: Item, setting: Setting, resource: Any) -> Facts:
    value = item.value
    facts: Facts = {
        "title": Text.of(cut(value["title"], 300), setting.language),
        "parent": _part_at(resource, value.get("inside") or []),
        "number": value.get("number"),
    }
    if value.get("kind") in Part.Kind.values:
        facts["kind"] = value["kind"]
    return facts


def _part_at(resource: Any, titles: list[str]) -> Any:
    """The part at the end of a path of titles; what is not there yet is waited for."""
    found = None
    for title in titles if resource is not None else []:
        parts = resource.parts.filter(parent=found)
        found = next((part for part in parts if title in part.title.values()), None)
        if found is None:
            raise Missing
    return found


def prepare(items: list[Item]) -> None:
    """Say what sort of work it is, and of each part and file inside which parts it lies."""
    say_sort(items)
    titles = {
        tuple(item.value["position"]): item.value["title"]
        for item in items
        if item.name == "part" and item.value.get("position")
    }
    for item in items:
        if item.name not in ("part", "file") or not isinstance(item.value, dict):
            continue
        place = tuple(item.value.get("position" if item.name == "part" else "part") or ())
        above = place[:-1] if item.name == "part" else place
        paths = [above[: depth + 1] for depth in range(len(above))]
        item.value["inside"] = [titles[path] for path in paths if path in titles]


def _file(item: Item, setting: Setting, resource: Any) -> Facts:
    value = item.value
    doubts = " ".join(one["sentence"] for one in item.blocking)
    facts: Facts = {
        "url": address(value["url"]),
        "label": cut(value.get("label") or "", 300),
        "format": cut(value.get("format") or "", 12),
        "language": value.get("language") or "",
        "part": _part_at(resource, value.get("inside") or []),
    }
    if doubts:
        facts |= {"health": File.Health.DOUBTFUL, "health_note": cut(doubts, 500)}
    return facts


def create(facts: Facts, items: list[Item], *, by: Any, setting: Setting) -> list[Any]:
    """Enter the work with its first edition in the language it is named in."""
    if any(item.name == "part" for item in items):
        facts.setdefault("kind", Resource.Kind.PACKAGE)
    resource = actions.record_resource(by=by, language=_first_language(items, setting), **facts)
    return [resource, *resource.editions.all()]


def _first_language(items: list[Item], setting: Setting) -> str:
    named = [item.value for item in items if item.name == "language" and item.value]
    return setting.language if not named or setting.language in named else str(named[0])


def _contact(item: Item, setting: Setting, resource: Any) -> Facts:
    return {
        "name": cut(item.value.get("name"), 200),
        "mail": (item.value.get("mail") or "").strip().lower(),
    }


def _add_contact(resource: Any, *, by: Any, name: str, mail: str) -> list[Any]:
    """Whom to ask about a work; a contact that is known under this address stays one."""
    known = ContactPoint.objects.filter(mail__iexact=mail).first() if mail else None
    credit = resource.credits.filter(organisation__isnull=False).first()
    if known is None and credit is None:
        raise Missing
    contact = known or add_contact(credit.organisation, name=name, mail=mail, by=by)
    actions.edit_resource(resource, contact=contact, by=by)
    return [] if known else [contact]


def _contacts(resource: Any) -> list[Any]:
    return [resource.contact] if resource.contact else []


def _rows(name: str) -> Any:
    return lambda resource: getattr(resource, name).all()


def _piece(facts: Any, rows: str, key: tuple[str, ...], add: Any) -> Piece:
    return Piece(facts, _rows(rows), key, add, actions.edit_piece)


RESOURCE = Kind(
    name="resource",
    model=Resource,
    titles=("title",),
    columns={
        "title": _edition("title", 400),
        "subtitle": _edition("subtitle", 400),
        "summary": _edition("summary", None),
        "text": _edition("text", None),
        "published": Column(_year),
        "year": Column(_year),
        "kind": Column(_kind),
        "type": Column(_kind),
        "access": Column(_access),
    },
    pieces={
        **dict.fromkeys(
            CREDITS, _piece(_credit, "credits", ("organisation", "role"), actions.add_credit)
        ),
        "language": Piece(_language, _rows("editions"), ("language",), actions.add_edition, None),
        "contact": Piece(_contact, _contacts, ("mail",), _add_contact, None, touches=True),
        "part": _piece(_part, "parts", ("title", "parent"), actions.add_part),
        "file": _piece(_file, "files", ("url",), actions.add_link),
        "link": _piece(_file, "files", ("url",), actions.add_link),
    },
    create=create,
    edit=actions.edit_resource,
    parties=frozenset(CREDITS),
    prepare=prepare,
)
