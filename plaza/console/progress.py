"""Progress of long work on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Progress = Callable[[str, int, int], None]


def nothing(_what: str, _done: int, _all: int) -> None:
    """No progress shown."""


@contextmanager
def shown(label: str, *, quiet: bool = False) -> Iterator[Progress]:
    """A bar that is moved by `progress(what, done, all)`; nothing is drawn where nobody looks."""
    stream = sys.stderr
    if quiet or not stream.isatty():
        yield nothing
        return
    with click.progressbar(length=100, label=label, file=stream) as bar:

        def move(what: str, done: int, whole: int) -> None:
            bar.label = f"{label} {what[:40]:<40}"
            bar.update(int(100 * done / max(whole, 1)) - int(bar.pos))

        yield move
