"""The list of overviews, as others take it away."""

from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from plaza.publishing.models import Overview
from plaza.publishing.queries import visible_overviews
from plaza.web.lists import Kind


def overview_record(one: Overview) -> dict[str, Any]:
    """An overview as JSON, in the shape that docs/guide/json.md tells."""
    return {
        "url": f"{settings.PLAZA_ADDRESS}{one.get_absolute_url()}",
        "year": one.year,
        "title": dict(one.title),
        "release": one.release.number if one.release else None,
        "state": one.state,
        "pdf": f"{settings.PLAZA_ADDRESS}{one.pdf_url}",
    }


def overview_row(one: Overview) -> list[Any]:
    """An overview as a row of a sheet."""
    record = overview_record(one)
    return [one.year, str(one.title), record["release"], record["url"], record["pdf"]]


def _overviews(viewer: Any, query: QueryDict) -> Any:
    return visible_overviews(viewer)


OVERVIEWS = Kind(
    "overviews",
    (_("Year"), _("Title"), _("Release"), _("Address"), _("PDF")),
    _overviews,
    overview_row,
    overview_record,
)
