"""`plaza init`."""

import click
from django.core.management import call_command

from plaza.network.set_up import set_up_link


@click.command("init")
def command() -> None:
    """Prepare the data folder and the database. Safe to run again."""
    prepare()
    link = set_up_link()
    if link:
        click.echo(f"The database is ready. Open this link once to set up the network:\n{link}")
    else:
        click.echo("The database is ready and the network is set up.")


def prepare() -> None:
    """Bring the database to the code's shape."""
    call_command("migrate", verbosity=0, interactive=False)
