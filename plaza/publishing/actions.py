"""Verbs of overviews."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.activities.models import Activity
from plaza.figures.models import Release
from plaza.figures.queries.lines import newest_release
from plaza.ledger.actions import advance, amend, create
from plaza.publishing.models import Chapter, Overview
from plaza.web.refusals import Refused


def begin_overview(year: int, *, by: Any, **facts: Any) -> Overview:
    """Begin the overview of a year; a year has one.

    Its numbers come from the newest release that everybody sees, if no other is named.
    """
    facts.setdefault("release", newest_release(year))
    return create(Overview(year=year, **facts), by=by)


@transaction.atomic
def edit_overview(overview: Overview, *, by: Any, **facts: Any) -> bool:
    """Change its words, or the release its numbers come from."""
    _of_the_same_year(overview, facts.get("release"))
    return amend(overview, by=by, **facts)


@transaction.atomic
def arrange_chapters(
    overview: Overview,
    *,
    by: Any,
    order: Sequence[int],
    hidden: Sequence[int] = (),
    short_titles: Mapping[int, str] | None = None,
) -> None:
    """Put the activities of the year in an order, leave some out, give some a shorter title."""
    known = {one.activity_id: one for one in overview.chapters.all()}
    of_the_year = set(
        Activity.objects.filter(reporting_year=overview.year).values_list("pk", flat=True)
    )
    if not set(order) <= of_the_year:
        raise Refused(_("One of these activities belongs to another year."))
    for position, activity in enumerate(order, start=1):
        chapter = known.get(activity) or create(
            Chapter(overview=overview, activity_id=activity, position=position),
            by=by,
            verb="arrange",
        )
        facts: dict[str, Any] = {"position": position, "is_shown": activity not in hidden}
        if short_titles is not None:
            language = get_language() or "en"
            facts["short_title"] = chapter.short_title.plus(
                short_titles.get(activity, ""), language
            )
        amend(chapter, by=by, verb="arrange", **facts)


@transaction.atomic
def edit_chapter(overview: Overview, *, activity: Activity, by: Any, **facts: Any) -> Chapter:
    """Give an activity words of its own in this overview."""
    chapter = overview.chapters.filter(activity=activity).first()
    if chapter is None:
        last = overview.chapters.aggregate(Max("position"))["position__max"] or 0
        return create(
            Chapter(overview=overview, activity=activity, position=last + 1, **facts), by=by
        )
    amend(chapter, by=by, **facts)
    return chapter


@transaction.atomic
def publish_overview(overview: Overview, *, by: Any) -> None:
    """Let everybody read it; its numbers come from a release that everybody sees."""
    if overview.release is None:
        raise Refused(_("Choose the release that its numbers come from."))
    if not overview.release.is_public:
        raise Refused(_("The release behind it is not public yet. Publish the figures first."))
    advance(overview, "publish", by=by, published_at=timezone.now())


def withdraw_overview(overview: Overview, *, by: Any) -> None:
    """Take it back; its address says that it was withdrawn."""
    advance(overview, "withdraw", by=by)


def _of_the_same_year(overview: Overview, release: Release | None) -> None:
    if release is not None and release.year != overview.year:
        raise Refused(
            _("This release is about %(release)s, the overview about %(year)s.")
            % {"release": release.year, "year": overview.year}
        )
