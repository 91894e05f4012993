"""`plaza work`."""

import signal
import threading
from contextlib import suppress

import click

from plaza.console.acting import ensure_database
from plaza.jobs import worker
from plaza.jobs.actions import work_off
from plaza.network.actions import clear_sessions
from plaza.post.actions import recover


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due now and end.")
def command(once: bool) -> None:
    """Do the work that waits, in a process of its own; first what the last stop left behind."""
    ensure_database()
    recover()
    clear_sessions()
    if once:
        click.echo(f"{work_off()} jobs tried.")
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    click.echo("Doing what waits (Ctrl-C ends it after the job that is being done).")
    worker.start()
    with suppress(KeyboardInterrupt):
        threading.Event().wait()
