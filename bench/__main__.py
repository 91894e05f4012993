"""`python -m bench [part ...]`: measure all parts, or some; each in a process of its own."""

import argparse
import datetime as dt
import importlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import machine, networks
from bench.lines import Line, failed, markdown_table, terminal_table

PARTS: dict[str, tuple[str, ...]] = {
    "reference": ("empty",),
    "pages": networks.NAMES,
    "freshness": networks.NAMES,
    "weight": networks.NAMES,
    "figures": networks.NAMES,
    "reading": ("empty",),
    "book": ("large",),
    "start": ("demo",),
    "memory": ("large",),
}
RESULTS = networks.HERE / "results"


def main() -> None:
    """Measure, print the table, keep it."""
    wanted = _arguments()
    if wanted.inside:
        _inside(wanted.inside, wanted.network, Path(wanted.to))
        return
    load, began = machine.load(), dt.datetime.now(dt.UTC)
    lines: list[Line] = []
    for part in wanted.parts or PARTS:
        for network in PARTS[part]:
            if PARTS[part] == networks.NAMES and network not in wanted.on:
                continue
            print(f"{part}, {network} network ...", flush=True)
            measured = _apart(part, network, wanted.minutes)
            print(terminal_table(measured), flush=True)
            lines += measured
            if not wanted.parts or wanted.keep:
                _keep(measured, {**machine.facts(), "load before": load}, began)
    facts = {**machine.facts(), "load": f"{load} before, {machine.load()} after"}
    print(f"\n{terminal_table(lines)}\n")
    print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    print(f"{sum(one.is_met is False for one in lines)} of "
          f"{sum(one.is_met is not None for one in lines)} targets are not met.")  # fmt: skip
    if not wanted.parts or wanted.keep:
        _keep(lines, facts, began)


def _arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    words.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}")
    words.add_argument("--on", nargs="+", choices=networks.NAMES, default=list(networks.NAMES))
    words.add_argument("--minutes", type=float, default=3, help="how long the memory is watched")
    words.add_argument("--keep", action="store_true", help="keep the table of some parts as well")
    for name in ("--inside", "--network", "--to"):
        words.add_argument(name, default="", help=argparse.SUPPRESS)
    found = words.parse_args()
    unknown = set(found.parts) - set(PARTS)
    if unknown:
        words.error(f"no such part: {', '.join(sorted(unknown))}")
    return found


def _apart(part: str, network: str, minutes: float) -> list[Line]:
    """A part in a fresh process, on a data folder of its own."""
    data = networks.copy(network, part)
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder) / "lines.json"
        order = ["--inside", part, "--network", network, "--to", str(to)]
        ended = subprocess.run(
            [sys.executable, "-m", "bench", *order],
            env=networks.surroundings(data, BENCH_MINUTES=str(minutes)),
            cwd=networks.ROOT,
            check=False,
        )
        if ended.returncode or not to.exists():
            return [failed(part, network, "broke off, see above")]
        return [Line(**one) for one in json.loads(to.read_text())]


def _inside(part: str, network: str, to: Path) -> None:
    import django  # noqa: PLC0415 - only the process of a part loads the product

    if part != "reference":
        django.setup()
    measure = importlib.import_module(f"bench.{part}").lines
    lines: list[Line] = measure(network)
    to.write_text(json.dumps([one.__dict__ for one in lines]))


def _keep(lines: list[Line], facts: dict[str, str], began: dt.datetime) -> None:
    """Write the table of the day; a line measured again takes the place of the earlier one."""
    RESULTS.mkdir(exist_ok=True)
    name = f"{began:%Y-%m-%d}"
    lines = _with_earlier(lines, RESULTS / f"{name}.json")
    head = "\n".join(f"- {fact}: {value}" for fact, value in facts.items())
    note = "CPU time throughout, medians of rounds; `x` is the ratio to the reference page."
    text = f"# {name}\n\n{head}\n\n{note}\n\n{markdown_table(lines)}\n"
    (RESULTS / f"{name}.md").write_text(text)
    told = {"on": name, "machine": facts, "lines": [one.to_json() for one in lines]}
    (RESULTS / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _with_earlier(lines: list[Line], file: Path) -> list[Line]:
    held = json.loads(file.read_text())["lines"] if file.exists() else []
    earlier = [Line(**{key: one[key] for key in one if key != "met"}) for one in held]
    all_lines = {(one.part, one.what): one for one in [*earlier, *lines]}
    return list(all_lines.values())


if __name__ == "__main__":
    main()
