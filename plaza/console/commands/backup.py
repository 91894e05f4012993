"""`plaza backup`."""

import json
from pathlib import Path

import click

from plaza.console.acting import ensure_database
from plaza.console.archive import write_backup
from plaza.console.faults import written_to
from plaza.console.progress import shown


@click.command("backup")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--json", "as_json", is_flag=True, help="Print what is in it, see docs/guide/json.md."
)
def command(target: Path, as_json: bool) -> None:
    """Write everything, files included, into the file TARGET."""
    ensure_database()
    with written_to(target), shown("Writing", quiet=as_json) as progress:
        manifest = write_backup(target, progress=progress)
    rows = sum(table["rows"] for table in manifest["tables"].values())
    if as_json:
        click.echo(json.dumps({"file": str(target), "rows": rows, **manifest}))
    else:
        click.echo(f"{target}: {rows} rows, {len(manifest['files'])} files.")
