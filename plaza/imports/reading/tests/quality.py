"""Precision of sure fields and recall of all fields, field by field, on the pages of this folder.

``python -m plaza.imports.reading.tests.quality [--aside] [--misses]``
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from plaza.imports.reading.files import open_file
from plaza.imports.reading.read import read_source

PAGES = Path(__file__).with_name("pages")
UNMEASURED = {"summary", "phone", "unit", "formats"}


def measure(*, aside):
    """Counts by field: sure, sure and right, on the page, and found; and what was missed."""
    counts = defaultdict(lambda: [0, 0, 0, 0])
    misses = []
    for expected_file in sorted(PAGES.glob("*.json")):
        expected = json.loads(expected_file.read_text("utf-8"))
        if expected["aside"] != aside:
            continue
        page = expected_file.with_suffix("")
        reading = read_source(open_file(page.name, page.read_bytes()))
        for name, *facts in compare(page.name, reading, expected["found"], misses):
            counts[name] = [one + more for one, more in zip(counts[name], facts, strict=True)]
    return counts, misses


def compare(page, reading, expected, misses):
    found = {}
    for record in reading.found:
        found.setdefault(record.kind, []).append(record)
    if "published_figure" in found:
        figures = [_figure(record) for record in found.pop("published_figure")]
        found["published_figure"] = [figures]
    kinds = {record["kind"] for record in expected}
    for kind in kinds:
        wanted = [record["fields"] for record in expected if record["kind"] == kind]
        records = found.get(kind, [])
        for place in range(max(len(wanted), len(records))):
            fields = wanted[place] if place < len(wanted) else {}
            has = records[place] if place < len(records) else None
            yield from _record(page, kind, fields, has, misses)


def _record(page, kind, wanted, record, misses):
    has = defaultdict(list)
    if isinstance(record, list):
        has["figure"] = [(value, True) for value in record]
    elif record is not None:
        for field in record.fields:
            has[field.name].append((core(field), field.sure))
    for name in sorted({*wanted, *has} - UNMEASURED):
        left = list(wanted.get(name, []))
        right = sure_right = 0
        for value, sure in has[name]:
            match = next((want for want in left if same(want, value)), None)
            if match is not None:
                left.remove(match)
                right += 1
                sure_right += sure
            elif sure:
                misses.append(f"{page} {kind} {name}: sure but wrong: {value}")
        misses.extend(f"{page} {kind} {name}: not found: {want}" for want in left)
        sure_all = sum(sure for _, sure in has[name])
        yield name, sure_all, sure_right, len(wanted.get(name, [])), right


def _figure(record):
    values = {field.name: field.value for field in record.fields}
    return [values["indicator"], values["number"], values.get("unit"), values.get("qualifier")]


def core(field):
    """The value of a field as the expected files write it."""
    value = field.value
    if not isinstance(value, dict):
        return len(value) if field.name in ("text", "aim") and isinstance(value, list) else value
    if "alternatives" in value:
        return [value["name"], value["country"]]
    if "precision" in value:
        return [value["start"], value["end"], value["precision"], value["open_end"]]
    keys = {
        "headcount": ("number", "group"),
        "session_plan": ("count", "hours", "mode", "country", "days"),
        "outcome": ("text", "stage"),
        "output": ("text", "stage"),
        "venue": ("country", "city", "online"),
        "contact": ("name", "mail"),
        "quota": ("attribute", "max", "min"),
        "seats": ("max", "min"),
        "file": ("url", "part"),
        "part": ("position", "title"),
        "strand": ("number", "title"),
        "strand_part": ("strand", "position", "title"),
        "language_level": ("language", "level"),
    }
    if field.name in keys:
        return [value[key] for key in keys[field.name]]
    return value.get("code") or value.get("url") or value.get("number")


def same(wanted, value):
    """Whether a value is the expected one; "begin … end" stands for a longer text."""
    if isinstance(wanted, list) and isinstance(value, list):
        return len(wanted) == len(value) and all(map(same, wanted, value))
    if isinstance(wanted, str) and isinstance(value, str) and " … " in wanted:
        begin, end = wanted.split(" … ")
        return value.startswith(begin) and value.endswith(end)
    return wanted == value


def table(counts):
    """The counts as lines, all fields together at the end."""
    lines = [f"{'field':16} {'sure':>5} {'precision':>9}   {'on page':>7} {'recall':>6}"]
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    for name, (sure, sure_right, wanted, right) in [*sorted(counts.items()), ("all", total)]:
        precision = f"{sure_right / sure:.3f}" if sure else "-"
        recall = f"{right / wanted:.3f}" if wanted else "-"
        lines.append(f"{name:16} {sure:>5} {precision:>9}   {wanted:>7} {recall:>6}")
    return lines


def main(arguments):
    counts, misses = measure(aside="--aside" in arguments)
    lines = [*table(counts), *(misses if "--misses" in arguments else [])]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
