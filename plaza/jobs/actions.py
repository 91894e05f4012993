"""Queue work and do it."""

import datetime as dt
import logging
import os
import threading
from contextvars import ContextVar
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from plaza.jobs.models import Job
from plaza.jobs.registry import end_of, work_of
from plaza.jobs.states import State

logger = logging.getLogger(__name__)
LEASE = dt.timedelta(minutes=5)
wake = threading.Event()
ending = threading.Event()
_at_work: ContextVar[Job | None] = ContextVar("the job that is being done here", default=None)


class LeaseLost(Exception):
    """Another worker has taken the job; this one leaves it alone."""


def queue(name: str, *, key: str = "", due_at: dt.datetime | None = None, **arguments: Any) -> None:
    """Let work wait in this transaction; the worker is woken once it is committed.

    With a key, a second equal job is not queued while the first one waits. One that a worker
    has begun does not count: it may be past what the second one is about.
    """
    try:
        with transaction.atomic():
            Job.objects.create(
                name=name, key=key, due_at=due_at or timezone.now(), arguments=arguments
            )
    except IntegrityError:
        if not key:
            raise
    transaction.on_commit(wake.set)


def lease_next(worker: str) -> Job | None:
    """Take the job that has been due longest; of two workers one gets it."""
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    waiting = Job.objects.filter(free, state=State.WAITING, due_at__lte=now)
    while (job := waiting.order_by("due_at", "pk").first()) is not None:
        if job.attempts >= job.most_attempts:
            _give_up(job, job.fault or "The worker died each time.")
            continue
        taken = (
            _held(job)
            .filter(free)
            .update(leased_until=now + LEASE, leased_by=worker, attempts=F("attempts") + 1)
        )
        if taken:
            job.refresh_from_db()
            return job
    return None


def do(job: Job) -> bool:
    """Do one leased job; a fault is kept and the job waits longer each time.

    A worker that lost its lease on the way writes nothing about the job any more.
    """
    mark = _at_work.set(job)
    try:
        work_of(job.name)(**job.arguments)
    except LeaseLost:
        logger.warning("Job %s went to another worker", job)
        return False
    except Exception as fault:
        logger.exception("Job %s failed", job)
        if job.attempts >= job.most_attempts:
            _give_up(job, repr(fault))
        else:
            _put_back(job, repr(fault))
        return False
    finally:
        _at_work.reset(mark)
    _end(job, State.DONE, "")
    return True


def keep_lease() -> None:
    """Say between two steps that the work goes on: the lease begins anew.

    Raises LeaseLost when another worker has the job by now. Outside a job it does nothing.
    """
    job = _at_work.get()
    if job is not None and not _held(job).update(leased_until=timezone.now() + LEASE):
        raise LeaseLost


def work_off(worker: str | None = None) -> int:
    """Do all that is due now; answers how many jobs were tried.

    A process that is ending begins no other job: what is cut in the middle is done twice, and of
    a letter nobody knows whether it left.
    """
    name = worker or f"{os.getpid()}-{threading.get_ident()}"
    tried = 0
    while not ending.is_set() and (job := lease_next(name)) is not None:
        do(job)
        tried += 1
    return tried


def _held(job: Job) -> QuerySet[Job]:
    """The job as long as it is held as it was read: by the same worker, in the same attempt."""
    return Job.objects.filter(
        pk=job.pk, state=State.WAITING, leased_by=job.leased_by, attempts=job.attempts
    )


def _put_back(job: Job, fault: str) -> None:
    """Wait for the next attempt; where an equal job waits by now, that one does it instead."""
    later = timezone.now() + dt.timedelta(seconds=30 * 4 ** (job.attempts - 1))
    try:
        with transaction.atomic():
            _held(job).update(leased_until=None, leased_by="", due_at=later, fault=fault)
    except IntegrityError:
        _end(job, State.FAILED, fault)


@transaction.atomic
def _give_up(job: Job, fault: str) -> None:
    """End a job for good, and tell its room; a fault in that is only logged."""
    if not _end(job, State.FAILED, fault):
        return
    tell = end_of(job.name)
    try:
        with transaction.atomic():
            if tell is not None:
                tell(**job.arguments)
    except Exception:
        logger.exception("Nothing could be put right after job %s gave up", job)


def _end(job: Job, state: State, fault: str) -> bool:
    """End a job that is still held; whether it was."""
    ended = _held(job).update(state=state, ended_at=timezone.now(), leased_until=None, fault=fault)
    return bool(ended)
