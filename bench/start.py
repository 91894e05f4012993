"""How long a start takes: CPU of the server, wall time of the demo's second start."""

from pathlib import Path

from django.conf import settings

from bench.lines import Line, line_of
from bench.served import Served

MOST_SECONDS, ROUNDS = 3, 3


def lines(network: str) -> list[Line]:
    """From the command to the first answer of the first page."""
    data = Path(settings.PLAZA_DATA)
    used, waited, again = [], [], []
    with Served(data) as first:
        first.wait()
    for _ in range(ROUNDS):
        with Served(data, PLAZA_WORKER="1") as served:
            waited.append(served.wait())
            used.append(served.cpu())
    (data / "demo-is-ready").write_text("")
    for _ in range(ROUNDS):
        with Served(data, "demo", PLAZA_WORKER="1") as served:
            again.append(served.wait())
    note = f"first page answered after {min(waited):.1f} s on the wall at best"
    return [
        line_of("start", "server start, CPU", used, "s", target=MOST_SECONDS, note=note),
        line_of("start", "second start of the demo, wall", again, "s", target=MOST_SECONDS,
                note="the machine's neighbours count here"),
    ]  # fmt: skip
