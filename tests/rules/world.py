"""One object of each noun, and the arguments with which each route leads to it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from plaza.activities.actions import add_outcome, record_activity
from plaza.figures.actions import (
    freeze_release,
    publish_release,
    record_opening_balance,
    record_published_figure,
)
from plaza.imports.actions import import_file
from plaza.imports.models import Document
from plaza.library.actions import add_link, add_part, record_resource
from plaza.network.actions import (
    add_alias,
    add_contact,
    affiliate,
    record_membership,
    record_organisation,
)
from plaza.post.actions import write
from plaza.programmes.actions import add_contribution, add_strand, record_programme
from plaza.publishing.actions import begin_overview, publish_overview

YEAR = 2022
CALL = b"""Introduction
The house organises a Peer Learning Activity for directors.

Practical information
Date: 14 and 15 November 2017
Location: Romania, Bucharest
"""


@dataclass
class World:
    """What was made, by the name under which an address asks for it."""

    by_room: dict[str, dict[str, Any]] = field(default_factory=dict)

    def arguments(self, route: str, names: set[str]) -> dict[str, Any]:
        """The arguments of a route, or KeyError for one that nobody gave an example."""
        room = route.partition(":")[0]
        known = {**self.by_room.get(room, {}), **self.by_room.get(route, {})}
        return {one: known[one] for one in names}


def build(cast: dict[str, Any], *, document: Document | None = None) -> World:
    """Make one of each, all seen by everybody; a document is read in unless one is given."""
    dora, ben = cast["dora"], cast["ben"]
    house = record_organisation(name="House of Rivers", country="HR", by=dora)
    alias = add_alias(house, name="Rivers House", by=dora)
    membership = record_membership(house, from_on=dt.date(2020, 1, 1), by=dora)
    contact = add_contact(house, name="Ana", mail="rivers@plaza.example", by=dora)
    affiliation = affiliate(ben, organisation=house, by=dora)
    programme = record_programme(title="Rivers project", kind="project", by=dora)
    strand = add_strand(programme, title={"en": "Mapping"}, by=dora)
    money = add_contribution(programme, amount="10.00", on=dt.date(2022, 3, 1), by=dora)
    resource = record_resource(title="A guide", language="en", by=dora)
    part = add_part(resource, title="Day 1", by=dora)
    link = add_link(resource, url="https://rivers.example/guide.pdf", by=dora)
    activity = record_activity(
        title="Rivers",
        reporting_year=YEAR,
        visibility="public",
        programme=programme,
        starts_on=dt.date(2022, 5, 4),
        ends_on=dt.date(2022, 5, 5),
        by=dora,
    )
    outcome = add_outcome(activity, text={"en": "We know more."}, by=dora)
    printed = record_published_figure(
        indicator="activities",
        number=6,
        first_year=YEAR,
        last_year=YEAR,
        source="Overview",
        by=dora,
    )
    total = record_opening_balance(
        indicator="activities",
        first_year=2011,
        last_year=2021,
        value=56,
        source="Overview",
        by=dora,
    )
    for why in ("First count", "Second count"):
        release = freeze_release(YEAR, cut_off_on=dt.date(YEAR, 12, 31), why=why, by=dora)
        if not release.is_public:
            publish_release(release, by=dora)
    overview = begin_overview(YEAR, release=release, by=dora)
    publish_overview(overview, by=dora)
    letter = write(to="ana@plaza.example", kind="note", subject="Hello", text="Hello")
    document = document or import_file("call.txt", CALL, by=dora).document
    draft = document.drafts.first()
    return World(
        {
            "web": {"key": "0"},
            "publishing": {"year": YEAR},
            "publishing:edition": {"edition": "xx"},
            "publishing:chapter": {"activity": activity.pk},
            "network": {"slug": house.slug, "pk": house.pk, "token": "unknown"},
            **{f"network:{verb}_alias": {"pk": alias.pk} for verb in ("edit", "remove")},
            **{f"network:{verb}_membership": {"pk": membership.pk} for verb in ("edit", "remove")},
            **{f"network:{verb}_contact": {"pk": contact.pk} for verb in ("edit", "remove")},
            "network:remove_affiliation": {"pk": affiliation.pk},
            **{
                f"network:{name}": {"pk": cast["fay"].pk}
                for name in (
                    "person",
                    "add_address",
                    "remove_address",
                    "give_role",
                    "take_role",
                    "affiliate",
                    "close_account",
                    "open_account",
                    "erase_person",
                )
            },
            "activities": {
                "year": YEAR,
                "month": 5,
                "slug": activity.slug,
                "kind": "outcomes",
                "pk": outcome.pk,
            },
            "library": {"slug": resource.slug, "language": "en", "id": part.pk},
            "library:file": {"id": link.pk},
            **{
                f"library:{verb}": {"id": resource.editions.get().pk}
                for verb in (
                    "words",
                    "begin_edition",
                    "submit_edition",
                    "publish_edition",
                    "withdraw_edition",
                    "remove_edition",
                )
            },
            **{f"library:{verb}": {"id": link.pk} for verb in ("doubt", "trust")},
            "programmes": {"slug": programme.slug, "year": YEAR, "id": strand.pk},
            "programmes:pay": {"id": money.pk},
            "figures": {
                "year": YEAR,
                "number": 1,
                "a": 1,
                "b": 2,
                "first": 2011,
                "last": YEAR,
                "key": "activities",
                "form": "csv",
                "pk": printed.pk,
            },
            **{f"figures:{verb}_total": {"pk": total.pk} for verb in ("edit", "remove")},
            "post": {"pk": letter.pk},
            "imports": {"pk": document.pk, "draft": draft.pk if draft else 0},
            "exchange": {"year": YEAR, "slug": activity.slug, "kind": "activities", "form": "csv"},
            "exchange:feed": {"form": "atom"},
            "exchange:organisation": {"slug": house.slug},
            "exchange:resource": {"slug": resource.slug},
            "exchange:programme": {"slug": programme.slug},
            "": {"pk": 1},
            "mfa_remove_webauthn": {"pk": 1},
            "mfa_edit_webauthn": {"pk": 1},
        }
    )
