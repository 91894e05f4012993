"""What every indicator declares."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plaza.figures.values import Value
from plaza.figures.years import Years


class Basis(Enum):
    """Where the number comes from; numbers of two bases are never added."""

    RECORDS = "records"
    NAMED = "named"
    REPORTED = "reported"
    ESTIMATED = "estimated_reach"


BASIS_WORDS = {
    Basis.RECORDS: _("Counted from the records"),
    Basis.NAMED: _("People known by name"),
    Basis.REPORTED: _("Headcounts told by hosts"),
    Basis.ESTIMATED: _("Estimated reach"),
}


@dataclass(frozen=True)
class Indicator:
    """A figure: what it is called, what it counts and how, in one sentence and in code.

    `how` answers the same for the same records. `adds` says that years can be added up; of
    distinct things they cannot, because one of them may be in two years. `columns` are the codes
    of what its rows show.
    """

    key: str
    name: str | Promise
    definition: str | Promise
    counts: str | Promise
    how: Callable[[Years], Value]
    columns: tuple[str, ...]
    basis: Basis = Basis.RECORDS
    unit: str = ""
    adds: bool = True
    headline: int = 0
