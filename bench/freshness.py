"""Never stale: a deed in a room makes every page anew that reads the room.

Three questions to each page: does a deed in a room it names make it anew; does it read a table of
a room that it does not name; do changed words stand on the next page.
"""

import re

from django.db import connection

from bench.addresses import pages
from bench.lines import Line, failed
from bench.visits import doors, visit
from plaza.activities.actions import edit_activity
from plaza.activities.models import Activity
from plaza.ledger.actions import record_deed
from plaza.ledger.shelf import MARK
from plaza.library.actions import edit_edition
from plaza.library.models import Resource
from plaza.network.actions import edit_organisation
from plaza.network.models import Organisation, Person
from plaza.programmes.actions import edit_programme
from plaza.programmes.models import Programme

PART = "freshness"
TABLE = re.compile(r'(?:FROM|JOIN) "(\w+?)_\w+"')
ROOMS = {"activities", "figures", "imports", "library", "network", "programmes", "publishing"}
NEW = "Words that were not here before"


def lines(network: str) -> list[Line]:
    """How many pages are kept, how many of them could be stale, and the proof by changed words."""
    found, kept = [], 0
    for name, address in pages().items():
        made = visit(doors().django, address)
        mark = made.headers.get(MARK.lower())
        if mark is None:
            continue
        kept += 1
        named = set(mark.split(";")[0].split(","))
        more = _rooms_read(address) - named
        if more:
            found.append(
                failed(PART, f"{network}: {name}", f"reads {', '.join(sorted(more))}, not named")
            )
        found += [
            failed(PART, f"{network}: {name}", f"a deed in {room} does not make it anew")
            for room in sorted(named & ROOMS)
            if _something_of(room) is not None and not _is_made_anew(address, room)
        ]
    found += _changed_words(network)
    about = f"{kept} kept of {len(pages())}; deeds and changed words seen at once"
    number = float(sum(bool(one.fails) for one in found))
    told = Line(PART, f"{network}: pages that may be stale", number, "", target=0, note=about)
    return [told, *found]


def _rooms_read(address: str) -> set[str]:
    read: list[str] = []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        read.extend(TABLE.findall(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        visit(doors().django, address)
    return set(read) & ROOMS


def _is_made_anew(address: str, room: str) -> bool:
    """Whether Django was asked again after a deed in the room, and not before it."""
    shelf, asked = doors().shelf, []
    site = shelf.site

    def counting(environ, start):  # type: ignore[no-untyped-def]
        asked.append(address)
        return site(environ, start)

    visit(doors().front, address)
    shelf.site = counting
    try:
        visit(doors().front, address)
        before = len(asked)
        record_deed(_something_of(room), "note", by=Person.objects.system("Bench"))
        visit(doors().front, address)
    finally:
        shelf.site = site
    return (before, len(asked)) == (0, 1)


def _something_of(room: str) -> object | None:
    from django.apps import apps  # noqa: PLC0415 - a look at all models

    for model in apps.get_app_config(room).get_models():
        one = model._default_manager.first()
        if one is not None and getattr(one, "ledger_whole", one)._meta.app_label == room:
            return one
    return None


def _changed_words(network: str) -> list[Line]:
    by = Person.objects.system("Bench")
    known = pages()
    activity = next(one for one in Activity.objects.all()
                    if one.get_absolute_url() == known["activity"])  # fmt: skip
    resource = next(one for one in Resource.objects.filter(slug=known["resource"].split("/")[2]))
    organisation = Organisation.objects.get(slug=known["organisation"].split("/")[2])
    programme = Programme.objects.get(slug=known["programme"].split("/")[2])
    edition = resource.editions.get(is_original=True)
    deeds = {
        "activity": lambda: edit_activity(activity, title=activity.title.plus(NEW, "en"), by=by),
        "organisation": lambda: edit_organisation(organisation, name=NEW, by=by),
        "programme": lambda: edit_programme(programme, title=NEW, by=by),
        "resource": lambda: edit_edition(edition, title=NEW, by=by),
    }
    found = []
    for name, deed in deeds.items():
        visit(doors().front, known[name])
        deed()
        body = visit(doors().front, known[name], HTTP_ACCEPT_ENCODING="").body
        if NEW.encode() not in body:
            found.append(failed(PART, f"{network}: {name}", "its new title is not on the page"))
    return found
