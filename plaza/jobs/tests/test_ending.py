"""A process that ends lets its worker do the job that it has begun, and no other."""

import os
import subprocess
import sys

import pytest

from plaza.jobs import registry
from plaza.jobs.actions import ending, queue, work_off
from plaza.jobs.models import Job

PROCESS = """
import os, threading
import django
django.setup()
from django.core.management import call_command
from plaza.jobs import registry, worker
from plaza.jobs.actions import ending, queue

call_command("migrate", verbosity=0)
begun = threading.Event()

def long():
    begun.set()
    assert ending.wait(20)
    print("done", flush=True)

registry.register("test.long", long)
queue("test.long")
queue("test.long")
worker.start()
begun.wait(20)
print("the process ends", flush=True)
"""
LOOK = """
import django
django.setup()
from plaza.jobs.models import Job
print(*Job.objects.order_by("pk").values_list("state", "attempts"))
"""


def test_the_end_of_a_process_waits_for_its_job_and_begins_no_other(tmp_path):
    env = {**os.environ, "PLAZA_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    env.pop("DATABASE_URL", None)

    told = [
        subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True)
        for code in (PROCESS, LOOK)
    ]

    assert told[0].stdout == b"the process ends\ndone\n"
    assert told[1].stdout == b"('done', 1) ('waiting', 0)\n"


@pytest.mark.django_db
def test_nothing_is_begun_once_the_process_ends():
    registry.register("test.note", lambda: None)
    queue("test.note")
    ending.set()
    try:
        assert work_off() == 0
    finally:
        ending.clear()

    assert Job.objects.get().attempts == 0
    assert work_off() == 1
