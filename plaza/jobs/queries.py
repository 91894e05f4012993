"""What waits and what is being done."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from plaza.jobs.models import Job
from plaza.jobs.states import State


def unended(name: str, **arguments: Any) -> QuerySet[Job]:
    """Jobs of a name with these arguments that wait or are being done."""
    same = {f"arguments__{argument}": value for argument, value in arguments.items()}
    return Job.objects.filter(name=name, state=State.WAITING, **same)


def being_done(name: str, **arguments: Any) -> int:
    """How many of them a living worker holds right now."""
    return unended(name, **arguments).filter(leased_until__gt=timezone.now()).count()
