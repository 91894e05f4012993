"""The desk and a document for the tests of this room."""

import pytest

from plaza.imports.tests.makers import an_overview


@pytest.fixture
def desk(client, dora):
    client.force_login(dora)
    return client


@pytest.fixture
def document(dora):
    return an_overview(by=dora)
