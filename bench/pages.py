"""CPU of public pages: when built, after a deed, when unchanged; and 304.

A page is *built* when somebody asks for it for the first time since the last deed: what it shares
with other pages is remembered. *After a deed* a tick of one of the rooms that it reads has moved;
each of them in turn, and the mean over the rooms is told. Each round is followed by a round of
the reference page; what is told is the median of the ratios.
"""

import statistics
import time
from collections.abc import Callable

from bench.addresses import pages
from bench.lines import Line, failed, line_of
from bench.reference import Reference
from bench.visits import Answer, Site, doors, visit
from plaza.ledger.shelf import MARK

BUILT, UNCHANGED = 2.5, 0.2
ROUNDS = 5
ROUND_SECONDS = 0.12


def lines(network: str) -> list[Line]:
    """Every kind of page on one network."""
    found: list[Line] = []
    with Reference() as reference:
        reference.round()
        for name, address in pages().items():
            found += _page(f"{network}: {name}", address, reference)
        told = line_of("pages", f"{network}: the reference itself", reference.rounds, "ms")
    return [told, *found]


def _page(what: str, address: str, reference: Reference) -> list[Line]:
    built = visit(doors().django, address)
    if built.status != 200:
        return [failed("pages built", what, f"{address} answers {built.status}")]
    queries = _queries(address)
    line = _ratio("pages built", what, doors().django, address, reference, BUILT)
    lines = [_noting(line, f"{queries} queries"), _after(what, built, address, reference)]
    first, second = visit(doors().front, address), visit(doors().front, address)
    if not first.etag or first.etag != second.etag:
        return [*lines, failed("pages unchanged", what, "not kept on the shelf")]
    again = visit(doors().front, address, HTTP_IF_NONE_MATCH=first.etag)
    if again.status != 304 or again.body:
        return [*lines, failed("pages unchanged", what, f"asked with its mark: {again.status}")]
    line = _ratio("pages unchanged", what, doors().front, address, reference, UNCHANGED)
    return [*lines, _noting(line, "304 when asked with its mark")]


def _ratio(
    part: str, what: str, site: Site, address: str, reference: Reference, target: float
) -> Line:
    def ask() -> None:
        visit(site, address)

    number = _enough(ask)
    own, ratios = [], []
    for _ in range(ROUNDS):
        own.append(_cpu(ask, number))
        ratios.append(own[-1] / reference.round())
    milliseconds = f"{statistics.median(own):.2f} ms"
    return line_of(part, what, ratios, "x", target=target, note=milliseconds)


def _after(what: str, built: Answer, address: str, reference: Reference) -> Line:
    """What the page takes when something was just done in one of its rooms."""
    rooms = built.headers[MARK.lower()].split(";")[0].split(",")
    own, ratios = [], []
    for _ in range(ROUNDS):
        times = []
        for room in rooms:
            _move(room)
            times.append(_cpu(lambda: visit(doors().django, address), 1))
        own.append(statistics.mean(times))
        ratios.append(own[-1] / reference.round())
    note = f"{statistics.median(own):.2f} ms, {len(rooms)} rooms"
    return line_of("pages after a deed", what, ratios, "x", target=BUILT, note=note)


def _move(room: str) -> None:
    from django.db import connection  # noqa: PLC0415 - needs the settings

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_tick (room, count) VALUES (%s, 1)"
            " ON CONFLICT (room) DO UPDATE SET count = ledger_tick.count + 1",
            [room],
        )


def _noting(line: Line, more: str) -> Line:
    return Line(**{**line.__dict__, "note": f"{line.note}, {more}"})


def _enough(ask: Callable[[], None]) -> int:
    """How many requests make a round of a length that a clock can tell."""
    ask()
    once = min(_cpu(ask, 1) for _ in range(2))
    return max(2, min(400, int(ROUND_SECONDS * 1000 / max(once, 0.05))))


def _cpu(ask: Callable[[], None], number: int) -> float:
    """CPU milliseconds of one request."""
    start = time.process_time()
    for _ in range(number):
        ask()
    return (time.process_time() - start) * 1000 / number


def _queries(address: str) -> int:
    from django.db import connection  # noqa: PLC0415 - needs the settings
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as captured:
        visit(doors().django, address)
    return len(captured)
