"""Wrong words on the line, and wrong surroundings, are told in one sentence."""

import os
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner
from django.db import DatabaseError, OperationalError, ProgrammingError

from plaza.console.commands import backup, demo, figures, overview, serve
from plaza.console.faults import told
from plaza.console.main import COMMANDS, cli


@pytest.fixture
def said(db, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path

    def run(command, *words):
        answer = CliRunner().invoke(command, words, env={"PORT": None})
        return answer.exit_code, answer.stderr.strip().splitlines()[-1]

    return run


def test_every_command_is_explained():
    texts = {name: CliRunner().invoke(cli, [name, "--help"]).output for name in COMMANDS}

    assert [name for name, text in texts.items() if f"Usage: cli {name}" not in text] == []


def test_the_help_says_what_the_exit_codes_mean():
    text = " ".join(CliRunner().invoke(cli, ["--help"]).output.split())

    assert "Exit codes: 0 it is done; 1 it is not, or not all of it" in text
    assert "2 a word on the line is wrong" in text


@pytest.mark.parametrize("command", [figures.command, overview.command])
@pytest.mark.parametrize("year", ["0", "99999999", "next"])
def test_what_is_no_year_is_told(said, command, year):
    code, sentence = said(command, year)

    assert code == 2
    assert sentence.startswith("Error: Invalid value for 'YEAR'")


def test_a_year_of_which_nothing_is_known_has_no_figures(said):
    sentence = "Nothing is recorded or printed about 1999, so there are no figures of it."

    assert said(figures.command, "1999") == (1, sentence)
    assert said(figures.command, "1999", "--json") == (1, sentence)


def test_a_backup_that_cannot_be_written_leaves_nothing(said, tmp_path):
    code, sentence = said(backup.command, str(tmp_path / "nowhere" / "all.zip"))

    assert code == 1
    assert sentence.endswith("No such file or directory. Nothing was kept.")
    (tmp_path / "all.zip").mkdir()
    assert said(backup.command, str(tmp_path / "all.zip"))[0] == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["all.zip"]


@pytest.fixture
def taken():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        yield str(one.getsockname()[1])


def test_a_port_in_use_is_told_before_anything_begins(said, settings, taken, tmp_path):
    sentence = f"Port {taken} is in use already. Choose another one with --port."

    assert said(serve.command, "--port", taken) == (1, sentence)
    settings.PLAZA_DEMO = True
    assert said(demo.command, "--port", taken) == (1, sentence)
    assert list(tmp_path.iterdir()) == []  # no link that would put an end to an older one


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--port", "99999"], 2, "99999 is not in the range 1<=x<=65535."),
        (["--workers", "0"], 2, "0 is not in the range x>=1."),
        (["--host", "nowhere.invalid"], 1, "There is no host nowhere.invalid."),
        (["--host", "192.0.2.1"], 1, "Nothing can listen at 192.0.2.1"),
    ],
)
def test_a_place_where_nothing_can_listen_is_told(said, words, code, sentence):
    found = said(serve.command, *words)

    assert found[0] == code
    assert sentence in found[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_the_demo_listens_on_loopback_only(said, settings, host):
    settings.PLAZA_DEMO = True
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = str(one.getsockname()[1])

    sentence = "The demo shows sign-in codes, so it listens on 127.0.0.1 only."
    assert said(serve.command, "--host", host, "--port", port) == (1, sentence)


@pytest.mark.parametrize("fault", [OperationalError, DatabaseError])
def test_a_database_that_does_not_answer_is_told(monkeypatch, capsys, fault):
    monkeypatch.setenv("DATABASE_URL", "postgres://nowhere.invalid/x")

    with pytest.raises(SystemExit) as end, told():
        raise fault("the line\n\tis dead")

    assert end.value.code == 1
    assert capsys.readouterr().err == "DATABASE_URL does not answer: the line is dead\n"


def test_a_wrong_question_to_the_database_stays_a_fault_of_ours():
    with pytest.raises(ProgrammingError), told():
        raise ProgrammingError("no such column")


def test_a_wrong_setting_is_told_in_one_line(tmp_path):
    begin = "from plaza.console.main import cli; cli(['doctor'])"
    surroundings = os.environ | {"PLAZA_DATA": str(tmp_path), "PLAZA_DEMO": "maybe"}

    run = subprocess.run([sys.executable, "-c", begin], env=surroundings, capture_output=True)

    assert (run.returncode, run.stdout) == (1, b"")
    assert run.stderr == b"PLAZA_DEMO is 'maybe'; write 1 or 0.\n"
