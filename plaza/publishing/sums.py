"""Sums of money as large numbers are written."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency
from django.utils.translation import get_language


def sum_words(number: Decimal, currency: str) -> str:
    """€24,354: as the reader's language writes it, without cents where there are none."""
    locale = (get_language() or "en").replace("-", "_").replace("en", "en_GB", 1)
    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    if number == number.to_integral_value():
        pattern = pattern.replace(".00", "")
    return str(
        format_currency(number, currency, format=pattern, locale=locale, currency_digits=False)
    )
