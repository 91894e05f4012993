"""One spread per activity."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from plaza.activities.models import Activity as Record
from plaza.activities.models import Involvement
from plaza.activities.queries.maps import places_of
from plaza.network.countries import country_name
from plaza.network.language_names import language_name
from plaza.publishing.book.data import Activity, Fact, Link, Output, Stage
from plaza.publishing.book.told import Told
from plaza.publishing.building.counts import headcount
from plaza.publishing.building.material import Entry, Material, paragraphs_of, told
from plaza.publishing.building.places import roles_of, when_words

ROLE = Involvement.Role
STAGES: dict[str, Stage] = {
    "delivered": "delivered",
    "in_work": "in_work",
    "promised": "promised",
}


def spreads(material: Material) -> tuple[Activity, ...]:
    """All activities of the book."""
    return tuple(spread(material, entry) for entry in material.entries)


def spread(material: Material, entry: Entry) -> Activity:
    """One activity: heading, text, facts, what came of it."""
    record = entry.activity
    lead, paragraphs = _text(entry)
    return Activity(
        number=entry.number,
        title=entry.title,
        deck=told(record.heading),
        lead=lead,
        paragraphs=paragraphs,
        facts=tuple(Fact(label, value) for label, value in facts_of(record) if value),
        roles=roles_of(places_of([record])),
        span=material.span(record),
        outcomes=tuple(told(one.text) for one in record.outcomes.all()),
        outputs=tuple(
            Output(told(one.text), STAGES[one.stage], str(one.get_stage_display()).lower())
            for one in record.outputs.all()
        ),
        links=tuple(Link(str(one.label) or one.url, one.url) for one in record.links.all()),
        took_part=headcount(entry, str(entry.title)),
        in_language=_in_language([lead, *paragraphs]),
        address=f"{settings.PLAZA_ADDRESS}{record.get_absolute_url()}".split("://", 1)[-1],
    )


def facts_of(record: Record) -> Iterator[tuple[str, str]]:
    """The facts box, label by label; empty values are left out by the caller."""
    yield _("When"), when_words(record)
    for role, label in (
        (ROLE.HOST, _("Host")),
        (ROLE.CO_HOST, _("Co-hosts")),
        (ROLE.ORGANISER, _("Organiser")),
        (ROLE.PARTNER, _("With")),
        (ROLE.GUEST, _("Guests")),
    ):
        yield label, _organisations(record, role)
    yield _("Host country"), _host_country(record)
    yield _("Where"), record.venue or (_("Online") if record.is_online else "")
    yield _("Shape"), "; ".join(plan.in_words for plan in record.session_plans.all())
    yield _("Also taking part"), _countries(record)
    yield _("For whom"), str(record.audience)
    yield _("Supported by"), _organisations(record, ROLE.FUNDER)


def _organisations(record: Record, role: str) -> str:
    return "; ".join(
        _with_country(one)
        for one in record.involvements.all()
        if one.role == role and one.organisation
    )


def _with_country(one: Involvement) -> str:
    name, country = str(one.organisation), one.country_code
    return (
        f"{name}, {country_name(country)}"
        if country and one.is_named and one.role == ROLE.CO_HOST
        else name
    )


def _host_country(record: Record) -> str:
    codes = dict.fromkeys(one.country_code for one in record.hosts if one.country_code)
    return ", ".join(country_name(code) for code in codes) or record.country_printed


def _countries(record: Record) -> str:
    return ", ".join(
        country_name(one.country) for one in record.involvements.all() if not one.organisation
    )


def _text(entry: Entry) -> tuple[Told, tuple[Told, ...]]:
    chapter = entry.chapter
    own = chapter is not None and bool(chapter.text)
    paragraphs = paragraphs_of(chapter.text if own and chapter else entry.activity.text)
    if chapter is not None and chapter.lead:
        return told(chapter.lead), paragraphs
    return (paragraphs[0], paragraphs[1:]) if paragraphs else (Told(), ())


def _in_language(texts: Sequence[Told]) -> str:
    """A word for the eye where a text is not in the book's language."""
    tags = dict.fromkeys(one.language for one in texts if one and one.language)
    names = ", ".join(language_name(tag) for tag in tags)
    return _("Language of this text: %(languages)s") % {"languages": names} if names else ""
