"""Figures and their rows as tables and as JSON, for people's spreadsheets and for programs."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from plaza.figures.columns import HEADS, label_head
from plaza.figures.exports import Table
from plaza.figures.indicators.indicator import BASIS_WORDS
from plaza.figures.models import PublishedFigure
from plaza.figures.queries.lines import FigureLine, newest_release
from plaza.figures.queries.rows import CHUNK, every_row, hidden_from, seen_rows
from plaza.figures.queries.years import (
    SpanFigures,
    YearFigures,
    figure,
    now_figure,
    span_figure,
    span_figures,
    year_figures,
    year_now,
)
from plaza.figures.values import Row
from plaza.figures.words import printed_words

Json = dict[str, Any]


def year_table(viewer: Any, year: int, form: str, number: int | None = None) -> Table:
    """All figures of a year, one line each."""
    found = year_figures(viewer, year, number)
    name = f"figures-{year}" if number is None else f"figures-{year}-release-{number}"
    return _lines_table(name, form, found.lines, year_json(found))


def now_table(viewer: Any, year: int, form: str) -> Table:
    """The same as the records stand."""
    found = year_now(viewer, year)
    return _lines_table(f"figures-{year}-now", form, found.lines, year_json(found))


def span_table(viewer: Any, first: int, last: int, form: str) -> Table:
    """All figures of a span, one line each."""
    found = span_figures(viewer, first, last)
    return _lines_table(f"figures-{first}-{last}", form, found.lines, _span_json(found))


def figure_table(viewer: Any, year: int, key: str, form: str, number: int | None = None) -> Table:
    """The rows of one figure."""
    return _rows_table(f"figures-{year}-{key}", form, figure(viewer, year, key, number), viewer)


def now_figure_table(viewer: Any, year: int, key: str, form: str) -> Table:
    """The rows of one figure as the records stand."""
    return _rows_table(f"figures-{year}-{key}-now", form, now_figure(viewer, year, key), viewer)


def span_figure_table(viewer: Any, first: int, last: int, key: str, form: str) -> Table:
    """The rows of one cumulated figure."""
    line = span_figure(viewer, first, last, key)
    return _rows_table(f"figures-{first}-{last}-{key}", form, line, viewer)


def figures_json(year: int, *, viewer: Any = None, rows: bool = True, now: bool = False) -> Json:
    """All figures of a year in the documented shape; no viewer means that all is counted.

    The values are those of the newest public release; `now`, or where there is none, as counted.
    """
    found = YearFigures(year, None if now else newest_release(year), (), viewer)
    answer = year_json(found)
    if rows:
        for line, one in zip(found.lines, answer["figures"], strict=True):
            one["rows"] = list(json_rows(line, viewer))
    return answer


def year_json(found: YearFigures) -> Json:
    """A year: when it was counted, which release it is, its figures without rows."""
    release = found.release
    return {
        "year": found.year,
        "counted_up_to": found.cut_off_on.isoformat(),
        "release": {
            "number": release.number,
            "made_at": release.made_at.isoformat(),
            "why": release.why,
        }
        if release
        else None,
        "figures": [line_json(one) for one in found.lines],
    }


def line_json(line: FigureLine) -> Json:
    """One figure: definition, value, printed numbers, what is missing."""
    return {
        "key": line.indicator.key,
        "first_year": line.first,
        "last_year": line.last,
        "name": str(line.indicator.name),
        "definition": str(line.indicator.definition),
        "basis": line.indicator.basis.value,
        "value": _number(line.value.number),
        "upper": _number(line.value.upper),
        "unit": line.value.unit or line.indicator.unit,
        "row_count": line.rows,
        "not_known_whether_they_count": line.value.unknown,
        "parts": {code: _number(number) for code, number in line.value.parts},
        "left_out": dict(line.value.notes),
        "printed": [_printed_json(one) for one in line.printed],
        "missing": line.gap,
        "url": f"{settings.PLAZA_ADDRESS}{line.url}",
    }


def json_rows(line: FigureLine, viewer: Any) -> Iterator[Json]:
    """The rows of a figure one by one; what is hidden from the viewer is a row without a name."""
    source = line.value.stream()
    while rows := list(islice(source, CHUNK)):
        for row in seen_rows(rows, hidden_from(viewer, rows)):
            yield _row_json(row) if row is not None else {"key": None}


def _row_json(row: Row) -> Json:
    return {
        "key": row.key,
        "label": dict(row.label),
        **dict(row.columns),
        "url": f"{settings.PLAZA_ADDRESS}{row.path}" if row.path else None,
        "why": [
            {"role": one.role, "title": dict(one.title), "activity": one.activity}
            for one in row.why
        ],
    }


def _printed_json(one: PublishedFigure) -> Json:
    return {
        "number": _number(one.number),
        "unit": one.unit,
        "qualifier": one.qualifier,
        "first_year": one.first_year,
        "last_year": one.last_year,
        "period_printed": one.period_printed,
        "source": one.source,
        "source_url": one.source_url,
        "printed_on": one.printed_on.isoformat() if one.printed_on else None,
    }


def _span_json(found: SpanFigures) -> Json:
    return {
        "first_year": found.first,
        "last_year": found.last,
        "figures": [line_json(one) for one in found.lines],
    }


def _lines_table(name: str, form: str, lines: Iterable[FigureLine], facts: Json) -> Table:
    heads = [
        _("Figure"),
        _("Years"),
        _("Definition"),
        _("Basis"),
        _("As printed"),
        _("Where it was printed"),
        _("From the records"),
        _("At most"),
        _("Unit"),
        _("Rows"),
        _("What is missing"),
        _("Address"),
    ]
    rows = ([*_line_cells(one)] for one in lines)
    return Table(name, form, heads, rows, iter([json.dumps(facts, ensure_ascii=False)]))


def _line_cells(line: FigureLine) -> Iterator[Any]:
    yield str(line.indicator.name)
    yield str(line.last) if not line.is_span else f"{line.first}–{line.last}"
    yield str(line.indicator.definition)
    yield str(BASIS_WORDS[line.indicator.basis])
    yield "; ".join(printed_words(one) for one in line.printed)
    yield "; ".join(dict.fromkeys(one.source for one in line.printed))
    yield line.value.number
    yield line.value.upper
    yield line.value.unit
    yield line.rows
    yield line.gap
    yield f"{settings.PLAZA_ADDRESS}{line.url}"


def _rows_table(name: str, form: str, line: FigureLine, viewer: Any) -> Table:
    columns = line.indicator.columns
    heads = [
        _("No."),
        label_head(line.indicator.key, columns),
        *(str(HEADS[code]) for code in columns),
        _("Why it counts"),
        _("Address"),
    ]
    return Table(name, form, heads, _cells(line, viewer), _json_text(line, viewer))


def _cells(line: FigureLine, viewer: Any) -> Iterator[list[Any]]:
    width = len(line.indicator.columns)
    for row in every_row(line, viewer):
        why = "; ".join(
            f"{one.roles}: {one.title}" if str(one.title) else one.roles for one in row.why
        )
        cells = [_plain(one.plain) if one.is_number else one.words for one in row.cells]
        cells += [""] * (width - len(cells))
        url = f"{settings.PLAZA_ADDRESS}{row.url}" if row.url else ""
        yield [row.number, str(row.label), *cells, why, url]


def _json_text(line: FigureLine, viewer: Any) -> Iterator[str]:
    """The figure with its rows, written piece by piece."""
    head = json.dumps(line_json(line), ensure_ascii=False)
    yield head[:-1] + ', "rows": ['
    for number, row in enumerate(json_rows(line, viewer)):
        yield (", " if number else "") + json.dumps(row, ensure_ascii=False)
    yield "]}"


def _plain(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) and value else value


def _number(number: Decimal | None) -> int | float | None:
    """Whole numbers stay whole in JSON."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
