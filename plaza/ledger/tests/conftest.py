"""The activity to which the tests of the ledger do their deeds."""

import pytest

from plaza.activities.actions import record_activity


@pytest.fixture
def rivers(dora):
    return record_activity(title="Rivers", reporting_year=2026, by=dora)
