"""Pages that are kept ready name every room they read."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaza.figures.indicators.declared import INDICATORS
from plaza.figures.sample import YEAR, build_sample_years
from plaza.figures.views.public import ROOMS

pytestmark = pytest.mark.django_db
NO_ROOM = {"django", "ledger"}  # the ledger tells deeds of these rooms, each with its tick


def test_figures_pages_read_only_the_rooms_they_name(client, dora):
    build_sample_years(dora)
    year = f"/figures/{YEAR}/"
    pages = ["/figures/", year, f"{year}now/", f"{year}releases/1/", f"{year}releases/1...2/"]
    pages += [f"/figures/{YEAR - 1}-{YEAR}/", *(f"{year}now/{one.key}/" for one in INDICATORS)]

    with CaptureQueriesContext(connection) as asked:
        statuses = {client.get(page).status_code for page in pages}

    read = re.findall(r'(?:FROM|JOIN) "([a-z]+)_', " ".join(one["sql"] for one in asked))
    assert statuses == {200}
    assert set(read) - NO_ROOM == set(ROOMS)
