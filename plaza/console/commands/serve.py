"""`plaza serve`."""

import ipaddress
import os

import click
from django.conf import settings
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from plaza.console.acting import ensure_database, fail
from plaza.network.set_up import set_up_link
from plaza.post.actions import recover


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=int, envvar="PORT", default=8000, show_default=True)
@click.option("--workers", type=int, envvar="PLAZA_WEB_WORKERS", default=1, show_default=True)
@click.option("--threads", type=int, default=4, show_default=True, help="Per worker.")
def command(host: str, port: int, workers: int, threads: int) -> None:
    """Serve the site until Ctrl-C, with the worker inside unless PLAZA_WORKER=0."""
    ensure_database()
    link = set_up_link()
    click.echo(f"Plaza is at http://{host}:{port}/  (Ctrl-C ends it)")
    if link:
        click.echo(f"It is not set up yet. Open this link once:\n{as_served(link, port)}")
    listen(host, port, workers=workers, threads=threads)


def listen(host: str, port: int, *, workers: int = 1, threads: int = 4) -> None:
    """Run the web server; the demo listens on loopback only.

    Before the first page, letters are put right that the last stop left in the middle.
    """
    if settings.PLAZA_DEMO and not _is_loopback(host):
        fail("The demo shows sign-in codes, so it listens on 127.0.0.1 only.")
    os.environ["PORT"] = str(port)
    recover()
    connections.close_all()
    Granian(
        target="config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=max(threads * 16, 64),
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve()


def as_served(link: str, port: int) -> str:
    """The link at the port that is served, unless PLAZA_ADDRESS says how people reach us."""
    if os.environ.get("PLAZA_ADDRESS"):
        return link
    return f"http://127.0.0.1:{port}{link.removeprefix(settings.PLAZA_ADDRESS)}"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
