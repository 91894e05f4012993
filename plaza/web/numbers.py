"""Numbers as people type them, in whatever way their language writes them."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_NUMBER = re.compile(r"[+-]?[\d.,]*\d[\d.,]*")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_BETWEEN = str.maketrans("", "", "'’")


class NumberField(forms.DecimalField):
    """A number as it is typed or pasted: 24 354, 24,354, 1200.50 or 1.200,50.

    A dot that stands alone is a decimal sign. A comma that stands alone is one too, unless three
    digits follow: then it divides thousands, or where it cannot do that, people are asked. In a
    rate (`is_rate`) a comma is always a decimal sign.
    """

    widget = forms.TextInput

    def __init__(self, *, is_rate: bool = False, **options: Any) -> None:
        self.is_rate = is_rate
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Small devices offer digits."""
        return {**super().widget_attrs(widget), "inputmode": "decimal"}

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """The number, or a refusal where it could be two different ones."""
        if isinstance(value, str):
            value = "".join(value.split()).translate(_BETWEEN)
            if value and not _NUMBER.fullmatch(value):
                raise ValidationError(self.error_messages["invalid"], code="invalid")
            value = _plain(value, is_rate=self.is_rate)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """With a dot, which is read back as it stands, and without zeros that say nothing."""
        if not isinstance(value, Decimal):
            return value
        places = self.decimal_places or 0
        whole = value == value.to_integral_value()
        return format(value.normalize(), "f") if places > 2 or whole else str(value)


def _plain(words: str, *, is_rate: bool) -> str:
    """The digits with a dot before the decimals and nothing else."""
    sign = words[:1] if words[:1] in ("+", "-") else ""
    digits = words.removeprefix(sign)
    place = max(digits.rfind("."), digits.rfind(","))
    if place < 0:
        return words
    head, last, tail = digits[:place], digits[place], digits[place + 1 :]
    if last not in head:
        other = "," if last == "." else "."
        if other in head:
            return f"{sign}{_ungrouped(head, other)}.{tail}"
        if last == "." or is_rate or len(tail) != 3:
            return f"{sign}{head}.{tail}"
    return sign + _ungrouped(digits, last)


def _ungrouped(digits: str, sign: str) -> str:
    """Digits without what divides thousands, or a refusal where it does not divide them."""
    other = "," if sign == "." else "."
    if other in digits or not _GROUPS.fullmatch(digits):
        raise ValidationError(
            _("“%(number)s” can be read in two ways. Write a dot before the decimals, no comma."),
            code="two_ways",
            params={"number": digits},
        )
    return digits.replace(sign, "")
