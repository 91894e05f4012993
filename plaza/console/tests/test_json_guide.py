"""What docs/guide/json.md tells is what programs get."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings

from plaza.console.commands import backup, doctor, figures, importing

GUIDE = (Path(settings.BASE_DIR) / "docs/guide/json.md").read_text()
EXAMPLE = Path(settings.BASE_DIR) / "examples/overview-2022.txt"
# Keys under which stands what the records hold: languages, names, words, numbers by reason.
OPEN = {"value", "title", "label", "heading", "parts", "left_out", "counts", "tables", "files"}
ALSO = {"match": {"id", "name"}}


def told(chapter):
    """The first example in a chapter of the guide."""
    text = GUIDE.split(f"\n## {chapter}\n")[1].split("\n## ")[0]
    return json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])


def unlike(example, found, at=""):
    """Where the keys of an answer are not those of the example."""
    if isinstance(example, list):
        kinds = [one for one in example if isinstance(one, dict)]
        for one in found if kinds else ():
            faults = [list(unlike(kind, one, f"{at}[]")) for kind in kinds]
            yield from min(faults, key=len)
    elif isinstance(example, dict) and found is not None:
        also = ALSO.get(at.rpartition(".")[2], set())
        if wrong := (set(example) ^ set(found)) - also:
            yield at, sorted(wrong)
        for key in set(example) & set(found) - OPEN:
            yield from unlike(example[key], found[key], f"{at}.{key}")


@pytest.fixture
def run(db, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path

    def asked(command, *words):
        answer = CliRunner().invoke(command, [*words, "--json"])
        return answer.exit_code, json.loads(answer.stdout)

    return asked


def test_an_import_prints_what_the_guide_tells(run, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    code, found = run(importing.command, str(EXAMPLE), str(empty), "--accept-sure")

    assert code == 1
    assert [one["status"] for one in found["documents"]] == ["read", "fault"]
    assert list(unlike(told("import"), found)) == []
    assert set(found["counts"]) == set(told("import")["counts"])


def test_figures_print_what_the_guide_tells(run):
    run(importing.command, str(EXAMPLE), "--accept-sure")
    example = told("figures")
    row = json.loads(re.search(r'```json\n(\{"key": "organisation.*?)```', GUIDE, re.DOTALL)[1])
    always = set(row) - {"country", "member"}

    code, found = run(figures.command, "2022")

    assert code == 0
    for figure in found["figures"]:
        assert all(always <= set(one) for one in figure.pop("rows"))
    assert found["release"] is None
    assert list(unlike(example, found)) == []


def test_findings_are_printed_as_the_guide_tells(run):
    code, found = run(doctor.command)

    assert code == 1
    assert set(found) == {"findings"}
    assert {key for one in found["findings"] for key in one} == {"what", "good", "says"}


@pytest.mark.django_db(transaction=True)  # it asks PostgreSQL for a moment of its own
def test_a_backup_prints_what_the_guide_tells(run, tmp_path):
    (tmp_path / "words.txt").write_text("words")
    run(importing.command, str(tmp_path / "words.txt"))
    example = told("backup")

    code, found = run(backup.command, str(tmp_path / "all.zip"))

    assert code == 0
    assert set(found) == set(example)
    assert set(found["tables"]["imports.document"]) == set(example["tables"]["activities.activity"])
    assert found["tables"]["imports.document"]["rows"] == 1
