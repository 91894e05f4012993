"""What each kind of job does; rooms register theirs in `apps.ready`."""

from collections.abc import Callable
from typing import Any

_work: dict[str, Callable[..., Any]] = {}


def register(name: str, work: Callable[..., Any]) -> None:
    """Say what a job of this name does; it must be safe to do twice."""
    _work[name] = work


def work_of(name: str) -> Callable[..., Any]:
    """The work, or KeyError for a name nobody registered."""
    return _work[name]
