"""All figures of a year, counted from the records: CPU and queries."""

import time

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.lines import Line, line_of
from plaza.activities.models import Activity
from plaza.figures.models import Release
from plaza.figures.queries.lines import figures_of_span, figures_of_year

MOST_MILLISECONDS, ROUNDS = 100, 7


def lines(network: str) -> list[Line]:
    """The newest year that was frozen, for everybody and counted whole; all years together."""
    year = Release.objects.filter(is_public=True).latest("year").year
    number = Activity.objects.filter(reporting_year=year).count()
    all_years = sorted(set(Activity.objects.values_list("reporting_year", flat=True)))
    visitor = AnonymousUser()
    known = f"{number} activities"
    return [
        _measured(f"{network}: all figures of {year} for everybody", known,
                  lambda: figures_of_year(visitor, year), MOST_MILLISECONDS),
        _measured(f"{network}: all figures of {year} counted whole", known,
                  lambda: figures_of_year(None, year), MOST_MILLISECONDS),
        _measured(f"{network}: all figures of {all_years[0]} to {all_years[-1]}", "",
                  lambda: figures_of_span(visitor, all_years[0], all_years[-1]), None),
    ]  # fmt: skip


def _measured(what: str, about: str, count, target: float | None) -> Line:  # type: ignore[no-untyped-def]
    with CaptureQueriesContext(connection) as captured:
        found = _count(count)
    values = []
    for _ in range(ROUNDS):
        start = time.process_time()
        _count(count)
        values.append((time.process_time() - start) * 1000)
    note = ", ".join(
        part for part in (about, f"{found} figures", f"{len(captured)} queries") if part
    )
    return line_of("figures", what, values, "ms", target=target, note=note)


def _count(count) -> int:  # type: ignore[no-untyped-def]
    """Count, and put what is missing into words, as a page does."""
    lines = count()
    return len([(one.value.number, one.gap, one.notes) for one in lines])
