import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from plaza.network.forms.days import DayField

DAY = dt.date(2026, 5, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-05-14",
        "14.5.2026",
        "14. 05. 2026",
        "14/05/2026",
        "14 May 2026",
        "14. may 2026",
        "14 травня 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(typed):
    with translation.override("uk"):
        assert DayField().clean(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("5/2026", dt.date(2026, 5, 1), dt.date(2026, 5, 31)),
        ("May 2026", dt.date(2026, 5, 1), dt.date(2026, 5, 31)),
        ("Feb. 2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    ],
)
def test_a_month_or_a_year_stands_for_its_first_or_its_last_day(typed, first, last):
    assert (DayField().clean(typed), DayField(last=True).clean(typed)) == (first, last)


@pytest.mark.parametrize(
    "typed", ["3/4/2026", "31.2.2026", "14 Floréal 2026", "soon", "2026-13", "14 травня 2026"]
)
def test_what_may_mean_two_days_or_none_is_asked_for_again(typed):
    with pytest.raises(ValidationError, match="Write a day like"):
        DayField().clean(typed)


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01", "1899", "31.12.9999"])
def test_a_year_beyond_all_records_is_refused(typed):
    with pytest.raises(ValidationError, match="between 1900 and 2200"):
        DayField().clean(typed)
