"""The sample network behind a real address, and the way back to how it was at first."""

import importlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import override_settings
from django.test.testcases import LiveServerThread

from config import environment
from plaza.web.bundle import bundle

ROOT = Path(__file__).resolve().parent.parent.parent
COMMANDS = Path(sys.executable)


class World:
    """The product at `address`, with `file` as its database."""

    def __init__(self, address, file, shelf):
        self.address = address
        self.file = file
        self.shelf = shelf

    def become(self, kept):
        """Hold what the database `kept` held, and remember nothing of before."""
        with closing(sqlite3.connect(kept)) as source, closing(sqlite3.connect(self.file)) as live:
            source.backup(live)
        self.shelf.pages.clear()
        self.shelf.bytes = 0
        cache.clear()


def build(data):
    """Make the sample network in a folder, as `make demo` does; answers its database."""
    _plaza(data, "demo", "--only-prepare")
    return _kept_aside(data, "sample.sqlite3")


def build_nothing(data):
    """Prepare an empty network; answers its database and the path of its set-up page."""
    said = _plaza(data, "init")
    return _kept_aside(data, "empty.sqlite3"), said.split("http://127.0.0.1:8000")[1].strip()


@contextmanager
def served(data):
    """The product over the database of a folder, behind the front door that `plaza serve` has."""
    file = Path(data) / "plaza.sqlite3"
    with (
        override_settings(
            PLAZA_DATA=Path(data),
            PLAZA_DEMO=True,
            PLAZA_WORKER=False,
            ALLOWED_HOSTS=["127.0.0.1"],
            MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN=True,
            EMAIL_BACKEND="plaza.post.backend.OutboxBackend",
            STATICFILES_DIRS=[Path(data) / "static"],
            STORAGES=settings.STORAGES
            | {
                "default": {
                    "BACKEND": "django.core.files.storage.FileSystemStorage",
                    "OPTIONS": {"location": Path(data) / "files"},
                }
            },
        ),
        _database(environment.database("NO_ADDRESS_OF_A_DATABASE", Path(data))),
    ):
        bundle.cache_clear()
        sys.modules.pop("config.wsgi", None)
        door = importlib.import_module("config.wsgi").application
        server = LiveServerThread("127.0.0.1", static_handler=lambda _site: door)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        address = f"http://127.0.0.1:{server.port}"
        with override_settings(PLAZA_ADDRESS=address):
            yield World(address, file, door.application)
        server.terminate()
    bundle.cache_clear()


def _plaza(data, *words):
    outside = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    ran = subprocess.run(
        [COMMANDS.with_name("plaza"), *words],
        cwd=ROOT,
        env=outside | {"PLAZA_DATA": str(data), "PLAZA_DEMO": "1", "PORT": "8000"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def _kept_aside(data, name):
    target = Path(data) / name
    with (
        closing(sqlite3.connect(Path(data) / "plaza.sqlite3")) as source,
        closing(sqlite3.connect(target)) as kept,
    ):
        source.backup(kept)
    return target


@contextmanager
def _database(described):
    """Every connection of this process, in every thread, leads to another database."""
    before = connections.settings
    held = getattr(connections._connections, "default", None)
    connections.settings = connections.configure_settings({"default": described})
    if held is not None:
        del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        del connections["default"]
        connections.settings = before
        if held is not None:
            connections["default"] = held
