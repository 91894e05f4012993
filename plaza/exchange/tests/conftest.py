"""Records and readers for the tests of this room."""

import datetime as dt

import pytest

from plaza.exchange.tests.records import DAY, make_activity


@pytest.fixture
def rivers(dora):
    return make_activity(dora, starts_on=DAY, ends_on=DAY + dt.timedelta(days=1))
