"""`plaza import`."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from plaza.console.acting import actor, ensure_database
from plaza.console.progress import shown
from plaza.imports.actions import import_files
from plaza.imports.queries.summary import summary_json


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--accept-sure", is_flag=True, help="Accept what is sure; the rest waits.")
@click.option("--as", "who", metavar="ADDRESS", help="Act as the person who reads mail there.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print what was found, see docs/guide/json.md."
)
def command(files: tuple[Path, ...], accept_sure: bool, who: str | None, as_json: bool) -> None:
    """Read documents into drafts that a person checks at the desk.

    Exit code 0: all were read; 1: at least one could not be, the others were.
    """
    ensure_database()
    by = actor(who)
    done = 0
    with shown("Reading", quiet=as_json) as progress:

        def move(name: str) -> None:
            nonlocal done
            done += 1
            progress(name, done, len(files))

        results = import_files(files, by=by, accept_sure=accept_sure, progress=move)
    summary = summary_json(results)
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
    else:
        for document in summary["documents"]:
            click.echo(_line(document))
    if any(result.fault for result in results):
        sys.exit(1)


def _line(document: dict[str, Any]) -> str:
    if document["status"] == "fault":
        return f"{document['name']}: {document['sentence']}"
    states = Counter(draft["state"] for draft in document["drafts"])
    told = ", ".join(f"{number} {state}" for state, number in states.items())
    known = " (known already; nothing was added)" if document["status"] == "known" else ""
    return f"{document['name']}: {told or 'no records found'}{known}"
