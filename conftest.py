"""The cast and the makers of all tests. Makers go through actions, as people do."""

from typing import Any

import pytest

from plaza.network.cast import enter_cast
from plaza.network.models import Person


@pytest.fixture
def system(db: Any) -> Person:
    return Person.objects.system("Plaza")


@pytest.fixture
def cast(system: Person) -> dict[str, Person]:
    return enter_cast(by=system)


@pytest.fixture
def ana(cast: dict[str, Person]) -> Person:
    return cast["ana"]


@pytest.fixture
def ben(cast: dict[str, Person]) -> Person:
    return cast["ben"]


@pytest.fixture
def cleo(cast: dict[str, Person]) -> Person:
    return cast["cleo"]


@pytest.fixture
def dora(cast: dict[str, Person]) -> Person:
    return cast["dora"]


@pytest.fixture
def emil(cast: dict[str, Person]) -> Person:
    return cast["emil"]


@pytest.fixture
def fay(cast: dict[str, Person]) -> Person:
    return cast["fay"]
