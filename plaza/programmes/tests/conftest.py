"""Programmes of the tests; made through actions, as people make them."""

import pytest

from plaza.network.actions import record_organisation
from plaza.programmes import actions


@pytest.fixture
def year(system):
    """The year 2022 of peer learning."""
    return actions.record_programme(title="Peer learning 2022", kind="year", year=2022, by=system)


@pytest.fixture
def project(system):
    """A project with three strands, of which the last has two parts."""
    project = actions.record_programme(title="Going to school together", kind="project", by=system)
    for number, title in enumerate(("Mapping", "Toolkit", "Pilots"), start=1):
        actions.add_strand(project, number=str(number), title={"en": title}, by=system)
    pilots = project.strands.get(number="3")
    for title in ("Round tables", "Workshops"):
        actions.add_strand(project, title={"en": title}, parent=pilots, by=system)
    return project


@pytest.fixture
def house(system):
    return record_organisation(name="Rivers Foundation", by=system)
