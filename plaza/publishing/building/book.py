"""The whole book."""

import datetime as dt

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.publishing.book.data import Book
from plaza.publishing.building import closing
from plaza.publishing.building.counts import people
from plaza.publishing.building.material import Material
from plaza.publishing.building.numbers import figures
from plaza.publishing.building.places import map_page, time_line
from plaza.publishing.building.spreads import spreads
from plaza.publishing.building.words import labels
from plaza.publishing.models import Overview, Picture
from plaza.web.periods import date_words

REGIONS = {"en": "GB", "uk": "UA"}


def book_of(overview: Overview, language: str) -> Book:
    """The overview as a book in one language; its numbers come from its release."""
    with translation.override(language):
        return book_from(Material(overview, language))


def book_from(material: Material) -> Book:
    """The book of some material, in the active language."""
    overview, count = material.overview, len(material.entries)
    title = str(overview.title) or _("The year of peer learning")
    subtitle = str(overview.subtitle) or _what_is_in_it(count)
    year = str(overview.year)
    return Book(
        language=material.language,
        region=REGIONS.get(material.language, ""),
        title=title,
        subtitle=subtitle,
        year=year,
        network=str(material.office or material.network),
        running_title=f"{title} · {year}",
        description=f"{subtitle or title} ({year})",
        labels=labels(),
        axis=material.axis,
        released_at=_released_at(overview),
        release_line=_release_line(overview),
        web_address=f"{settings.PLAZA_ADDRESS}{overview.get_absolute_url()}".split("://", 1)[-1],
        opening=closing.opening(material),
        figures=figures(material),
        people=people(material) if Picture.PEOPLE in overview.pictures else None,
        map=map_page(material) if Picture.MAP in overview.pictures else None,
        time_line=time_line(material) if Picture.TIME_LINE in overview.pictures else None,
        activities=spreads(material),
        thanks=closing.thanks(material),
        join=closing.join(material),
        notes=closing.notes(material),
    )


def _what_is_in_it(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)s peer learning activity, and what came of it",
        "%(count)s peer learning activities, and what came of them",
        count,
    ) % {"count": count}


def _released_at(overview: Overview) -> dt.datetime:
    """The moment of the release, so that the same release gives the same bytes."""
    if overview.release is not None:
        return overview.release.made_at.replace(microsecond=0)
    return dt.datetime(overview.year, 12, 31, tzinfo=dt.UTC)


def _release_line(overview: Overview) -> str:
    if overview.release is None:
        return _("Not released yet: the numbers may still change.")
    return _("Release %(number)s for %(year)s, counted up to %(day)s.") % {
        "number": overview.release.number,
        "year": overview.year,
        "day": date_words(overview.release.cut_off_on),
    }
