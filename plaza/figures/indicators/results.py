"""What came of the activities: outcomes, resources, works in the library."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from django.db.models import Q

from plaza.activities.models import Outcome, Output
from plaza.figures.indicators.activities import activity_path
from plaza.figures.paths import path_of
from plaza.figures.values import Reason, Row, Value, counted
from plaza.figures.years import Years
from plaza.web.text import Text


def outcomes(years: Years) -> Value:
    """Outcomes, whatever stage they are at."""
    return _staged(years, years.outcomes, Outcome, "outcomes")


def outputs(years: Years) -> Value:
    """Resources that activities made or promised."""
    return _staged(years, years.outputs, Output, "outputs")


def works_made(years: Years) -> Value:
    """Works in the library that came of the activities."""
    return _works(years, Q(outputs__activity__in=years.among()), "from_activity")


def works_dated(years: Years) -> Value:
    """Works in the library that carry the year."""
    return _works(years, Q(year__in=years.years), "dated")


def _staged(
    years: Years, found: dict[str, int], model: type[Outcome] | type[Output], noun: str
) -> Value:
    def rows() -> Iterator[Row]:
        for key, activity, text, stage in years.results(model):
            held = years.activities[activity]
            yield Row(
                key=f"{model._meta.model_name}:{key}",
                label=text,
                columns={"stage": stage, "year": held.year},
                path=activity_path(held),
                why=(Reason("came_of", held.title, activity),),
            )

    order = ("delivered", "in_work", "promised")
    parts = tuple((stage, Decimal(found[stage])) for stage in order if stage in found)
    return counted(sum(found.values()), noun, rows, parts=parts)


def _works(years: Years, condition: Q, role: str) -> Value:
    works = years.works(condition).order_by().values("id").distinct()
    return counted(works.count(), "works", _work_rows(years, condition, role))


def _work_rows(years: Years, condition: Q, role: str) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        found = years.works(condition).order_by("sort_title", "id").distinct()
        for work in found.prefetch_related("editions"):
            yield Row(
                key=f"resource:{work.pk}",
                label=work.title or Text.of(work.sort_title),
                columns={"year": work.year, "kind": work.kind},
                path=path_of("library:resource", work.slug),
                why=(Reason(role, Text()),),
            )

    return rows
