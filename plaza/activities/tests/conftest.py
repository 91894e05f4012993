import pytest

from plaza.activities import actions
from plaza.activities.tests.makers import make_activity, make_organisation


@pytest.fixture
def willow(dora):
    """A host that nobody else has invented."""
    return make_organisation("Willow House", "HR", by=dora, aliases=("Kuća Vrba",))


@pytest.fixture
def rivers(dora, willow):
    """Dora's activity of 2022, seen by everybody, with its host."""
    activity = make_activity(by=dora)
    actions.add_involvement(activity, by=dora, organisation=willow, role="host")
    return activity


@pytest.fixture
def at_desk(client, dora):
    """A browser in which Dora is signed in."""
    client.force_login(dora)
    return client
