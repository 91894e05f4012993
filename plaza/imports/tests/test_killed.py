"""A worker that is killed in the middle of an import's deeds leaves whole steps, and the job."""

import os
import signal
import subprocess
import sys

import pytest

BEGIN = """
import datetime as dt, time
import django
django.setup()
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from plaza.activities.models import Activity
from plaza.imports.actions import background
from plaza.imports.models import Document
from plaza.imports.tests.makers import an_overview
from plaza.jobs.actions import LEASE, work_off
from plaza.jobs.models import Job
from plaza.network.models import Person

background.LARGE = background.STEP = 1
"""
QUEUE = """
call_command("migrate", verbosity=0)
by = Person.objects.system("Dora")
background.accept_sure_soon(an_overview(by=by), by=by)
"""
DIE = """
made = []

def stop_in_the_second(execute, sql, params, many, context):
    done = execute(sql, params, many, context)
    if sql.startswith('INSERT INTO "activities_activity" '):
        made.append(sql)
        if len(made) == 2:
            print("in the middle", flush=True)
            time.sleep(60)
    return done

with connection.execute_wrapper(stop_in_the_second):
    work_off("dying")
"""
LEFT = """
document, job = Document.objects.get(), Job.objects.get(state="waiting")
done = document.drafts.exclude(state="waiting").count()
assert document.work_done == done > 0
print(document.work, Activity.objects.count(), job.leased_by, work_off("other"))
Job.objects.update(leased_until=job.leased_until - 2 * LEASE)
"""
DO = 'work_off("next")\n'
TELL = """
document = Document.objects.get()
print(repr(document.work), document.drafts.filter(state="waiting").count())
rooms = ("activities", "figures", "ledger", "library", "network", "programmes")
for model in apps.get_models():
    if model._meta.app_label in rooms and model.__name__ != "Tick":
        print(model.__name__, model._base_manager.count())
connection.check_constraints()
"""


@pytest.fixture
def run(tmp_path):
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    env.pop("DATABASE_URL", None)

    def begin(data, *codes):
        return subprocess.Popen(
            [sys.executable, "-c", BEGIN + "".join(codes)],
            env=env | {"PLAZA_DATA": str(tmp_path / data)},
            stdout=subprocess.PIPE,
            text=True,
        )

    return begin


def test_an_import_whose_worker_is_killed_is_taken_up_at_its_last_whole_step(run):
    worker = run("killed", QUEUE, DIE)
    assert worker.stdout.readline() == "in the middle\n"
    worker.send_signal(signal.SIGKILL)
    worker.communicate()

    left, _errors = run("killed", LEFT).communicate()
    then, _errors = run("killed", DO, TELL).communicate()
    without, _errors = run("whole", QUEUE, DO, TELL).communicate()

    assert left == "accept 1 dying 0\n"
    assert then.startswith("'' 0\n")
    assert "Activity 2\n" in then
    assert then == without
