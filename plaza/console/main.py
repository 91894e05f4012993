"""The command `plaza`: its commands, and what its exit codes mean."""

import importlib
import os

import click
import django

from plaza.console.faults import told

COMMANDS = {
    "init": "Prepare the data folder and the database; print the link of the set-up page.",
    "serve": "Serve the site, with the worker inside.",
    "demo": "Prepare the sample network once, and serve it.",
    "import": "Read documents into reviewed drafts.",
    "figures": "Show the figures of a year.",
    "overview": "Write the overview of a year as PDF or docx.",
    "backup": "Write everything into one file.",
    "restore": "Bring a backup back.",
    "doctor": "Look whether all is well.",
    "work": "Do what waits, without a web server.",
}


class Commands(click.Group):
    """Loads the product and a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a first day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, with the product loaded so that it may touch models."""
        if cmd_name not in COMMANDS:
            return None
        if ctx.params.get("data"):
            os.environ["PLAZA_DATA"] = ctx.params["data"]
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        with told():
            django.setup()
        name = "importing" if cmd_name == "import" else cmd_name
        command: click.Command = importlib.import_module(f"plaza.console.commands.{name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what its surroundings lack is told in one sentence."""
        with told():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", metavar="FOLDER", help="Where all state lives (PLAZA_DATA, else var/).")
def cli(data: str | None) -> None:
    """Plaza, the home of a peer-learning network.

    Exit codes: 0 it is done; 1 it is not, or not all of it, and a sentence says why; 2 a word on
    the line is wrong.
    """
