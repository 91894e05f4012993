"""Queue work and do it."""

import datetime as dt
import logging
import os
import threading
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from plaza.jobs.models import Job
from plaza.jobs.registry import work_of
from plaza.jobs.states import State

logger = logging.getLogger(__name__)
LEASE = dt.timedelta(minutes=5)
wake = threading.Event()


def queue(name: str, *, key: str = "", due_at: dt.datetime | None = None, **arguments: Any) -> None:
    """Let work wait in this transaction; the worker is woken once it is committed.

    With a key, a second equal job is not queued while the first one waits.
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
            _end(job, State.FAILED, job.fault or "The worker died each time.")
            continue
        taken = Job.objects.filter(free, pk=job.pk, state=State.WAITING).update(
            leased_until=now + LEASE, leased_by=worker, attempts=F("attempts") + 1
        )
        if taken:
            job.refresh_from_db()
            return job
    return None


def do(job: Job) -> bool:
    """Do one leased job; a fault is kept and the job waits longer each time."""
    try:
        work_of(job.name)(**job.arguments)
    except Exception as fault:
        logger.exception("Job %s failed", job)
        if job.attempts >= job.most_attempts:
            _end(job, State.FAILED, repr(fault))
        else:
            later = timezone.now() + dt.timedelta(seconds=30 * 4 ** (job.attempts - 1))
            Job.objects.filter(pk=job.pk, leased_by=job.leased_by).update(
                leased_until=None, leased_by="", due_at=later, fault=repr(fault)
            )
        return False
    _end(job, State.DONE, "")
    return True


def work_off(worker: str | None = None) -> int:
    """Do all that is due now; answers how many jobs were tried."""
    name = worker or f"{os.getpid()}-{threading.get_ident()}"
    tried = 0
    while (job := lease_next(name)) is not None:
        do(job)
        tried += 1
    return tried


def _end(job: Job, state: State, fault: str) -> None:
    Job.objects.filter(pk=job.pk, state=State.WAITING).update(
        state=state, ended_at=timezone.now(), leased_until=None, fault=fault
    )
