"""Faults of the surroundings, told in one sentence: settings, the database, a place to write."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError


def fail(sentence: str) -> NoReturn:
    """One sentence to the error stream, and exit code 1."""
    click.echo(sentence, err=True)
    raise SystemExit(1)


@contextmanager
def told() -> Iterator[None]:
    """A wrong setting, or a database that does not answer, ends the command with a sentence."""
    try:
        yield
    except ImproperlyConfigured as fault:
        fail(str(fault))
    except DatabaseError as fault:
        if type(fault) not in {DatabaseError, OperationalError}:
            raise  # a wrong question is a fault of ours, not of the surroundings
        where = "DATABASE_URL" if os.environ.get("DATABASE_URL") else "The database in PLAZA_DATA"
        fail(f"{where} does not answer: {' '.join(str(fault).split())}")


@contextmanager
def written_to(target: Path) -> Iterator[None]:
    """A file that cannot be written ends the command with a sentence."""
    try:
        yield
    except OSError as fault:
        fail(f"{target} cannot be written: {fault.strerror or fault}. Nothing was kept.")
