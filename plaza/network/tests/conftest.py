"""Organisations of the tests, and browsers that have signed in."""

import datetime as dt

import pytest
from django.core.cache import cache

from plaza.network.actions import affiliate, record_membership, record_organisation


@pytest.fixture(autouse=True)
def _nobody_has_asked_too_often():
    cache.clear()


@pytest.fixture
def academy(system):
    """An organisation in Croatia with another name."""
    return record_organisation(
        name="Open Academy Step by Step",
        country="HR",
        aliases=("Pučko otvoreno učilište Korak po korak",),
        by=system,
    )


@pytest.fixture
def league(system):
    """An organisation in Belarus."""
    return record_organisation(name="Krok za Krokam", country="BY", kind="ngo", by=system)


@pytest.fixture
def member(academy, system):
    """The academy, a full member since 2014."""
    record_membership(academy, category="full", from_on=dt.date(2014, 4, 1), by=system)
    return academy


@pytest.fixture
def insider(ben, member, system):
    """Ben, who works with a member."""
    affiliate(ben, organisation=member, is_contact=True, by=system)
    return ben


@pytest.fixture
def desk(client, dora):
    """Dora's browser."""
    client.force_login(dora)
    return client
