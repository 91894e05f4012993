"""Sums of money as large numbers are written."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency, get_currency_symbol
from django.utils.translation import get_language


def sum_words(number: Decimal, currency: str) -> str:
    """€24,354: as the reader's language writes it, without cents where there are none.

    Languages whose own sign for a currency is its code get the sign that everybody knows.
    """
    locale = (get_language() or "en").replace("-", "_").replace("en", "en_GB", 1)
    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    if number == number.to_integral_value():
        pattern = pattern.replace(".00", "")
    words = format_currency(number, currency, format=pattern, locale=locale, currency_digits=False)
    return str(words.replace(currency, get_currency_symbol(currency, "en_GB")))
