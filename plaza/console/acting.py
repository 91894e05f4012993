"""What every command needs: who acts, and a database that is ready."""

import click
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from plaza.console.faults import fail
from plaza.network.models import Person
from plaza.web.periods import FIRST_YEAR, LAST_YEAR

YEAR = click.IntRange(FIRST_YEAR, LAST_YEAR)


def actor(address: str | None) -> Person:
    """The person a command acts as: `--as` names an address, otherwise a system user."""
    if address is None:
        return Person.objects.system("Command line")
    person = Person.objects.by_address(address)
    if person is None:
        fail(f"Nobody reads mail at {address}. Write an address that the network knows.")
    return person


def is_behind() -> bool:
    """Whether the database is missing or older than the code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def ensure_database() -> None:
    """End with a sentence where the database is missing or older than the code."""
    if is_behind():
        fail("The database is not ready. Run `plaza init` first.")
