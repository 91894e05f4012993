"""`plaza doctor`."""

import json
import sys

import click

from plaza.console.checkup import checkup


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the findings, see docs/guide/json.md.")
def command(as_json: bool) -> None:
    """Look whether all is well. Exit code 0: yes; 1: something needs a person."""
    findings = checkup()
    if as_json:
        click.echo(json.dumps({"findings": [one._asdict() for one in findings]}, indent=1))
    else:
        for one in findings:
            click.echo(f"{'good' if one.good else 'LOOK'}  {one.what}: {one.says}")
    if not all(one.good for one in findings):
        sys.exit(1)
