"""Releases: all figures of a year, frozen with their rows."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plaza.figures.holds import holds_on
from plaza.figures.indicators.declared import BY_KEY
from plaza.figures.models import FrozenRow, FrozenValue, Release
from plaza.figures.queries.frozen import contents_of, details_of
from plaza.figures.queries.lines import counted_now, line_key, spans_printed
from plaza.figures.values import Value
from plaza.ledger.actions import amend, record_deed
from plaza.web.refusals import Refused

BATCH = 500
ATTEMPTS = 5
SOMEBODY_WAS_FASTER = {"40001", "23505"}  # PostgreSQL: a row is newer than the moment


def freeze_release(year: int, *, by: Any, **facts: Any) -> Release:
    """Freeze all figures of a year with their rows; nothing of it ever changes again.

    All records count as they stood at one moment, also those that not everybody sees; their rows
    stay hidden from others. The number is the next one of the year, whoever else freezes at the
    same time. Facts are `cut_off_on`, `why`, and perhaps `supersedes` and `is_public`.
    """
    for _attempt in range(ATTEMPTS - 1):
        try:
            return _freeze_release(year, by=by, **facts)
        except (OperationalError, IntegrityError) as error:
            if getattr(error.__cause__, "sqlstate", "") not in SOMEBODY_WAS_FASTER:
                raise
    return _freeze_release(year, by=by, **facts)


@contextmanager
def _one_moment() -> Iterator[None]:
    """All that is read was so at one moment; PostgreSQL has to be asked for that.

    Within a transaction that has begun already it cannot be asked any more.
    """
    asks = connection.vendor == "postgresql" and not connection.in_atomic_block
    with transaction.atomic():
        if asks:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


@_one_moment()
def _freeze_release(
    year: int,
    *,
    by: Any,
    cut_off_on: dt.date,
    why: str,
    supersedes: Release | None = None,
    is_public: bool = True,
) -> Release:
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


@transaction.atomic
def hide_release(release: Release, *, by: Any) -> None:
    """Show a release at the desk only, unless something that everybody reads prints it."""
    for sentence in holds_on(release):
        raise Refused(sentence)
    amend(release, by=by, verb="hide", is_public=False)


def _numbered(release: Release) -> Release:
    """Save under the next free number; the database settles who gets it.

    A number that somebody else took meanwhile may not be seen within this moment.
    """
    last = Release.objects.filter(year=release.year).aggregate(last=Max("number"))["last"]
    for attempt in range(ATTEMPTS):
        release.number = (last or 0) + 1 + attempt
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
