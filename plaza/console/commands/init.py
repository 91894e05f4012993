"""`plaza init`."""

import click
from django.core.management import call_command

from plaza.console.commands.serve import PORT, reached_at
from plaza.network.set_up import set_up_link


@click.command("init")
@click.option("--port", type=PORT, envvar="PORT", default=8000, show_default=True, help="Or PORT.")
def command(port: int) -> None:
    """Prepare the data folder and the database. Safe to run again.

    The link of the set-up page names the port at which the site will be served.
    """
    reached_at(port)
    prepare()
    link = set_up_link()
    if link:
        click.echo(f"The database is ready. Open this link once to set up the network:\n{link}")
    else:
        click.echo("The database is ready and the network is set up.")


def prepare() -> None:
    """Bring the database to the code's shape."""
    call_command("migrate", verbosity=0, interactive=False)
