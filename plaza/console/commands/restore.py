"""`plaza restore`."""

from pathlib import Path

import click

from plaza.console.acting import fail
from plaza.console.archive import Damaged, read_backup
from plaza.console.commands.init import prepare
from plaza.console.progress import shown
from plaza.network.models import Network


@click.command("restore")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what is here, without asking.")
def command(source: Path, replace: bool) -> None:
    """Bring the backup SOURCE back, in place of all that is here. Stop the server first."""
    prepare()
    click.echo("Stop the server first, if one runs: it must not work with two states at once.")
    if Network.objects.exists() and not replace:
        click.confirm("There is a network here already. Replace all of it?", abort=True)
    try:
        with shown("Reading") as progress:
            manifest = read_backup(source, progress=progress)
    except Damaged as fault:
        fail(str(fault))
    rows = sum(table["rows"] for table in manifest["tables"].values())
    click.echo(f"{rows} rows and {len(manifest['files'])} files are back.")
