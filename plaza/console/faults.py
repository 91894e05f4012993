"""Faults of the surroundings, told in one sentence: settings, the database, a place to write."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError


def fail(sentence: str) -> NoReturn:
    """One sentence to the error stream, and exit code 1."""
    click.echo(sentence, err=True)
    raise SystemExit(1)


@contextmanager
def told() -> Iterator[None]:
    """A wrong setting, or a database or folder that does not answer, ends with a sentence."""
    try:
        yield
    except ImproperlyConfigured as fault:
        fail(str(fault))
    except DatabaseError as fault:
        if type(fault) not in {DatabaseError, OperationalError}:
            raise  # a wrong question is a fault of ours, not of the surroundings
        where = "DATABASE_URL" if os.environ.get("DATABASE_URL") else "The database in PLAZA_DATA"
        fail(f"{where} does not answer: {' '.join(str(fault).split())}")
    except OSError as fault:
        if not _is_of_the_folder(fault):
            raise
        fail(f"Nothing can be written to PLAZA_DATA ({fault.filename}): {fault.strerror}.")


def _is_of_the_folder(fault: OSError) -> bool:
    """Whether the data folder, or one below it, does not take a file any more."""
    named = Path(str(fault.filename or ""))
    return named.is_relative_to(settings.PLAZA_DATA) and fault.errno != errno.ENOENT


@contextmanager
def written_to(target: Path) -> Iterator[None]:
    """A file that cannot be written ends the command with a sentence."""
    try:
        yield
    except OSError as fault:
        fail(f"{target} cannot be written: {fault.strerror or fault}. Nothing was kept.")
