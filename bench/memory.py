"""Resident memory of a web process while people walk through a large network.

The walk mixes all kinds of public pages, rows of every kind, lists as files, the overview as PDF
and searches; now and then a room's tick moves, as after a deed, so that pages are made anew.
"""

import os
import random
import sqlite3
import threading
import time
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path

from django.conf import settings

from bench.addresses import pages
from bench.lines import Line
from bench.served import Served
from plaza.activities.models import Activity
from plaza.library.models import Resource
from plaza.network.models import Organisation

MOST_MEGABYTES, WALKERS, DEED_EVERY = 150, 3, 5.0
FILES = ("/activities.ics", "/activities.csv", "/network.json", "/sitemap.xml")


def lines(network: str) -> list[Line]:
    """The largest process after the walk, and how memory went on the way."""
    minutes = float(os.environ.get("BENCH_MINUTES", "3"))
    data = Path(settings.PLAZA_DATA)
    walk = _Walk(_addresses(), minutes * 60)
    with Served(data, PLAZA_WORKER="1") as served:
        served.wait()
        at_start = max(served.memory().values())
        walk.run(served, data / "plaza.sqlite3")
        last = served.memory()
    about = (
        f"{walk.asked} requests in {walk.seconds / 60:.1f} minutes; {at_start:.0f} MB at the "
        f"start, {walk.half:.0f} half way; {sum(last.values()):.0f} with the watching process"
    )
    if walk.refused:
        about += f"; answers that were not 200: {dict(sorted(walk.refused.items()))}"
    worst = max(last.values())
    return [Line("memory", "a web process", worst, "MB", target=MOST_MEGABYTES, note=about)]


class _Walk:
    """Some people who ask for one address after the other."""

    def __init__(self, addresses: list[str], seconds: float) -> None:
        self.addresses = cycle(addresses)
        self.seconds = seconds
        self.asked = 0
        self.half = 0.0
        self.refused: dict[int, int] = {}
        self.lock = threading.Lock()

    def run(self, served: Served, database: Path) -> None:
        """Walk until the time is over; the ticks move beside it."""
        end = time.monotonic() + self.seconds
        walkers = [
            threading.Thread(target=self._walk, args=(served.port, end)) for _ in range(WALKERS)
        ]
        for one in walkers:
            one.start()
        while (now := time.monotonic()) < end:
            if not self.half and now > end - self.seconds / 2:
                self.half = max(served.memory().values())
            _move_ticks(database)
            time.sleep(min(DEED_EVERY, max(end - now, 0.1)))
        for one in walkers:
            one.join()

    def _walk(self, port: int, end: float) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=120)
        while time.monotonic() < end:
            with self.lock:
                address = next(self.addresses)
                self.asked += 1
            connection.request("GET", address, headers={"Accept-Encoding": "gzip, br"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                with self.lock:
                    self.refused[answer.status] = self.refused.get(answer.status, 0) + 1


def _addresses() -> list[str]:
    """Every kind of page between rows of all kinds, in an order that is always the same."""
    rows = [
        *(one.get_absolute_url() for one in Activity.objects.all()[:1500]),
        *(one.get_absolute_url() for one in Resource.objects.all()[:1500]),
        *(one.get_absolute_url() for one in Organisation.objects.all()),
        *(f"/library/?q={word}" for word in ("play", "fathers", "school", "mountains")),
    ]
    dice = random.Random(7)
    dice.shuffle(rows)
    kinds = [*pages().values(), *FILES]
    overview = pages()["overview"].rstrip("/") + ".pdf"
    found: list[str] = [overview]
    for number, row in enumerate(rows):
        found += [row, kinds[number % len(kinds)]] if number % 3 == 0 else [row]
    return found


def _move_ticks(database: Path) -> None:
    with sqlite3.connect(database, timeout=30) as connection:
        connection.execute("UPDATE ledger_tick SET count = count + 1")
    connection.close()
