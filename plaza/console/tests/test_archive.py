import datetime as dt
import hashlib
import json
import zipfile

import pytest
from click.testing import CliRunner
from django.db import OperationalError, connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from plaza.activities.actions import add_headcount, add_involvement, record_activity
from plaza.activities.models import Activity
from plaza.console.archive import Damaged, kept_models, read_backup, write_backup
from plaza.console.commands import restore
from plaza.library.actions import record_resource, record_topic
from plaza.network.actions import record_organisation
from plaza.network.models import Organisation, Person
from plaza.network.set_up import opens, set_up_link

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def data(settings, tmp_path):
    settings.PLAZA_DATA = tmp_path / "data"
    (settings.PLAZA_DATA / "files" / "deep").mkdir(parents=True)
    (settings.PLAZA_DATA / "files" / "deep" / "слова.txt").write_bytes(b"\x00\xff words")
    (settings.PLAZA_DATA / "secret_key").write_text("secret")
    return settings.PLAZA_DATA


def fill(by):
    organisation = record_organisation(name={"en": "Rivers", "uk": "Річки"}, country="UA", by=by)
    record_organisation(name="Unit of Rivers", parent=organisation, by=by)
    topic = record_topic(name={"en": "Film", "ka": "ფილმი"}, by=by)
    activity = record_activity(
        title={"en": "Rivers", "hy": "Գետեր"},
        reporting_year=2026,
        starts_on=dt.date(2026, 5, 1),
        topics=[topic],
        by=by,
    )
    add_involvement(activity, organisation=organisation, role="host", by=by)
    add_headcount(activity, number=12, group={"en": "teachers"}, by=by)
    record_resource(title="A guide", language="en", by=by)


def contents():
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in kept_models()
    }


def test_a_backup_brings_everything_back_bit_for_bit(cast, dora, data, tmp_path):
    fill(dora)
    before = contents()
    first = tmp_path / "first.zip"
    write_backup(first)
    Activity.objects.all().delete()
    Organisation.objects.filter(parent__isnull=False).delete()
    (data / "files" / "deep" / "слова.txt").write_bytes(b"other")
    (data / "files" / "new.txt").write_text("not in the backup")

    read_backup(first)
    second = tmp_path / "second.zip"
    write_backup(second)

    assert contents() == before
    assert (data / "files" / "deep" / "слова.txt").read_bytes() == b"\x00\xff words"
    assert not (data / "files" / "new.txt").exists()
    assert second.read_bytes() == first.read_bytes()


def test_rows_made_after_a_restore_get_numbers_of_their_own(cast, dora, data, tmp_path):
    fill(dora)
    write_backup(tmp_path / "all.zip")
    read_backup(tmp_path / "all.zip")

    dora = Person.objects.get(pk=dora.pk)
    record_organisation(name="Later", by=dora)

    assert Organisation.objects.count() == 3


def test_a_damaged_backup_is_refused_and_nothing_changes(cast, dora, data, tmp_path):
    fill(dora)
    whole, hurt = tmp_path / "whole.zip", tmp_path / "hurt.zip"
    write_backup(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(hurt, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name, content.replace(b"Rivers", b"Lakes!") if "activity" in name else content
            )
    before = contents()

    with pytest.raises(Damaged, match=r"damaged\. Nothing was changed"):
        read_backup(hurt)
    assert contents() == before


def with_rows(whole, other, table, change):
    """The same backup with other rows in one table, and checksums that fit them."""
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(other, "w") as new:
        manifest = json.loads(old.read("manifest.json"))
        for name in old.namelist():
            content = old.read(name)
            if name == f"tables/{table}.jsonl":
                content = change(content)
                manifest["tables"][table]["sha256"] = hashlib.sha256(content).hexdigest()
            if name != "manifest.json":
                new.writestr(name, content)
        new.writestr("manifest.json", json.dumps(manifest))


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows + rows,
        lambda rows: rows.replace(b"2026-05-01", b"no day"),
        lambda rows: b"",
        lambda rows: rows.replace(b'"slug"', b'"slug_of_later"'),
    ],
    ids=["a row twice", "a value of no form", "rows that others point to", "a column of later"],
)
def test_rows_that_contradict_each_other_are_refused_and_nothing_changes(
    cast, dora, data, tmp_path, change
):
    fill(dora)
    write_backup(tmp_path / "whole.zip")
    with_rows(tmp_path / "whole.zip", tmp_path / "hurt.zip", "activities.activity", change)
    (data / "files" / "deep" / "слова.txt").write_bytes(b"other")
    before = contents()

    with pytest.raises(Damaged, match=r"\. Nothing was changed\.$"):
        read_backup(tmp_path / "hurt.zip")

    assert contents() == before
    assert (data / "files" / "deep" / "слова.txt").read_bytes() == b"other"
    assert not list(data.rglob("*.restoring"))


def test_a_file_that_cannot_be_laid_leaves_rows_and_files_as_they_are(cast, dora, data, tmp_path):
    fill(dora)
    write_backup(tmp_path / "all.zip")
    Activity.objects.update(reporting_year=2027)
    (data / "files" / "deep" / "слова.txt.restoring").mkdir()
    before = contents()

    with pytest.raises(OSError, match="directory"):
        read_backup(tmp_path / "all.zip")

    assert contents() == before


def test_a_backup_shows_one_moment_while_people_go_on(cast, dora, data, tmp_path):
    fill(dora)
    others, seen = connection.copy(), []
    if connection.vendor == "sqlite":
        others.settings_dict["OPTIONS"]["timeout"] = 0

    def work_on(_what, done, _all):
        if not done or "." not in _what:
            return
        try:
            with others.cursor() as cursor:
                cursor.execute("UPDATE activities_activity SET reporting_year = reporting_year + 1")
            seen.append(done)
        except OperationalError:
            assert connection.vendor == "sqlite"  # nobody writes there meanwhile

    try:
        write_backup(tmp_path / "all.zip", progress=work_on)
    finally:
        others.close()

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert b'"reporting_year": 2026' in archive.read("tables/activities.activity.jsonl")
    assert Activity.objects.get().reporting_year == 2026 + len(seen)
    assert bool(seen) is (connection.vendor == "postgresql")


def test_records_that_are_here_already_are_not_replaced_unasked(cast, dora, data, tmp_path):
    write_backup(tmp_path / "all.zip")
    record_organisation(name="Rivers", by=dora)

    answer = CliRunner().invoke(restore.command, [str(tmp_path / "all.zip")])

    assert answer.exit_code == 1
    assert answer.stderr == (
        "There are records here already. Add --replace to put the backup in their place.\n"
    )
    assert Organisation.objects.count() == 1


def test_only_the_owner_reads_a_backup_and_the_key_that_came_with_it(cast, data, tmp_path):
    write_backup(tmp_path / "all.zip")
    (data / "secret_key").unlink()
    read_backup(tmp_path / "all.zip")

    assert (tmp_path / "all.zip").stat().st_mode & 0o777 == 0o600
    assert (data / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_backup_that_breaks_off_leaves_the_older_one_and_nothing_beside_it(cast, data, tmp_path):
    write_backup(tmp_path / "all.zip")
    before = (tmp_path / "all.zip").read_bytes()

    def break_off(*_progress):
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        write_backup(tmp_path / "all.zip", progress=break_off)

    assert (tmp_path / "all.zip").read_bytes() == before
    assert not (tmp_path / "all.zip.new").exists()


def test_a_link_printed_before_opens_nothing_afterwards(db, data, system, tmp_path):
    write_backup(tmp_path / "all.zip")
    token = set_up_link().rstrip("/").rpartition("/")[2]

    read_backup(tmp_path / "all.zip")

    assert not opens(token)


def test_restoring_says_that_the_server_is_to_be_stopped(cast, dora, data, tmp_path):
    write_backup(tmp_path / "all.zip")

    answer = CliRunner().invoke(restore.command, [str(tmp_path / "all.zip"), "--replace"])

    assert answer.exit_code == 0
    assert answer.output.startswith("Stop the server first")


@pytest.mark.parametrize("content", [b"", b"PK", b"words", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_backup_is_refused_in_one_sentence(db, data, tmp_path, content):
    file = tmp_path / "other.zip"
    file.write_bytes(content)

    with pytest.raises(Damaged, match="is not a whole backup of Plaza"):
        read_backup(file)


@pytest.mark.parametrize("name", ["plaza.sqlite3", "files/../../out.txt", "/out.txt", ""])
def test_a_backup_writes_only_where_files_belong(db, data, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "hurt.zip", "w") as archive:
        checksum = hashlib.sha256(b"words").hexdigest()
        manifest = {"plaza_backup": 1, "tables": {}, "files": {name: {"sha256": checksum}}}
        archive.writestr(f"data/{name}", b"words")
        archive.writestr("manifest.json", json.dumps(manifest))

    with pytest.raises(Damaged, match="where no file belongs"):
        read_backup(tmp_path / "hurt.zip")


@hypothesis_settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_backup_with_one_bit_turned_is_refused_or_brings_the_same_back(
    system, data, tmp_path, place, bit
):
    whole, hurt = tmp_path / "whole.zip", tmp_path / "hurt.zip"
    if not whole.exists():
        write_backup(whole)
    content, before = bytearray(whole.read_bytes()), contents()
    content[int(place * len(content))] ^= 1 << bit
    hurt.write_bytes(content)

    try:
        read_backup(hurt)
    except Damaged as refused:
        assert str(refused).endswith("Nothing was changed.")

    assert contents() == before


@hypothesis_settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    words=st.dictionaries(
        st.sampled_from(["en", "uk", "ka", "ar", "sr-Latn"]),
        st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1),
    ),
    day=st.dates(),
)
def test_any_words_in_any_language_come_back(system, data, tmp_path, words, day):
    record = record_activity(
        title={"en": "x", **words}, reporting_year=2026, starts_on=day, by=system
    )
    before = contents()
    write_backup(tmp_path / "any.zip")
    read_backup(tmp_path / "any.zip")

    assert contents() == before
    Activity.objects.filter(pk=record.pk).delete()
