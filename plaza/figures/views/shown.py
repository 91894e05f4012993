"""A line as templates need it: every number and sentence finished."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.figures.columns import HEADS, IN_NUMBERS, label_head
from plaza.figures.gaps import NAMED, supported
from plaza.figures.indicators.indicator import BASIS_WORDS
from plaza.figures.models import PublishedFigure
from plaza.figures.queries.compare import LineChange
from plaza.figures.queries.lines import FigureLine
from plaza.figures.queries.rows import RowShown, rows_shown
from plaza.figures.values import Value
from plaza.figures.words import PARTS, number_words, printed_words, value_words

SEATS = 400
LONG = 5
PAGE = 50
FORMS = ("csv", "json", "xlsx")


@dataclass(frozen=True)
class LineShown:
    """One line of the table of figures, closed or open to its rows."""

    line: FigureLine
    viewer: Any
    is_open: bool = False
    start: int = 0
    is_alone: bool = False

    @cached_property
    def anchor(self) -> str:
        """The id of the line on its page."""
        return f"figure-{self.line.key.replace(':', '-')}"

    @cached_property
    def name(self) -> str:
        """What it is called."""
        return self.line.name

    @cached_property
    def basis(self) -> str:
        """Where the number comes from."""
        return str(BASIS_WORDS[self.line.indicator.basis])

    @cached_property
    def printed(self) -> list[tuple[str, PublishedFigure]]:
        """Each different printed number once."""
        found: dict[str, PublishedFigure] = {}
        for one in self.line.printed:
            found.setdefault(printed_words(one), one)
        return list(found.items())

    @cached_property
    def sources(self) -> list[dict[str, Any]]:
        """Where each number was printed, in the words that were printed if they are kept."""
        return [
            {"figure": one, "words": _("“%(words)s”") % {"words": one.printed}}
            if one.printed
            else {"figure": one, "words": printed_words(one)}
            for one in self.line.printed
        ]

    @cached_property
    def computed(self) -> str:
        """The value in words; what may count stands in for a number that nobody knows."""
        return computed_words(self.line.value)

    @cached_property
    def is_long(self) -> bool:
        """A range or an amount is set smaller."""
        return len(self.computed) > LONG or any(len(words) > LONG for words, _one in self.printed)

    @cached_property
    def is_unsure(self) -> bool:
        """Nobody knows of any row whether it counts."""
        return self.line.value.number is None and bool(self.line.value.unknown)

    @cached_property
    def gauge_rows(self) -> float:
        """How far the gauge is filled."""
        return float(supported(self.line.value))

    @cached_property
    def gauge_printed(self) -> float | None:
        """Where the gauge ends; nothing where no number was printed."""
        printed = self.line.printed_number
        return None if printed is None else float(printed)

    @cached_property
    def parts(self) -> str:
        """How the number is shared out, where it has more than one part."""
        if len(self.line.value.parts) < 2:
            return ""
        return ", ".join(
            f"{number_words(number)} {PARTS.get(code, code)}"
            for code, number in self.line.value.parts
        )

    @cached_property
    def open_words(self) -> str:
        """The words of the link to the rows."""
        return ngettext("Open %(n)s row", "Open %(n)s rows", self.line.rows) % {
            "n": number_words(self.line.rows)
        }

    @cached_property
    def seats(self) -> tuple[int, int]:
        """Lit and empty seats of the round, or none where the figure counts no single things."""
        whole = int(self.line.printed_number or 0)
        if self.line.value.noun not in {*NAMED, "activities"} or not 2 <= whole <= SEATS:
            return 0, 0
        lit = min(self.line.rows, whole)
        return lit, whole - lit

    @cached_property
    def seat_rows(self) -> int | None:
        """Two arcs leave room for the number; many seats need more of them."""
        return 2 if sum(self.seats) <= 60 else None

    @cached_property
    def seats_words(self) -> str:
        """What the round says."""
        lit, empty = self.seats
        return ngettext("of %(n)s has a name", "of %(n)s have a name", lit) % {
            "n": number_words(lit + empty)
        }

    @cached_property
    def heads(self) -> list[tuple[str, bool]]:
        """Heads of the columns, and whether numbers stand in them."""
        columns = self.line.indicator.columns
        first = label_head(self.line.indicator.key, columns)
        return [(first, False), *((str(HEADS[code]), code in IN_NUMBERS) for code in columns)]

    @cached_property
    def rows(self) -> list[RowShown]:
        """One page of rows."""
        return rows_shown(self.line, self.viewer, self.start, self.start + PAGE)

    @cached_property
    def more(self) -> int:
        """How many rows stand on further pages."""
        return 0 if self.is_alone else max(self.line.rows - PAGE, 0)

    @cached_property
    def nameless(self) -> tuple[int, int] | None:
        """From which number to which the printed figure has no name behind it."""
        if self.line.value.noun not in NAMED or not self.line.unknown:
            return None
        return self.line.rows + 1, self.line.rows + int(self.line.unknown)

    @cached_property
    def nameless_words(self) -> str:
        """What the hatched rows are."""
        number = int(self.line.unknown)
        return ngettext(
            "%(n)s that was printed but is not named",
            "%(n)s that were printed but are not named",
            number,
        ) % {"n": number_words(number)}


def sections(lines: Iterable[FigureLine], request: HttpRequest) -> list[LineShown]:
    """The lines of a page, one of them open if its address says so."""
    wanted = request.GET.get("open", "")
    return [LineShown(one, request.user, is_open=one.key == wanted) for one in lines]


def table_links(path: str) -> list[tuple[str, str]]:
    """The same address as a file, form by form."""
    return [(form.upper(), f"{path.rstrip('/')}.{form}") for form in FORMS]


@dataclass(frozen=True)
class ChangeShown:
    """One figure of a comparison with its two values in words."""

    line: LineChange

    @property
    def before(self) -> str:
        """The value in the earlier release."""
        return computed_words(self.line.before) or _("no rows")

    @property
    def after(self) -> str:
        """The value in the later one."""
        return computed_words(self.line.after) or _("no rows")


def changes_shown(lines: Iterable[LineChange]) -> list[ChangeShown]:
    """The differing figures of a comparison."""
    return [ChangeShown(one) for one in lines]


def computed_words(value: Value) -> str:
    """A value in words; what may count stands in for a number that nobody knows."""
    if value.number is None and value.unknown:
        return number_words(value.unknown)
    return value_words(value)
