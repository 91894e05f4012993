"""Which overviews a viewer can see."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from plaza.activities.models import Activity
from plaza.figures.models import Release
from plaza.network.rules import desk
from plaza.publishing.models import Chapter, Overview
from plaza.publishing.states import State
from plaza.web.desk import Waiting
from plaza.web.models import Visibility
from plaza.web.refusals import Gone

LANGUAGES = ("en", "uk")
FORMS = ("pdf", "print.pdf", "docx")


def visible_overviews(viewer: Any) -> QuerySet[Overview]:
    """Published overviews, the newest first; the desk sees drafts too."""
    overviews = Overview.objects.select_related("release")
    return overviews if desk(viewer) else overviews.filter(state=State.PUBLISHED)


def visible_overview(viewer: Any, year: int) -> Overview:
    """The overview of a year, Gone where it was withdrawn, or Http404."""
    found = Overview.objects.select_related("release").filter(year=year).first()
    if found is None or (found.state == State.DRAFT and not desk(viewer)):
        raise Http404
    if found.state == State.WITHDRAWN and not desk(viewer):
        raise Gone(str(found))
    return found


def overview_at_desk(viewer: Any, year: int) -> Overview:
    """The overview of a year whatever its state, for those who make it."""
    found = Overview.objects.select_related("release").filter(year=year).first()
    if found is None:
        raise Http404
    return found


def overview_that_prints(release: Release) -> str:
    """Why a release stays public: a published overview prints its numbers."""
    found = Overview.objects.filter(release=release, state=State.PUBLISHED).first()
    if found is None:
        return ""
    return _(
        "The published overview of %(year)s prints the numbers of this release. "
        "Take the overview back first, or give it another release."
    ) % {"year": found.year}


def chapter_at_desk(viewer: Any, year: int, activity: int) -> Chapter:
    """The place of a public activity in the overview of its year, or Http404."""
    overview = overview_at_desk(viewer, year)
    chapter = overview.chapters.select_related("activity").filter(activity=activity).first()
    if chapter is not None:
        return chapter
    found = Activity.objects.filter(pk=activity, reporting_year=year, visibility=Visibility.PUBLIC)
    if (one := found.first()) is None:
        raise Http404
    return Chapter(overview=overview, activity=one)


@dataclass(frozen=True)
class Edition:
    """One file of an overview: in which language, in which form."""

    overview: Overview
    language: str
    form: str

    @property
    def file_name(self) -> str:
        """What the file is called when it is kept."""
        return f"overview-{self.overview.year}.{self.language}.{self.form}"


def overview_edition(viewer: Any, year: int, edition: str) -> Edition:
    """The file that an address names: `pdf`, `uk.pdf`, `uk.print.pdf`, `docx`; or Http404."""
    language, _dot, form = edition.partition(".")
    if language not in LANGUAGES:
        language, form = LANGUAGES[0], edition
    if form not in FORMS:
        raise Http404
    return Edition(visible_overview(viewer, year), language, form)


def overview_addresses() -> Iterator[str]:
    """The paths of all published overviews."""
    for overview in Overview.objects.filter(state=State.PUBLISHED):
        yield overview.get_absolute_url()


def waiting_overviews(viewer: Any) -> Iterator[Waiting]:
    """Years that have a public release and no published overview."""
    if not desk(viewer):
        return
    published = Overview.objects.filter(state=State.PUBLISHED).values("year")
    years = Release.objects.filter(is_public=True).exclude(year__in=published)
    for year in years.values_list("year", flat=True).distinct().order_by("year"):
        yield Waiting(
            what=_("The overview of %(year)s is not published") % {"year": year},
            why=_("Its figures are released. Choose order and words, then publish it."),
            button=_("Write the overview"),
            url=reverse("publishing:desk"),
        )
