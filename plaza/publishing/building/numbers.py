"""The figures of a year: as printed, from the records, and what lies between."""

from django.utils.translation import gettext as _

from plaza.figures.queries.lines import FigureLine, figures_of_year
from plaza.figures.words import counted_words, number_words, printed_words, value_words
from plaza.publishing.book.data import FigureRow, Figures, TopFigure
from plaza.publishing.building.material import Material
from plaza.publishing.sums import sum_words

MOST_ON_TOP = 4
ALWAYS = ("participants", "participants_unclear", "sessions", "hours", "study_visits", "outcomes")


def figures(material: Material) -> Figures | None:
    """Large numbers on top, and a table of all that was printed or can be counted."""
    overview = material.overview
    lines = figures_of_year(None, overview.year, overview.release)
    if not lines:
        return None
    return Figures(
        heading=_("The year in figures"),
        lead=_("What was printed stands beside what the records hold. Nothing is repaired."),
        top=tuple(_top(line) for line in _headlines(material, lines)),
        top_note=_top_note(material, lines),
        rows=tuple(_row(line) for line in lines if line.printed or line.key in ALWAYS),
        note=_("Every number opens to its rows on the web, where further figures stand too."),
    )


def _headlines(material: Material, lines: list[FigureLine]) -> list[FigureLine]:
    chosen = list(material.overview.headline_figures)
    if chosen:
        by_key = {line.key: line for line in lines}
        return [by_key[key] for key in chosen if key in by_key][:MOST_ON_TOP]
    of_the_year = [line for line in lines if line.indicator.headline and not line.is_span]
    return sorted(of_the_year, key=lambda line: line.indicator.headline)[:MOST_ON_TOP]


def _top(line: FigureLine) -> TopFigure:
    if not line.printed:
        word = counted_words(line.indicator, line.value.number)
        return TopFigure(value_words(line.value) or "–", word)
    newest = line.printed[-1]
    if newest.unit:
        return TopFigure(sum_words(newest.number, newest.unit), str(line.indicator.name).lower())
    return TopFigure(number_words(newest.number), counted_words(line.indicator, newest.number))


def _top_note(material: Material, lines: list[FigureLine]) -> str:
    if any(line.printed for line in _headlines(material, lines)):
        return _("as printed for %(year)s") % {"year": material.overview.year}
    return _("from the records of %(year)s") % {"year": material.overview.year}


def _row(line: FigureLine) -> FigureRow:
    return FigureRow(
        name=line.name,
        printed="; ".join(dict.fromkeys(printed_words(one) for one in line.printed))
        or _("not printed"),
        computed=value_words(line.value) or _("no rows"),
        between=" ".join([part for part in (line.gap, *line.notes) if part]),
    )
