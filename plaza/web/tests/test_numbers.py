"""A number is read as it was meant, or people are asked; never as another number."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plaza.web.numbers import NumberField

AMOUNT = NumberField(max_digits=18, decimal_places=4)
RATE = NumberField(max_digits=14, decimal_places=8, is_rate=True)


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24354", "24354"),
        ("24 354", "24354"),
        ("24\u202f354,5", "24354.5"),
        ("24,354", "24354"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234.50", "1234.5"),
        ("1.234,50", "1234.5"),
        ("24’354.50", "24354.5"),
        ("1200.50", "1200.5"),
        ("1200,5", "1200.5"),
        ("24.354", "24.354"),
        (".5", "0.5"),
        ("-24,354", "-24354"),
    ],
)
def test_an_amount_is_read_the_same_in_every_language(typed, meant, language):
    with translation.override(language):
        assert AMOUNT.clean(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["0,234", "1234,567", "01,234", "1,23.50", "1,2,3", "1.23,456.7"])
def test_an_amount_that_can_be_two_numbers_is_refused(typed):
    with pytest.raises(ValidationError, match="can be read in two ways"):
        AMOUNT.clean(typed)


@pytest.mark.parametrize("typed", ["twelve", "12a", "1e5", ",", "--1", "NaN"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValidationError, match="Enter a number"):
        AMOUNT.clean(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("0,234", "0.234"), ("0.234", "0.234"), ("24,354", "24.354"), ("1.234,5", "1234.5")],
)
def test_in_a_rate_a_comma_is_a_decimal_sign(typed, meant):
    assert RATE.clean(typed) == Decimal(meant)


@pytest.mark.parametrize("language", ["en", "uk"])
@given(number=st.decimals(-99999999, 99999999, places=4))
def test_a_number_that_is_shown_is_always_read_back_as_itself(number, language):
    with translation.override(language):
        assert AMOUNT.clean(AMOUNT.prepare_value(number)) == number
