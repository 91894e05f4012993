"""What people read while the database or the data folder takes nothing any more."""

import os
import sqlite3
import subprocess
import sys

import pytest

SETTINGS = """
import os
from django.conf import settings
database = settings.DATABASES["default"]
database["OPTIONS"]["timeout"] = 0.05
if os.environ.get("READ_ONLY"):
    database["NAME"] = f"file:{database['NAME']}?mode=ro"
    database["OPTIONS"]["uri"] = True
"""
PLAZA = SETTINGS + "from plaza.console.main import cli; cli()"
VISIT = """
import django
django.setup()
from django.test import Client

browser = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
read = browser.get("/about/")
written = browser.post("/sign-in/", {"email": "ana@plaza.example"})
print(read.status_code, written.status_code, written.content.decode())
"""
SET_UP = """
import django
django.setup()
from django.core.management import call_command
from plaza.jobs.actions import queue
from plaza.network.set_up import use_up

call_command("migrate", verbosity=0)
use_up()
queue("test.nothing")
"""
WORK = """
import logging, threading
import django
django.setup()
from plaza.jobs import worker

class Heard(logging.Handler):
    def emit(self, record):
        heard.set()

heard = threading.Event()
worker.logger.addHandler(Heard())
worker.start()
heard.wait(20)
"""


@pytest.fixture
def run(tmp_path):
    env = {**os.environ, "PLAZA_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    env.pop("DATABASE_URL", None)

    def told(code, *words, **more):
        return subprocess.run(
            [sys.executable, "-c", code, *words], env=env | more, capture_output=True, text=True
        )

    assert told(SET_UP).returncode == 0
    return told


@pytest.fixture(params=["database is locked", "attempt to write a readonly database"])
def closed(run, request, tmp_path):
    """The fault that writing meets, and what brings it about."""
    other = sqlite3.connect(tmp_path / "plaza.sqlite3", isolation_level=None)
    if "locked" in request.param:
        other.execute("BEGIN IMMEDIATE")
        yield request.param, {}
    else:
        yield request.param, {"READ_ONLY": "1"}
    other.close()


def test_people_read_on_and_who_writes_is_told_that_it_was_not_their_fault(run, closed):
    _fault, around = closed
    ended = run(SETTINGS + VISIT, **around)
    read, written, page = ended.stdout.split(" ", 2)

    assert (read, written) == ("200", "500")
    assert "The fault is ours and it is written down." in page
    assert "Traceback" not in page


def test_a_command_ends_with_one_sentence(run, closed):
    fault, around = closed
    ended = run(PLAZA, "work", "--once", **around)

    assert ended.returncode == 1
    assert ended.stderr == f"The database in PLAZA_DATA does not answer: {fault}\n"


def test_the_worker_says_in_one_sentence_that_it_waits(run, closed):
    fault, around = closed
    ended = run(SETTINGS + WORK, **around)

    assert ended.returncode == 0
    assert ended.stderr == (f"The worker waits, the database does not take what it does: {fault}\n")


def test_a_folder_that_takes_no_file_ends_an_import_with_one_sentence(run, tmp_path):
    (tmp_path / "files").write_text("not a folder")
    (tmp_path / "year.txt").write_text("Peer Learning in 2031\n\nSoon.\n")
    ended = run(PLAZA, "import", str(tmp_path / "year.txt"))

    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == (
        f"Nothing can be written to PLAZA_DATA ({tmp_path}/files/imports): Not a directory."
    )
    assert "Traceback" not in ended.stderr
