"""`plaza demo`."""

import shutil
from pathlib import Path

import click
from django.conf import settings
from django.db import connections

from plaza.console.acting import is_behind
from plaza.console.commands.init import prepare
from plaza.console.commands.serve import PORT, free, listen, reached_at
from plaza.console.demo.build import build
from plaza.console.faults import fail
from plaza.network.cast import CAST

READY = "demo-is-ready"


@click.command("demo")
@click.option("--port", type=PORT, envvar="PORT", default=8000, show_default=True, help="Or PORT.")
@click.option("--only-prepare", is_flag=True, help="Build the sample network and end.")
def command(port: int, only_prepare: bool) -> None:
    """Prepare the sample network once, and serve it on this machine only.

    A network that was prepared by an older version is brought to this one.
    """
    if not settings.PLAZA_DEMO:
        fail("Set PLAZA_DEMO=1: the demo shows sign-in codes on the page.")
    at = None if only_prepare else free("127.0.0.1", port)
    reached_at(port)
    mark = Path(settings.PLAZA_DATA) / READY
    if not mark.exists():
        _begin_anew(Path(settings.PLAZA_DATA))
        prepare()
        build(lambda what: click.echo(f"  {what}"))
        mark.write_text("")
    elif is_behind():
        click.echo("Bringing the sample network to this version.")
        prepare()
    if at is None:
        return
    click.echo(f"\nPlaza is at http://127.0.0.1:{port}/  (Ctrl-C ends it)\n")
    click.echo("Sign in with one of these addresses; the code is shown on the page:")
    for one in CAST:
        click.echo(f"  {one.address:<20} {one.name} {one.does}")
    click.echo(f"\nBegin with http://127.0.0.1:{port}/figures/2022/ and /overviews/2022/\n")
    listen(at, port)


def _begin_anew(data: Path) -> None:
    """A build that was broken off leaves nothing behind."""
    connections.close_all()
    for name in ("plaza.sqlite3", "plaza.sqlite3-wal", "plaza.sqlite3-shm"):
        (data / name).unlink(missing_ok=True)
    shutil.rmtree(data / "files", ignore_errors=True)
    click.echo("Preparing the sample network (this happens once):")
