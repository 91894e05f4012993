"""The overview as a PDF, a year of 100 activities: CPU, the setting child included."""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from bench import networks
from bench.lines import Line, line_of
from plaza.publishing.book.tests.sizes import HUNDRED
from plaza.publishing.book.typeset import typeset

MOST_SECONDS, ROUNDS = 3, 3


def lines(network: str) -> list[Line]:
    """Setting a book of 100 activities, and the whole of it from the records of a large network."""
    values, size = [], 0
    for _ in range(ROUNDS):
        before = _used()
        size = len(typeset(HUNDRED))
        values.append(_used() - before)
    note = f"{size / 1000:.0f} kB"
    found = [line_of("book", "PDF of 100 activities", values, "s", target=MOST_SECONDS, note=note)]
    return [*found, *_from_records()]


def _from_records() -> list[Line]:
    """The command on the large network: records, figures, book, PDF; each time from nothing."""
    data = Path(settings.PLAZA_DATA)
    values: list[float] = []
    for _ in range(ROUNDS):
        shutil.rmtree(data / "cache", ignore_errors=True)
        before = _used()
        ended = subprocess.run(
            [sys.executable, "-c", RECORDS, str(data / "overview.pdf")],
            env=networks.surroundings(data),
            cwd=networks.ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        values.append(_used() - before)
    start, made = (float(one) for one in ended.stdout.split())
    note = f"start of Python and Django {start:.1f} s, records to book {made:.1f} s"
    return [line_of("book", "the same from the records, start included", values, "s", note=note)]


RECORDS = """
import sys, time
from pathlib import Path
import django
django.setup()
from plaza.publishing.building.book import book_of
from plaza.publishing.models import Overview
from plaza.publishing.printing import printed
start = time.process_time()
overview = Overview.objects.get(state="published")
book_of(overview, "en")
made = time.process_time() - start
Path(sys.argv[1]).write_bytes(printed(overview, "en", "pdf"))
print(start, made)
"""


def _used() -> float:
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, both))
