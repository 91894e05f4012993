"""A backup: one zip that brings everything back, files included, between databases too.

Inside: `manifest.json` (shape and checksums), one `tables/<app>.<model>.jsonl` per table with the
columns as they are kept, and `files/` as they lie in the data folder. The same state gives the
same bytes, so two backups can be compared.
"""

import datetime as dt
import decimal
import hashlib
import io
import json
import shutil
import uuid
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, models, transaction

from plaza.console.progress import Progress, nothing
from plaza.network.set_up import use_up

SHAPE = 1
LEFT_OUT = {"sessions.session"}
FOLDERS = ("files",)
SINGLES = ("secret_key",)
RESTORING = ".restoring"
UNCHANGED = "Nothing was changed."
OURS_ALONE = 0o600
EPOCH = (1980, 1, 1, 0, 0, 0)
NOT_WHOLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of packing that nobody here knows
    RuntimeError,  # locked with a password
    KeyError,
    ValueError,
    ValidationError,
    IntegrityError,
    DataError,
)


class Damaged(Exception):
    """The file is not a whole backup. The message is a sentence for people."""


def write_backup(target: Path, *, progress: Progress = nothing) -> dict[str, Any]:
    """Write everything into one zip, whole or not at all; answers the manifest.

    All tables are read as they stood at one moment, also while people go on working.
    """
    new = target.with_name(target.name + ".new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive, _snapshot():
            new.chmod(OURS_ALONE)
            manifest = _write_parts(archive, progress)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return manifest


def read_backup(source: Path, *, progress: Progress = nothing) -> dict[str, Any]:
    """Bring a backup back in place of all that is here; whole or not at all.

    No server may run meanwhile: it would go on with what it remembers of the rows before.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _checked(archive, progress)
            with _laid(archive, manifest) as files, transaction.atomic():
                _replace_tables(archive, manifest, progress)
                _reset_numbers()
    except NOT_WHOLE as fault:
        raise Damaged(f"{source.name} is not a whole backup of Plaza. {UNCHANGED}") from fault
    _put_in_place(files, manifest)
    return manifest


def _write_parts(archive: zipfile.ZipFile, progress: Progress) -> dict[str, Any]:
    manifest: dict[str, Any] = {"plaza_backup": SHAPE, "tables": {}, "files": {}}
    tables = list(kept_models())
    for done, model in enumerate(tables):
        progress(model._meta.label_lower, done, len(tables))
        content, count = _table(model)
        _put(archive, f"tables/{model._meta.label_lower}.jsonl", content)
        manifest["tables"][model._meta.label_lower] = {
            "rows": count,
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    files = list(_files())  # after the rows: a file is laid before the row that names it
    for done, file in enumerate(files):
        name = file.relative_to(settings.PLAZA_DATA).as_posix()
        progress(name, done, len(files))
        manifest["files"][name] = {
            "size": file.stat().st_size,
            "sha256": _put_file(archive, f"data/{name}", file),
        }
    _put(archive, "manifest.json", json.dumps(manifest, indent=1, sort_keys=True).encode())
    return manifest


@contextmanager
def _snapshot() -> Iterator[None]:
    """All reads see one moment. SQLite's transactions do that; PostgreSQL has to be asked."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def kept_models() -> Iterator[type[models.Model]]:
    """Every table of the product, those others point to first; sessions are not kept."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and model._meta.label_lower not in LEFT_OUT:
            yield model


def _table(model: type[models.Model]) -> tuple[bytes, int]:
    columns = list(model._meta.concrete_fields)
    names = [field.attname for field in columns]
    out, count = io.StringIO(), 0
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=2000):
        values = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        out.write(json.dumps(values, ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return out.getvalue().encode(), count


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return {"bytes": bytes(value).hex()}
    if isinstance(value, models.fields.files.FieldFile):
        return value.name
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    return dict(value)


def _files() -> Iterator[Path]:
    root = Path(settings.PLAZA_DATA)
    for name in SINGLES:
        if (root / name).is_file():
            yield root / name
    for folder in FOLDERS:
        yield from sorted(file for file in (root / folder).rglob("*") if file.is_file())


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)


def _put_file(archive: zipfile.ZipFile, name: str, file: Path) -> str:
    digest = hashlib.sha256()
    with (
        archive.open(zipfile.ZipInfo(name, EPOCH), "w", force_zip64=True) as out,
        file.open("rb") as one,
    ):
        while chunk := one.read(1 << 20):
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest()


def _checked(archive: zipfile.ZipFile, progress: Progress) -> dict[str, Any]:
    manifest: Any = json.loads(archive.read("manifest.json"))
    if not isinstance(manifest, dict) or manifest.get("plaza_backup") != SHAPE:
        _damaged(f"This backup is of another shape than this Plaza reads. {UNCHANGED}")
    parts = {f"tables/{name}.jsonl": one for name, one in manifest["tables"].items()}
    parts |= {f"data/{name}": one for name, one in manifest["files"].items()}
    for done, (name, one) in enumerate(parts.items()):
        progress(name, done, len(parts))
        digest = hashlib.sha256()
        with archive.open(name) as content:
            while chunk := content.read(1 << 20):
                digest.update(chunk)
        if digest.hexdigest() != one["sha256"]:
            _damaged(f"{name} in this backup is damaged. {UNCHANGED}")
    known = {model._meta.label_lower for model in kept_models()}
    if unknown := set(manifest["tables"]) - known:
        _damaged(f"This Plaza does not know {', '.join(sorted(unknown))}. {UNCHANGED}")
    for name in manifest["files"]:
        inside = name in SINGLES or name.partition("/")[0] in FOLDERS
        if not inside or ".." in Path(name).parts:
            _damaged(f"This backup wants to write to {name}, where no file belongs. {UNCHANGED}")
    return manifest


def _damaged(sentence: str) -> NoReturn:
    raise Damaged(sentence)


def _replace_tables(archive: zipfile.ZipFile, manifest: dict[str, Any], progress: Progress) -> None:
    tables = list(kept_models())
    with connection.cursor() as cursor:
        for model in reversed(tables):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
    for done, model in enumerate(tables):
        progress(model._meta.label_lower, done, len(tables))
        name = f"tables/{model._meta.label_lower}.jsonl"
        if model._meta.label_lower not in manifest["tables"]:
            continue
        with archive.open(name) as content:
            _insert(model, io.TextIOWrapper(content, "utf-8"))
    connection.check_constraints()


def _insert(model: type[models.Model], lines: Iterator[str]) -> None:
    fields = list(model._meta.concrete_fields)
    known = {field.attname for field in fields}
    rows: list[models.Model] = []
    for line in lines:
        values = json.loads(line)
        if unknown := set(values) - known:
            name = model._meta.label_lower
            _damaged(f"This Plaza does not know {sorted(unknown)[0]} of {name}. {UNCHANGED}")
        rows.append(
            model(
                **{f.attname: _value(f, values[f.attname]) for f in fields if f.attname in values}
            )
        )
        if len(rows) >= 500:
            _write_rows(model, rows, fields)
            rows = []
    _write_rows(model, rows, fields)


def _write_rows(model: type[models.Model], rows: list[models.Model], fields: list[Any]) -> None:
    size = max(1, connection.ops.bulk_batch_size(fields, rows) if rows else 1)
    for start in range(0, len(rows), size):
        model._base_manager._insert(  # type: ignore[attr-defined]
            rows[start : start + size], fields=fields, using=connection.alias, raw=True
        )


def _value(field: Any, value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"bytes"}:
        return bytes.fromhex(value["bytes"])
    if isinstance(field, models.JSONField) or value is None:
        return value
    return field.to_python(value) if not field.is_relation else field.target_field.to_python(value)


def _reset_numbers() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), list(kept_models()))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def _laid(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> Iterator[list[Path]]:
    """New files lie beside the old ones before any row counts, so that a fault loses neither."""
    root, laid = Path(settings.PLAZA_DATA), []
    try:
        for name in manifest["files"]:
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            new = target.with_name(target.name + RESTORING)
            laid.append(new)
            with archive.open(f"data/{name}") as content, new.open("wb") as out:
                if name in SINGLES:
                    new.chmod(OURS_ALONE)
                shutil.copyfileobj(content, out, 1 << 20)
        yield laid
    except BaseException:
        for new in laid:
            new.unlink(missing_ok=True)
        raise


def _put_in_place(laid: list[Path], manifest: dict[str, Any]) -> None:
    root = Path(settings.PLAZA_DATA)
    for new in laid:
        new.replace(new.with_name(new.name.removesuffix(RESTORING)))
    for file in _files():
        if file.relative_to(root).as_posix() not in manifest["files"]:
            file.unlink()
    use_up()  # a link printed for what was here before opens nothing
