"""Which lists others can take away, in which form; the filter of the page's address counts."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plaza.activities.queries.activities import with_people
from plaza.activities.queries.filters import ActivityFilter, found_activities
from plaza.exchange import records
from plaza.figures.exports import Table
from plaza.library.queries import ResourceFilter, found_resources, with_words
from plaza.network.queries import DirectoryFilter, directory
from plaza.programmes.queries import visible_programmes
from plaza.web.lists import Kind, registered_lists

ROWS_AT_ONCE = 100


def _activities(viewer: Any, query: QueryDict) -> QuerySet[Any]:
    asked = ActivityFilter.from_query(query)
    return with_people(viewer, found_activities(viewer, asked))


def _organisations(viewer: Any, query: QueryDict) -> QuerySet[Any]:
    asked = DirectoryFilter.from_query(query)
    return directory(viewer, asked, timezone.localdate()).prefetch_related("aliases")


def _resources(viewer: Any, query: QueryDict) -> QuerySet[Any]:
    found = found_resources(viewer, ResourceFilter.from_query(query))
    return with_words(viewer, found)


def _programmes(viewer: Any, query: QueryDict) -> QuerySet[Any]:
    return visible_programmes(viewer).order_by("-year", "sort_title")


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "activities",
            (
                _("Year"),
                _("Title"),
                _("State"),
                _("First day"),
                _("Last day"),
                _("Known to the"),
                _("Hosts"),
                _("Countries of the hosts"),
                _("Codes"),
                _("Address"),
            ),
            _activities,
            records.activity_row,
            records.activity,
        ),
        Kind(
            "network",
            (
                _("Name"),
                _("Other names"),
                _("Country"),
                _("Code"),
                _("City"),
                _("Website"),
                _("Address"),
            ),
            _organisations,
            records.organisation_row,
            records.organisation,
        ),
        Kind(
            "library",
            (_("Title"), _("Kind"), _("Year"), _("Languages"), _("Who made it"), _("Address")),
            _resources,
            records.resource_row,
            records.resource,
        ),
        Kind(
            "programmes",
            (_("Title"), _("Kind"), _("Year"), _("First day"), _("Last day"), _("Address")),
            _programmes,
            records.programme_row,
            records.programme,
        ),
    )
}
FORMS = ("csv", "json", "xlsx")


def list_kind(viewer: Any, kind: str, form: str) -> tuple[Kind, str]:
    """The list and the form that an address names, or Http404."""
    known = KINDS | registered_lists()
    if kind not in known or form not in FORMS:
        raise Http404
    return known[kind], form


def table_of(kind: Kind, form: str, viewer: Any, query: QueryDict) -> Table:
    """The list as a table, row by row."""
    found = kind.find(viewer, query)
    return Table(
        name=kind.name,
        form=form,
        heads=[str(head) for head in kind.heads],
        rows=(kind.row(one) for one in _in_batches(found)),
        json=_json(kind, found),
    )


def _in_batches(found: QuerySet[Any]) -> Iterator[Any]:
    """Row by row; a row that was written is emptied.

    It and its parts hold each other, and Python looks for such rings only now and then: until
    then thousands of rows would wait.
    """
    for one in found.iterator(chunk_size=ROWS_AT_ONCE):
        yield one
        vars(one).clear()


def _json(kind: Kind, found: QuerySet[Any]) -> Iterator[str]:
    yield f'{{"list":{json.dumps(kind.name)},"items":['
    for place, one in enumerate(_in_batches(found)):
        yield ("," if place else "") + json.dumps(kind.json(one), ensure_ascii=False)
    yield "]}"
