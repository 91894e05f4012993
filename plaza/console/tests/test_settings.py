"""Settings from the environment: nonsense is refused, and the sentence names the variable."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment as env

WORDS = ("DEBUG", "WARNING")
NONSENSE = [
    ("maybe", lambda name: env.flag(name), "write 1 or 0"),
    ("-1", lambda name: env.number(name, 1), "write a whole number"),
    ("loud", lambda name: env.choice(name, WORDS, "WARNING"), "write one of DEBUG, WARNING"),
    ("net.example", lambda name: env.address(name, ("https", "http")), "write https://host"),
    ("https://", lambda name: env.address(name, ("https", "http")), "write https://host"),
    ("http://x:port", lambda name: env.address(name, ("https", "http")), "write https://host"),
    ("mysql://x/y", lambda name: env.database(name, None), "postgres://user:password@host:5432"),
    ("postgres://x:y/z", lambda name: env.database(name, None), "postgres://user:password@host"),
]


@pytest.mark.parametrize(("written", "read", "advice"), NONSENSE, ids=[one[0] for one in NONSENSE])
def test_nonsense_is_refused_and_named(monkeypatch, written, read, advice):
    monkeypatch.setenv("PLAZA_X", written)

    with pytest.raises(ImproperlyConfigured, match="PLAZA_X is") as refused:
        read("PLAZA_X")
    assert advice in str(refused.value)


def test_a_folder_is_made_where_it_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("PLAZA_X", str(tmp_path / "deep" / "er"))

    assert env.folder("PLAZA_X", tmp_path) == tmp_path / "deep" / "er"
    assert (tmp_path / "deep" / "er").is_dir()


def test_a_folder_that_is_a_file_is_refused_and_named(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("words")
    monkeypatch.setenv("PLAZA_X", str(tmp_path / "file"))

    with pytest.raises(ImproperlyConfigured, match=r"PLAZA_X is .*cannot be made a folder"):
        env.folder("PLAZA_X", tmp_path)


def test_an_address_ends_without_a_slash(monkeypatch):
    monkeypatch.setenv("PLAZA_X", "https://net.example/plaza/")

    assert env.address("PLAZA_X", ("https", "http")) == "https://net.example/plaza"
    assert env.address("PLAZA_Y", ("https", "http"), "http://x") == "http://x"


def test_a_database_is_read_from_its_address(monkeypatch):
    monkeypatch.setenv("PLAZA_X", "postgres://d%40ra:se%3Acret@db.example:5433/net")

    found = env.database("PLAZA_X", None)

    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "net",
        "USER": "d@ra",
        "PASSWORD": "se:cret",
        "HOST": "db.example",
        "PORT": "5433",
    }
