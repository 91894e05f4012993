"""What each kind of job does; rooms register theirs in `apps.ready`."""

from collections.abc import Callable
from typing import Any

Work = Callable[..., Any]

_work: dict[str, Work] = {}
_ends: dict[str, Work] = {}


def register(name: str, work: Work, *, gave_up: Work | None = None) -> None:
    """Say what a job of this name does; it must be safe to do twice.

    `gave_up` hears the arguments of a job that failed for good, to leave nothing half open.
    """
    _work[name] = work
    if gave_up is not None:
        _ends[name] = gave_up


def work_of(name: str) -> Work:
    """The work, or KeyError for a name nobody registered."""
    return _work[name]


def end_of(name: str) -> Work | None:
    """What is to be done when a job of this name gave up, if anything."""
    return _ends.get(name)
