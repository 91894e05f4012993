import datetime as dt
import os
import signal
import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plaza.jobs import registry
from plaza.jobs.actions import LEASE, LeaseLost, do, keep_lease, lease_next, queue, work_off
from plaza.jobs.models import Job
from plaza.jobs.queries import being_done, unended

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


def test_equal_work_is_queued_again_once_the_first_has_begun(done):
    queue("test.note", key="a")
    lease_next("one")

    queue("test.note", key="a")
    queue("test.note", key="a")

    assert Job.objects.filter(key="a", state="waiting").count() == 2
    assert work_off("two") == 1


def test_a_job_that_fails_beside_an_equal_one_leaves_it_the_work(done):
    queue("test.fail", key="a")
    first = lease_next("one")
    queue("test.fail", key="a")

    do(first)

    assert list(Job.objects.order_by("pk").values_list("state", flat=True)) == [
        "failed",
        "waiting",
    ]


def test_a_worker_that_lost_its_lease_does_not_end_the_job(done):
    queue("test.note")
    first = lease_next("one")
    Job.objects.update(leased_until=timezone.now() - dt.timedelta(seconds=1))
    lease_next("two")

    do(first)

    job = Job.objects.get()
    assert (job.state, job.leased_by) == ("waiting", "two")
    assert job.leased_until is not None


def test_long_work_keeps_its_lease_between_steps():
    seen = []

    def work():
        Job.objects.update(leased_until=timezone.now() + dt.timedelta(seconds=1))
        keep_lease()
        seen.append(Job.objects.get().leased_until > timezone.now() + LEASE / 2)

    registry.register("test.long", work)
    queue("test.long")

    assert work_off() == 1
    assert seen == [True]
    assert Job.objects.get().state == "done"


def test_long_work_ends_when_another_worker_has_it():
    seen = []

    def work():
        Job.objects.update(leased_until=timezone.now() - dt.timedelta(seconds=1))
        lease_next("two")
        with pytest.raises(LeaseLost):
            keep_lease()
        keep_lease()
        seen.append("went on")

    registry.register("test.long", work)
    queue("test.long")

    assert do(lease_next("one")) is False
    assert seen == []
    assert Job.objects.get().leased_by == "two"


def test_outside_a_job_there_is_no_lease_to_keep():
    keep_lease()

    assert not Job.objects.exists()


@pytest.mark.parametrize("dies", [True, False])
def test_the_room_hears_when_its_job_gave_up(dies):
    heard = []
    registry.register("test.fail", fail, gave_up=lambda **arguments: heard.append(arguments))
    queue("test.fail", page=3)
    if dies:
        Job.objects.update(attempts=5)
        assert lease_next("one") is None
    else:
        Job.objects.update(attempts=4)
        do(lease_next("one"))

    assert heard == [{"page": 3}]
    assert Job.objects.get().state == "failed"


def test_a_fault_in_hearing_it_does_not_stop_the_worker(done):
    registry.register("test.fail", fail, gave_up=fail)
    queue("test.fail")
    queue("test.note")
    Job.objects.filter(name="test.fail").update(attempts=4)

    assert work_off() == 2
    assert done == [{}]


def test_jobs_are_found_by_what_they_are_about(done):
    queue("test.note", page=3)
    queue("test.note", page=4)
    lease_next("one")

    assert [unended("test.note", page=page).count() for page in (3, 4, 5)] == [1, 1, 0]
    assert [being_done("test.note", page=page) for page in (3, 4, 5)] == [1, 0, 0]


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
from plaza.jobs.queries import being_done, unended
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
