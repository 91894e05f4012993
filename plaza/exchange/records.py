"""Records as plain JSON, in the shapes that docs/guide/json.md tells."""

from typing import Any

from django.conf import settings

from plaza.activities.models import Activity
from plaza.library.models import Edition, Resource
from plaza.library.queries import visible_resources
from plaza.library.rules import may_have
from plaza.library.states import State as EditionState
from plaza.network.countries import country_name
from plaza.network.models import Organisation
from plaza.programmes.models import Programme


def address(record: Any) -> str:
    """The full address of a record's page."""
    return f"{settings.PLAZA_ADDRESS}{record.get_absolute_url()}"


def activity(one: Activity) -> dict[str, Any]:
    """An activity with who is involved; asks for nothing when involvements are prefetched."""
    return {
        "url": address(one),
        "title": dict(one.title),
        "heading": dict(one.heading),
        "reporting_year": one.reporting_year,
        "state": one.state,
        "format": one.format,
        "starts_on": one.starts_on and one.starts_on.isoformat(),
        "ends_on": one.ends_on and one.ends_on.isoformat(),
        "precision": one.precision,
        "open_end": one.open_end,
        "dates_as_printed": one.period_printed,
        "online": one.is_online,
        "venue": {"country": one.venue_country, "city": one.venue_city},
        "languages": one.languages,
        "involved": [
            {
                "role": part.role,
                "organisation": part.organisation and str(part.organisation),
                "country": part.country_code,
            }
            for part in one.involvements.all()
        ],
    }


def whole_activity(viewer: Any, one: Activity) -> dict[str, Any]:
    """An activity with everything that belongs to it; works only if the viewer sees them."""
    seen = visible_resources(viewer).in_bulk(
        [o.resource_id for o in one.outputs.all() if o.resource_id]
    )
    return {
        **activity(one),
        "text": dict(one.text),
        "topics": [topic.slug for topic in one.topics.all()],
        "session_plans": [
            {"count": p.count, "minutes": p.minutes, "mode": p.mode, "country": p.country}
            for p in one.session_plans.all()
        ],
        "sessions": [
            {
                "starts_at": s.starts_at.isoformat(),
                "time_zone": s.time_zone,
                "minutes": s.minutes,
                "mode": s.mode,
            }
            for s in one.sessions.all()
        ],
        "headcounts": [
            {
                "group": dict(h.group),
                "number": h.number,
                "counted": h.counted,
                "overlap": h.overlap,
                "basis": h.basis,
            }
            for h in one.headcounts.all()
        ],
        "outcomes": [{"text": dict(o.text), "stage": o.stage} for o in one.outcomes.all()],
        "outputs": [
            {
                "text": dict(o.text),
                "stage": o.stage,
                "resource": address(seen[o.resource_id]) if o.resource_id in seen else None,
            }
            for o in one.outputs.all()
        ],
        "links": [{"url": link.url, "doubt": link.doubt} for link in one.links.all()],
    }


def organisation(one: Organisation) -> dict[str, Any]:
    """An organisation with the names it goes by."""
    return {
        "url": address(one),
        "name": dict(one.name),
        "other_names": [alias.name for alias in one.aliases.all()],
        "kind": one.kind,
        "country": one.country,
        "city": one.city,
        "website": one.website,
    }


def resource(one: Resource) -> dict[str, Any]:
    """A work with its language editions."""
    return {
        "url": address(one),
        "kind": one.kind,
        "year": one.year,
        "access": one.access,
        "editions": [
            {
                "language": edition.language,
                "title": edition.title,
                "original": edition.is_original,
                "state": edition.state,
            }
            for edition in editions_there(one)
        ],
        "credits": [{"role": c.role, "name": str(c)} for c in one.credits.all()],
    }


def whole_resource(viewer: Any, one: Resource) -> dict[str, Any]:
    """A work with its summaries and files; where a file lies only if the viewer may have it."""
    mine = may_have(viewer, one)
    return {
        **resource(one),
        "summary": {e.language: e.summary for e in editions_there(one) if e.summary},
        "files": [
            {
                "label": f.label,
                "format": f.format,
                "language": f.language,
                **({"url": f.url} if mine else {}),
            }
            for f in one.files.select_related("edition")
            if f.edition is None or f.edition.state != EditionState.WITHDRAWN
        ],
    }


def editions_there(one: Resource) -> list[Edition]:
    """The editions of a work that were not withdrawn; asks for nothing when they are at hand."""
    return [each for each in one.editions.all() if each.state != EditionState.WITHDRAWN]


def programme(one: Programme) -> dict[str, Any]:
    """A programme."""
    return {
        "url": address(one),
        "kind": one.kind,
        "title": dict(one.title),
        "year": one.year,
        "starts_on": one.starts_on and one.starts_on.isoformat(),
        "ends_on": one.ends_on and one.ends_on.isoformat(),
        "aims": dict(one.aims),
    }


def activity_row(one: Activity) -> list[Any]:
    """An activity as a row of a sheet, for `ACTIVITY_HEADS`."""
    hosts = [str(part.organisation) for part in one.hosts if part.organisation]
    countries = dict.fromkeys(part.country_code for part in one.hosts if part.country_code)
    return [
        one.reporting_year,
        str(one.title),
        one.get_state_display(),
        one.starts_on,
        one.ends_on,
        one.get_precision_display(),
        "; ".join(hosts),
        "; ".join(country_name(code) for code in countries),
        "; ".join(countries),
        address(one),
    ]


def organisation_row(one: Organisation) -> list[Any]:
    """An organisation as a row of a sheet, for `ORGANISATION_HEADS`."""
    other = "; ".join(alias.name for alias in one.aliases.all())
    return [
        str(one.name),
        other,
        one.country_name,
        one.country,
        one.city,
        one.website,
        address(one),
    ]


def resource_row(one: Resource) -> list[Any]:
    """A work as a row of a sheet, for `RESOURCE_HEADS`."""
    languages = ", ".join(edition.language for edition in editions_there(one))
    behind = "; ".join(str(credit) for credit in one.credits.all())
    return [str(one.title), one.get_kind_display(), one.year, languages, behind, address(one)]


def programme_row(one: Programme) -> list[Any]:
    """A programme as a row of a sheet, for `PROGRAMME_HEADS`."""
    return [
        str(one.title),
        one.get_kind_display(),
        one.year,
        one.starts_on,
        one.ends_on,
        address(one),
    ]
