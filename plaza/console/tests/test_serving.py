"""What the commands do before the first page is served."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from plaza.console.commands import demo, init, serve, work
from plaza.ledger.actions import advance
from plaza.network.set_up import use_up
from plaza.post.actions import write

PLACED = "plaza.console.commands.serve.Granian"


class Server:
    """Stands for the web server, which would never end."""

    def __init__(self, **settings):
        self.port = settings["port"]

    def serve(self, **_loader):
        return None


@pytest.fixture
def served(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(PLACED, Server)
    monkeypatch.delenv("PLAZA_ADDRESS", raising=False)
    monkeypatch.setenv("PORT", "8000")
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    settings.PLAZA_DATA = tmp_path
    settings.PLAZA_ADDRESS = "http://127.0.0.1:8000"
    return CliRunner()


@pytest.mark.django_db
@pytest.mark.parametrize("command", [serve.command, init.command])
def test_the_set_up_link_has_the_port_that_is_served(served, command):
    answer = served.invoke(command, ["--port", "9000"])

    assert answer.exit_code == 0
    assert "http://127.0.0.1:9000/set-up/" in answer.output
    assert ":8000" not in answer.output


@pytest.mark.django_db
@pytest.mark.parametrize("command", [serve.command, demo.command])
def test_every_address_on_a_page_has_the_port_that_is_served(prepared, client, command):
    prepared.invoke(command, ["--port", "9000"])
    use_up()

    shown = client.get("/sitemap.xml").getvalue().decode()
    assert "<loc>http://127.0.0.1:9000/activities/</loc>" in shown
    assert ":8000" not in shown


@pytest.mark.django_db
def test_addresses_stay_where_the_address_is_set(served, monkeypatch, settings):
    monkeypatch.setenv("PLAZA_ADDRESS", "https://network.example")
    settings.PLAZA_ADDRESS = "https://network.example"

    answer = served.invoke(serve.command, ["--port", "9000"])

    assert "https://network.example/set-up/" in answer.output
    assert settings.PLAZA_ADDRESS == "https://network.example"


@pytest.mark.django_db
@pytest.mark.parametrize(("command", "words"), [(serve.command, []), (work.command, ["--once"])])
def test_a_letter_that_was_being_sent_at_the_last_stop_becomes_uncertain(
    served, system, command, words
):
    letter = write(to="ben@plaza.example", kind="notice", subject="s", text="t")
    advance(letter, "take", by=system)

    served.invoke(command, words)

    letter.refresh_from_db()
    assert letter.state == "uncertain"


@pytest.fixture
def prepared(served, settings, tmp_path):
    settings.PLAZA_DEMO = True
    (tmp_path / demo.READY).write_text("")
    return served


@pytest.mark.django_db(transaction=True)
def test_a_demo_of_an_older_version_is_brought_to_this_one(prepared):
    call_command("migrate", "jobs", "0001", verbosity=0)
    try:
        answer = prepared.invoke(demo.command, ["--only-prepare"])
        done = MigrationRecorder(connection).applied_migrations()
    finally:
        call_command("migrate", verbosity=0)

    assert answer.exit_code == 0
    assert "Bringing the sample network to this version." in answer.output
    assert ("jobs", "0002_keys_count_until_work_begins") in done


@pytest.mark.django_db
def test_a_demo_that_is_up_to_date_is_left_as_it_is(prepared):
    answer = prepared.invoke(demo.command, ["--only-prepare"])

    assert (answer.exit_code, answer.output) == (0, "")
    assert (Path(demo.settings.PLAZA_DATA) / demo.READY).exists()
