"""Documents imported with what is sure accepted: CPU, the reading child included.

Beside the documents of `examples/`, those of a folder that BENCH_DOCUMENTS names.
"""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from bench import networks
from bench.lines import Line, failed, line_of

MOST_SECONDS, ROUNDS = 3, 3
KINDS = {".txt", ".md", ".html", ".pdf", ".docx", ".csv", ".xlsx"}
INSIDE = """
import resource, sys
from pathlib import Path
import django
django.setup()
from plaza.imports.actions import import_files
from plaza.network.models import Person
def used():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)
by = Person.objects.system("Bench")
start = used()
results = import_files([Path(one) for one in sys.argv[1:]], by=by, accept_sure=True)
print(used() - start, sum(bool(one.fault) for one in results))
"""


def lines(network: str) -> list[Line]:
    """The import itself, and the whole command with the start of Python and of the product."""
    examples = sorted((networks.ROOT / "examples").glob("*.txt"))
    found = _documents("the sample documents", examples)
    other = os.environ.get("BENCH_DOCUMENTS")
    if other:
        files = sorted(one for one in Path(other).iterdir() if one.suffix in KINDS)
        found += _documents("other documents", files)
    return found


def _documents(what: str, files: list[Path]) -> list[Line]:
    size = sum(one.stat().st_size for one in files) / 1000
    about = f"{len(files)} documents, {size:.0f} kB"
    named = [str(one) for one in files]
    values, faults = [], 0
    for _ in range(ROUNDS):
        told = _run([sys.executable, "-c", INSIDE, *named])
        if told is None:
            return [failed("reading", what, "the import broke off, see above")]
        values.append(float(told.split()[0]))
        faults = int(told.split()[1])
    note = f"{about}, {faults} could not be read" if faults else about
    whole = []
    plaza = [*networks.PLAZA, "import", "--accept-sure", "--json", *named]
    for _ in range(ROUNDS):
        before = _children()
        _run([sys.executable, *plaza])
        whole.append(_children() - before)
    return [
        line_of("reading", f"{what}, imported", values, "s", target=MOST_SECONDS, note=note),
        line_of("reading", f"{what}, the whole command", whole, "s", note="start included"),
    ]


def _run(order: list[str]) -> str | None:
    """Run on an empty network of its own; the answer, or nothing where it broke off."""
    data = networks.VAR / "run" / "reading-once"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(networks.kept("empty"), data)
    ended = subprocess.run(
        order,
        env=networks.surroundings(data),
        cwd=networks.ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    shutil.rmtree(data, ignore_errors=True)
    return ended.stdout if ended.returncode == 0 else None


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
