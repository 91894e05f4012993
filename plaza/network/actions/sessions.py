"""What is left of visits that are over."""

import datetime as dt

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from plaza.jobs.actions import queue

JOB = "network.clear_sessions"


def clear_sessions() -> None:
    """Delete the sessions that have expired, now and once a day from now on."""
    SessionStore.clear_expired()
    tomorrow = timezone.now() + dt.timedelta(days=1)
    queue(JOB, key=f"{tomorrow:%Y-%m-%d}", due_at=tomorrow)
