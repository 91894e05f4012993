"""Records in the words of schema.org."""

from typing import Any

from plaza.activities.models import HOSTING, Activity
from plaza.activities.states import State
from plaza.exchange.records import address, editions_there
from plaza.library.models import Resource
from plaza.network.models import Organisation
from plaza.web.periods import Precision

STATUS = {
    State.CANCELLED: "https://schema.org/EventCancelled",
    State.POSTPONED: "https://schema.org/EventPostponed",
}


def event(one: Activity) -> dict[str, Any]:
    """An activity as an event; its dates only as exactly as they are known."""
    said = one.title.said()
    return {
        "@type": "EducationEvent",
        "name": said.text,
        "inLanguage": one.languages,
        "url": address(one),
        "startDate": _date(one, one.starts_on),
        "endDate": "" if one.open_end else _date(one, one.ends_on),
        "eventStatus": STATUS.get(State(one.state), "https://schema.org/EventScheduled"),
        "eventAttendanceMode": f"https://schema.org/{'Online' if one.is_online else 'Offline'}"
        "EventAttendanceMode",
        "location": _location(one),
        "organizer": [
            {"@type": "Organization", "name": str(part.organisation)}
            for part in one.involvements.all()
            if part.role in HOSTING and part.organisation
        ],
    }


def organisation(one: Organisation) -> dict[str, Any]:
    """An organisation with its other names."""
    return {
        "@type": "Organization",
        "name": str(one.name),
        "alternateName": [alias.name for alias in one.aliases.all()],
        "url": one.website or address(one),
        "address": one.country
        and {
            "@type": "PostalAddress",
            "addressCountry": one.country,
            **({"addressLocality": one.city} if one.city else {}),
        },
    }


def learning_resource(one: Resource) -> dict[str, Any]:
    """A work with its languages."""
    said = one.title.said()
    return {
        "@type": "LearningResource",
        "name": said.text,
        "url": address(one),
        "learningResourceType": one.kind,
        "datePublished": str(one.year or ""),
        "inLanguage": [edition.language for edition in editions_there(one)],
        "publisher": [
            {"@type": "Organization", "name": str(credit)} for credit in one.credits.all()
        ],
        "isAccessibleForFree": one.access == Resource.Access.OPEN,
    }


def _date(one: Activity, day: Any) -> str:
    """ISO 8601 as short as the date is known: a month stays a month."""
    if day is None:
        return ""
    if one.precision == Precision.DAY:
        return str(day.isoformat())
    return str(day.year) if one.precision == Precision.YEAR else f"{day:%Y-%m}"


def _location(one: Activity) -> dict[str, Any]:
    if one.venue:
        return {"@type": "Place", "name": one.venue}
    return {"@type": "VirtualLocation", "url": address(one)} if one.is_online else {}
