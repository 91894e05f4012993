"""What lies between a printed figure and its rows, in words. Never a percentage."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.figures.models import PublishedFigure
from plaza.figures.values import Value
from plaza.figures.words import number_words, printed_words, value_words, with_unit

NAMED: dict[str, Callable[[int], str]] = {
    "hosts": lambda n: ngettext("%(n)s host is named", "%(n)s hosts are named", n),
    "organisations": lambda n: ngettext(
        "%(n)s organisation is named", "%(n)s organisations are named", n
    ),
    "members": lambda n: ngettext("%(n)s member is named", "%(n)s members are named", n),
    "countries": lambda n: ngettext("%(n)s country is named", "%(n)s countries are named", n),
}


def supported(value: Value) -> Decimal:
    """How much of a number the rows stand for: what is named, or may count, counts one by one."""
    if value.noun in NAMED or value.unknown:
        return max(Decimal(value.count), value.number or Decimal(0))
    return value.upper if value.upper is not None else value.number or Decimal(0)


def missing(printed: Sequence[PublishedFigure], value: Value) -> Decimal:
    """How much of the largest printed number has no row."""
    largest = max((one.number for one in printed), default=Decimal(0))
    return max(largest - supported(value), Decimal(0))


def gap_sentence(printed: Sequence[PublishedFigure], value: Value) -> str:
    """What is missing, one sentence for each different printed number; empty if none is printed."""
    different = {(one.number, one.unit, one.qualifier): one for one in printed}
    sentences = [_sentence(one, value) for one in different.values()]
    return " ".join([*sentences, *_periods(printed)])


def _sentence(printed: PublishedFigure, value: Value) -> str:
    start = _("%(printed)s as printed") % {"printed": printed_words(printed)}
    if not value.count and value.number is None:
        return _("%(start)s, no rows.") % {"start": start}
    whole = supported(value)
    if printed.qualifier:
        return f"{start}; {_supported(value)}."
    if _may_be(value, printed.number, whole):
        return f"{start}; {_supported(value)}."
    if printed.number == whole:
        return _("Nothing is missing.")
    if printed.number < whole:
        more = _number(value, whole - printed.number)
        return f"{start}; {_supported(value)}; " + _("%(n)s more than printed.") % {"n": more}
    return f"{start}; {_supported(value)}; {_unsupported(value, printed.number - whole)}."


def _may_be(value: Value, printed: Decimal, whole: Decimal) -> bool:
    """The records allow more than one number, and the printed one is among them."""
    if value.unknown:
        return (value.number or Decimal(0)) <= printed <= whole
    return value.is_range and value.number is not None and value.number <= printed <= whole


def _supported(value: Value) -> str:
    if value.noun in NAMED:
        count = int(supported(value))
        return NAMED[value.noun](count) % {"n": number_words(count)}
    if not value.unknown:
        return _recorded(value)
    unsure = ngettext(
        "of %(n)s nobody wrote down whether it counts",
        "of %(n)s nobody wrote down whether they count",
        value.unknown,
    ) % {"n": number_words(value.unknown)}
    return unsure if value.number is None else f"{_recorded(value)}, {unsure}"


def _recorded(value: Value) -> str:
    words = value_words(value)
    if value.is_range:
        return _("the records give %(range)s") % {"range": words}
    number = int(value.number or 0)
    return ngettext("%(n)s is recorded", "%(n)s are recorded", number) % {"n": words}


def _unsupported(value: Value, number: Decimal) -> str:
    if value.noun in NAMED:
        words = ngettext(
            "%(n)s is not named in any document", "%(n)s are not named in any document", int(number)
        )
    else:
        words = ngettext("%(n)s has no row", "%(n)s have no row", int(number))
    return words % {"n": _number(value, number)}


def _number(value: Value, number: Decimal) -> str:
    return with_unit(number_words(number), value.unit)


def _periods(printed: Sequence[PublishedFigure]) -> list[str]:
    """One number printed with two different periods: both are kept, and the page says so."""
    periods = list(dict.fromkeys(one.period_printed for one in printed if one.period_printed))
    if len(periods) < 2 or len({one.number for one in printed}) > 1:
        return []
    quoted = [_("“%(words)s”") % {"words": words} for words in periods]
    said = _(" and once as ").join(quoted)
    return [_("Printed once as %(periods)s; both are kept.") % {"periods": said}]
