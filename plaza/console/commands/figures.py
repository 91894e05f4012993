"""`plaza figures`."""

import json

import click

from plaza.console.acting import YEAR, ensure_database
from plaza.console.faults import fail
from plaza.figures.queries.exported import figures_json
from plaza.figures.queries.lines import figures_of_year, newest_release
from plaza.figures.words import printed_words, value_words


@click.command("figures")
@click.argument("year", type=YEAR)
@click.option("--now", is_flag=True, help="Count now instead of showing the newest release.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures, see docs/guide/json.md.")
def command(year: int, now: bool, as_json: bool) -> None:
    """Show the figures of YEAR: as printed, from the records, what is missing."""
    ensure_database()
    release = None if now else newest_release(year)
    lines = figures_of_year(None, year, release)
    if not lines:
        fail(f"Nothing is recorded or printed about {year}, so there are no figures of it.")
    if as_json:
        click.echo(json.dumps(figures_json(year, now=now), ensure_ascii=False, indent=1))
        return
    click.echo(f"{year}, {'release ' + str(release.number) if release else 'counted now'}")
    for line in lines:
        words = dict.fromkeys(printed_words(one) for one in line.printed)
        printed = "; ".join(words) or "not printed"
        click.echo(f"{line.name}: {value_words(line.value) or 'no rows'} ({printed})")
        if line.gap:
            click.echo(f"    {line.gap}")
