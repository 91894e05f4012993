"""`plaza serve`."""

import errno
import ipaddress
import os
import socket

import click
from django.conf import settings
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from plaza.console.acting import ensure_database
from plaza.console.ending import application
from plaza.console.faults import fail
from plaza.console.heap import keep_small
from plaza.network.actions import clear_sessions
from plaza.network.set_up import set_up_link
from plaza.post.actions import recover

PORT = click.IntRange(1, 65535)
SOME = click.IntRange(1)
LONGEST_JOB_SECONDS = 60  # at the end of the server a job that hangs is cut; its lease runs out


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=PORT, envvar="PORT", default=8000, show_default=True, help="Or PORT.")
@click.option(
    "--workers",
    type=SOME,
    envvar="PLAZA_WEB_WORKERS",
    default=1,
    show_default=True,
    help="Web processes (PLAZA_WEB_WORKERS).",
)
@click.option("--threads", type=SOME, default=4, show_default=True, help="Of each process.")
def command(host: str, port: int, workers: int, threads: int) -> None:
    """Serve the site until Ctrl-C, with the worker inside unless PLAZA_WORKER=0."""
    ensure_database()
    at = free(host, port)
    reached_at(port)
    link = set_up_link()
    click.echo(f"Plaza is at http://{host}:{port}/  (Ctrl-C ends it)")
    if link:
        click.echo(f"It is not set up yet. Open this link once:\n{link}")
    listen(at, port, workers=workers, threads=threads)


def listen(at: str, port: int, *, workers: int = 1, threads: int = 4) -> None:
    """Run the web server at an address that is free.

    Before the first page, letters are put right that the last stop left in the middle, and
    sessions that are over are cleared.
    """
    keep_small()
    recover()
    clear_sessions()
    connections.close_all()
    Granian(
        target="config.wsgi:application",
        address=at,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        backpressure=max(threads * 16, 64),
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
        websockets=False,
        workers_kill_timeout=LONGEST_JOB_SECONDS,
    ).serve(target_loader=application, wrap_loader=False)


def reached_at(port: int) -> None:
    """Every address that we write has the port that is served, unless PLAZA_ADDRESS says it."""
    os.environ["PORT"] = str(port)
    if not os.environ.get("PLAZA_ADDRESS", "").strip():
        settings.PLAZA_ADDRESS = f"http://127.0.0.1:{port}"


def free(host: str, port: int) -> str:
    """The number of a host at which the port is free, or a sentence and the end.

    The demo listens on loopback only.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, _proto, _name, where = found[0]
        with socket.socket(family, kind) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(where)
    except socket.gaierror:
        fail(f"There is no host {host}. Name one of this machine with --host.")
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            fail(f"Port {port} is in use already. Choose another one with --port.")
        fail(f"Nothing can listen at {host}, port {port}: {fault.strerror}.")
    at = str(where[0])
    if settings.PLAZA_DEMO and not ipaddress.ip_address(at).is_loopback:
        fail("The demo shows sign-in codes, so it listens on 127.0.0.1 only.")
    return at
