"""`plaza restore`."""

from pathlib import Path

import click
from django.conf import settings

from plaza.console.archive import Damaged, read_backup
from plaza.console.commands.init import prepare
from plaza.console.faults import fail, written_to
from plaza.console.progress import shown
from plaza.ledger.models import Entry


@click.command("restore")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in the place of all that is here.")
def command(source: Path, replace: bool) -> None:
    """Bring the backup SOURCE back. Stop the server first.

    Where something was recorded already nothing is done, unless --replace says so.
    """
    prepare()
    click.echo("Stop the server first, if one runs: it must not work with two states at once.")
    if Entry.objects.exists() and not replace:
        fail("There are records here already. Add --replace to put the backup in their place.")
    try:
        with written_to(Path(settings.PLAZA_DATA)), shown("Reading") as progress:
            manifest = read_backup(source, progress=progress)
    except Damaged as fault:
        fail(str(fault))
    rows = sum(table["rows"] for table in manifest["tables"].values())
    click.echo(f"{rows} rows and {len(manifest['files'])} files are back.")
