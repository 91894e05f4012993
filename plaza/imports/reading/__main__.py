"""``python -m plaza.imports.reading FILE... [--json]``: what the engine finds, for development."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from plaza.imports.reading.files import open_file
from plaza.imports.reading.found import Found, Reading
from plaza.imports.reading.read import read_source
from plaza.imports.reading.source import Unreadable


def main(arguments: list[str]) -> int:
    """Print what each file says; 1 if one could not be read."""
    names = [name for name in arguments if not name.startswith("--")]
    failed = 0
    for name in names:
        try:
            path = Path(name)
            if not path.is_file():
                raise Unreadable("missing", name=name)
            reading = read_source(open_file(path.name, path.read_bytes()))
        except Unreadable as refusal:
            sys.stderr.write(f"{name}: {refusal.sentence}\n")
            failed = 1
            continue
        if "--json" in arguments:
            sys.stdout.write(json.dumps(reading.to_json(), ensure_ascii=False) + "\n")
        else:
            sys.stdout.write("\n".join(summary(reading)) + "\n")
    return failed


def summary(reading: Reading) -> list[str]:
    """The findings as lines for the eye; ``?`` stands before what is not sure."""
    lines = [f"{reading.source.name}: {reading.layout}, {len(reading.found)} records"]
    lines += [f"  ! {note.sentence}" for note in reading.notes]
    for found in reading.found:
        lines += ["", *_record(found)]
    return lines


def _record(found: Found) -> list[str]:
    lines = [f"{found.kind}  {found.key}"]
    lines += [f"    ! {doubt.sentence}" for doubt in found.doubts]
    for field in found.fields:
        value = json.dumps(field.value, ensure_ascii=False)
        mark = " " if field.sure else "?"
        lines.append(f"  {mark} {field.name:14} {value[:160]}")
        lines += [
            f"      {'!' if doubt.blocks else '-'} {doubt.sentence}" for doubt in field.doubts
        ]
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
