"""Releases: all figures of a year, frozen with their rows."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import FrozenRow, FrozenValue, Release
from plaza.figures.queries.frozen import contents_of, details_of
from plaza.figures.queries.lines import counted_now, line_key, spans_printed
from plaza.figures.values import Value
from plaza.ledger.actions import amend, record_deed
from plaza.web.refusals import Refused

BATCH = 500
ATTEMPTS = 5


@transaction.atomic
def freeze_release(
    year: int,
    *,
    by: Any,
    cut_off_on: dt.date,
    why: str,
    supersedes: Release | None = None,
    is_public: bool = True,
) -> Release:
    """Freeze all figures of a year with their rows; nothing of it ever changes again.

    All records count, also those that not everybody sees; their rows stay hidden from others.
    The number is the next one of the year, whoever else freezes at the same time.
    """
    if not why.strip():
        raise Refused(_("Say why this release is made."))
    if cut_off_on > timezone.localdate():
        raise Refused(_("That day has not come yet. Choose today or an earlier day."))
    if supersedes is not None and supersedes.year != year:
        raise Refused(_("A release takes the place of one of the same year."))
    if Release.objects.filter(supersedes=supersedes).exclude(supersedes=None).exists():
        raise Refused(_("Another release has already taken the place of that one."))
    release = _numbered(
        Release(
            year=year,
            cut_off_on=cut_off_on,
            why=why.strip(),
            made_by=by,
            supersedes=supersedes,
            is_public=is_public,
        )
    )
    _freeze(release)
    record_deed(release, "freeze", by=by, changes={"number": [None, release.number]}, note=why)
    return release


def publish_release(release: Release, *, by: Any) -> None:
    """Let everybody see a release."""
    amend(release, by=by, verb="publish", is_public=True)


def hide_release(release: Release, *, by: Any) -> None:
    """Show a release at the desk only."""
    amend(release, by=by, verb="hide", is_public=False)


def _numbered(release: Release) -> Release:
    """Save under the next free number; the database settles who gets it."""
    for attempt in range(ATTEMPTS):
        last = Release.objects.filter(year=release.year).aggregate(last=Max("number"))["last"]
        release.number = (last or 0) + 1
        try:
            with transaction.atomic():
                release.save(force_insert=True)
        except IntegrityError:
            if attempt == ATTEMPTS - 1:
                raise
            continue
        break
    return release


def _freeze(release: Release) -> None:
    """Write values and rows; a value that is not known is kept as such."""
    year = release.year
    values = counted_now(None, year, year, cut_off=release.cut_off_on)
    for key, first in spans_printed(year):
        found = counted_now(None, first, year, [BY_KEY[key]], cut_off=release.cut_off_on)
        values[line_key(key, first, year)] = found[key]
    with translation.override("en"):
        FrozenValue.objects.bulk_create(
            _frozen_value(release, key, value) for key, value in values.items()
        )
    rows = _frozen_rows(release, values)
    while batch := list(islice(rows, BATCH)):
        FrozenRow.objects.bulk_create(batch)


def _frozen_value(release: Release, key: str, value: Value) -> FrozenValue:
    return FrozenValue(
        release=release,
        indicator=key,
        value=value.number,
        upper=value.upper,
        unit=value.unit,
        definition=str(BY_KEY[key.split(":")[0]].definition),
        details=details_of(value),
    )


def _frozen_rows(release: Release, values: dict[str, Value]) -> Iterator[FrozenRow]:
    for key, value in values.items():
        for position, row in enumerate(value.stream()):
            yield FrozenRow(
                release=release,
                indicator=key,
                key=row.key,
                contents=contents_of(row),
                position=position,
            )
