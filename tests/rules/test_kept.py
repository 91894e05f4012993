"""A page that is kept ready for visitors names every room it reads, else it could grow stale."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaza.figures.sample import build_sample_years
from plaza.ledger.shelf import MARK

pytestmark = pytest.mark.django_db
NO_ROOM = {"django", "ledger"}  # the ledger tells deeds of the rooms, each with its tick
KINDS = re.compile(r"[a-z-]*[0-9][a-z0-9-]*|(?<=/)[a-z]+(?:-[a-z]+)+(?=/)")


def reads(client, address):
    """The rooms that a page names and those it reads; nothing where it is not kept."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    links = re.findall(r'href="(/[^"#?]*/)"', answer.content.decode()) if _is_page(answer) else []
    if MARK not in answer:
        return None, links
    sql = " ".join(one["sql"] for one in asked)
    read = set(re.findall(r'(?:FROM|JOIN) "([a-z]+)_', sql)) - NO_ROOM
    return read - set(answer[MARK].split(";")[0].split(",")), links


def test_a_kept_page_names_every_room_it_reads(client, dora):
    build_sample_years(dora)
    ways, kinds, missing, kept = ["/"], set(), {}, 0
    while ways:
        address = ways.pop(0)
        kind = KINDS.sub("*", address)
        if kind in kinds or address.startswith(("/desk/", "/sign-in/", "/static/")):
            continue
        kinds.add(kind)
        unnamed, links = reads(client, address)
        kept += unnamed is not None
        if unnamed:
            missing[address] = unnamed
        ways += links

    assert missing == {}
    assert kept >= 15


def _is_page(answer):
    return not answer.streaming and answer["Content-Type"].startswith("text/html")
