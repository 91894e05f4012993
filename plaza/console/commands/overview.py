"""`plaza overview`."""

from pathlib import Path

import click

from plaza.console.acting import YEAR, ensure_database
from plaza.console.faults import fail, written_to
from plaza.publishing.models import Overview
from plaza.publishing.printing import PRINTERS, printed
from plaza.publishing.queries.overviews import LANGUAGES


@click.command("overview")
@click.argument("year", type=YEAR)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    show_default=True,
    help="Whose words.",
)
@click.option(
    "--form",
    type=click.Choice(list(PRINTERS)),
    default="pdf",
    show_default=True,
    help="What kind of file.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it, else overview-YEAR.LANGUAGE.FORM here.",
)
def command(year: int, language: str, form: str, out: Path | None) -> None:
    """Write the overview of YEAR as a file."""
    ensure_database()
    overview = Overview.objects.select_related("release").filter(year=year).first()
    if overview is None:
        fail(f"There is no overview of {year} yet. Begin one at the desk.")
    target = out or Path(f"overview-{year}.{language}.{form}")
    content = printed(overview, language, form)
    with written_to(target):
        target.write_bytes(content)
    click.echo(f"{target}: {len(content) // 1024} kB")
