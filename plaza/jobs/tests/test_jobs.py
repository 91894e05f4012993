import datetime as dt
import os
import signal
import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plaza.jobs import registry
from plaza.jobs.actions import LEASE, do, lease_next, queue, work_off
from plaza.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def done():
    seen = []
    registry.register("test.note", lambda **arguments: seen.append(arguments))
    registry.register("test.fail", fail)
    return seen


def fail(**_arguments):
    raise RuntimeError("no luck")


def test_work_is_done_once_with_its_arguments(done):
    queue("test.note", page=3)

    assert work_off() == 1
    assert work_off() == 0
    assert done == [{"page": 3}]
    assert Job.objects.get().state == "done"


def test_work_waits_until_it_is_due(done):
    queue("test.note", due_at=timezone.now() + dt.timedelta(hours=1))

    assert work_off() == 0
    assert done == []


def test_equal_work_waits_once(done):
    queue("test.note", key="a")
    queue("test.note", key="a")
    queue("test.note", key="b")

    assert work_off() == 2


def test_of_two_workers_one_gets_the_job(done):
    queue("test.note")

    assert lease_next("one") is not None
    assert lease_next("two") is None


def test_a_worker_that_died_loses_its_lease_and_the_job_is_tried_again(done):
    queue("test.note")
    lease_next("one")
    Job.objects.update(leased_until=timezone.now() - dt.timedelta(seconds=1))

    again = lease_next("two")

    assert again is not None
    assert (again.attempts, again.leased_by) == (2, "two")


def test_a_fault_is_kept_and_the_job_waits_longer_each_time(done):
    queue("test.fail")
    do(lease_next("one"))

    job = Job.objects.get()
    assert (job.state, job.fault) == ("waiting", "RuntimeError('no luck')")
    assert job.due_at > timezone.now() + dt.timedelta(seconds=20)


def test_a_job_gives_up_after_its_last_attempt(done):
    queue("test.fail")
    for _attempt in range(5):
        Job.objects.update(due_at=timezone.now())
        do(lease_next("one"))

    assert Job.objects.get().state == "failed"


def test_a_job_whose_worker_dies_each_time_gives_up(done):
    queue("test.note")
    Job.objects.update(attempts=5)

    assert lease_next("one") is None
    assert Job.objects.get().state == "failed"
    assert done == []


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("job_has_ended_unless_it_waits", {"state": "done"}),
        ("job_is_not_tried_too_often", {"attempts": 6}),
    ],
)
def test_a_job_cannot_be_written_wrongly(done, name, change):
    queue("test.note")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Job.objects.update(**change)


def test_two_equal_jobs_cannot_wait_at_once():
    Job.objects.create(name="x", key="k")
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(name="x", key="k")


DYING = """
import os, django
django.setup()
from plaza.jobs import registry
from plaza.jobs.actions import do, lease_next
def die():
    print("in the middle", flush=True)
    import time; time.sleep(60)
registry.register("test.die", die)
do(lease_next("dying"))
"""


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_a_job_that_another_does(tmp_path):
    env = {**os.environ, "PLAZA_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    env.pop("DATABASE_URL", None)
    run = [sys.executable, "-c"]
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=env, check=True)
    subprocess.run(
        [
            *run,
            "import django; django.setup()\n"
            "from plaza.jobs.actions import queue; queue('test.die')",
        ],
        env=env,
        check=True,
    )
    worker = subprocess.Popen([*run, DYING], env=env, stdout=subprocess.PIPE)
    assert worker.stdout.readline() == b"in the middle\n"
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()

    look = """
import django, datetime as dt
django.setup()
from django.utils import timezone
from plaza.jobs.models import Job
from plaza.jobs.actions import LEASE, lease_next
job = Job.objects.get()
assert job.state == "waiting" and job.leased_by == "dying", job
assert lease_next("other") is None
Job.objects.update(leased_until=job.leased_until - LEASE)
assert lease_next("other").attempts == 2
print("ok")
"""
    assert subprocess.run([*run, look], env=env, check=True, capture_output=True).stdout == b"ok\n"
    assert dt.timedelta(minutes=1) < LEASE
