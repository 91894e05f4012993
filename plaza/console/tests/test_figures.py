"""`plaza figures` tells a year from a span of years."""

from click.testing import CliRunner

from plaza.console.commands.figures import command
from plaza.figures.tests.makers import make_activity, print_2022


def test_figures_says_which_years_a_figure_is_about(db, dora, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path
    make_activity(dora, "Rivers")
    print_2022(dora)

    said = CliRunner().invoke(command, ["2022", "--now"]).output.splitlines()

    assert [line for line in said if line.startswith("Activities")] == [
        "Activities: 1 (6)",
        "Activities, 2011 to 2022: 1 (62)",
    ]
