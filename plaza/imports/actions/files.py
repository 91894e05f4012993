"""Files in: read in a child process, kept once, their records drafted."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from plaza.imports.actions import sure
from plaza.imports.actions.drafting import drafts_of, year_of
from plaza.imports.actions.sheets import as_mapped
from plaza.imports.faults import sentence_of
from plaza.imports.models import Document, Draft
from plaza.imports.reading.child import read_files
from plaza.imports.reading.found import Reading
from plaza.imports.reading.source import Unreadable
from plaza.imports.reading.vocabulary import languages_of
from plaza.imports.registers import Registers
from plaza.imports.states import DocumentState
from plaza.ledger.actions import advance, record_deed
from plaza.web.refusals import Refused

MEGABYTE = 1024 * 1024


@dataclass
class Result:
    """What came of one file: its document, whether it was known before, or why there is none."""

    name: str
    document: Document | None = None
    is_known: bool = False
    fault: str = ""


def import_file(name: str, content: bytes, *, by: Any) -> Result:
    """Read a file and draft its records; the same file again adds nothing and says so.

    A file that cannot be read is refused with one sentence, and nothing of it is kept.
    """
    result = import_files([(name, content)], by=by)[0]
    if result.document is None:
        raise Refused(result.fault)
    return result


def import_files(
    files: Iterable[tuple[str, bytes] | Path],
    *,
    by: Any,
    accept_sure: bool = False,
    progress: Callable[[str], None] | None = None,
) -> list[Result]:
    """Read many files in one child process; one that fails does not keep the others out."""
    loaded = [load(file) for file in files]
    fresh = [one for one in loaded if isinstance(one, tuple) and known_as(one[1]) is None]
    readings = dict(zip((id(one[1]) for one in fresh), _read(fresh), strict=True))
    results = []
    for file in loaded:
        result = file if isinstance(file, Result) else _kept(file, readings, by=by)
        if accept_sure and result.document is not None:
            sure.accept_sure(result.document, by=by)
        if progress is not None:
            progress(result.name)
        results.append(result)
    return results


def load(file: tuple[str, bytes] | Path) -> tuple[str, bytes] | Result:
    """The bytes of a file, or the sentence why there are none."""
    if isinstance(file, tuple):
        name, size = file[0], len(file[1])
    elif not file.is_file():
        return Result(str(file), fault=sentence_of(Unreadable("missing", name=str(file))))
    else:
        name, size = file.name, file.stat().st_size
    if size > settings.PLAZA_FILE_LIMIT_MB * MEGABYTE:
        fault = Unreadable("too_large", limit=settings.PLAZA_FILE_LIMIT_MB)
        return Result(name, fault=sentence_of(fault))
    try:
        return file if isinstance(file, tuple) else (name, file.read_bytes())
    except OSError:
        return Result(name, fault=_("The file cannot be opened. Nothing was read."))


def _read(files: list[tuple[str, bytes]]) -> list[Reading | Unreadable]:
    return read_files(files, limit_mb=settings.PLAZA_FILE_LIMIT_MB)


def known_as(content: bytes) -> Document | None:
    return Document.objects.filter(checksum=hashlib.sha256(content).hexdigest()).first()


def _kept(file: tuple[str, bytes], readings: dict[int, Reading | Unreadable], *, by: Any) -> Result:
    name, content = file
    known = known_as(content)
    if known is not None:
        if known.state == DocumentState.UNDONE:
            advance(known, "reread", by=by)
        return Result(name, known, is_known=True)
    reading = readings[id(content)]
    if isinstance(reading, Unreadable):
        return Result(name, fault=sentence_of(reading))
    return Result(name, keep_reading(name, content, reading, by=by))


@transaction.atomic
def keep_reading(name: str, content: bytes, reading: Reading, *, by: Any) -> Document:
    """Keep a file that was read, with its drafts compared with the records as they stand."""
    document = document_of(name, content)
    drafts = describe(document, reading)
    document.save(force_insert=True)
    Draft.objects.bulk_create(drafts, batch_size=500)
    record_deed(
        document,
        "import",
        by=by,
        changes={"name": [None, document.name], "drafts": [None, len(drafts)]},
    )
    return document


def document_of(name: str, content: bytes) -> Document:
    """A document that holds the bytes of a file, not saved yet."""
    document = Document(
        name=name[:300], checksum=hashlib.sha256(content).hexdigest(), size=len(content)
    )
    document.content.save(f"{document.checksum}{Path(name).suffix[:12].lower()}",
                          ContentFile(content), save=False)  # fmt: skip
    return document


def describe(document: Document, reading: Reading) -> list[Draft]:
    """Fill in what a document says; answers its drafts, not saved yet."""
    source = reading.source
    if reading.layout == "sheet" and source.tables:
        reading, document.sheet = as_mapped(reading)
    document.title = _title_of(reading)[:300]
    document.format = source.kind[:12]
    document.layout = reading.layout[:40]
    document.language = languages_of(source.text)[0]
    document.year = year_of(reading)
    document.text, document.pages = source.text, list(source.pages)
    document.notes = [note.to_json() for note in reading.notes]
    drafts = drafts_of(document, reading, Registers())
    document.newer_than = _older(document, drafts)
    return drafts


def _title_of(reading: Reading) -> str:
    """What a document is called on the desk: the title of what it is about."""
    kind = {"overview": "programme", "project": "programme", "call": "activity"}.get(reading.layout)
    founds = list(reading.of(kind)) if kind else list(reading.found)
    title = founds[0].one("title") if len(founds) == 1 else None
    return title.value if title is not None and isinstance(title.value, str) else ""


def _older(document: Document, drafts: Sequence[Draft]) -> Document | None:
    """The newest known document that this one is a newer version of."""
    others = Document.objects.exclude(pk=document.pk)
    same_name = others.filter(name=document.name).order_by("-id").first()
    keys = {draft.key for draft in drafts}
    best: tuple[float, Document] | None = None
    found = Draft.objects.filter(key__in=keys).exclude(document=document.pk)
    rows = found.values_list("document_id", "key")
    shared: dict[int, set[str]] = {}
    for pk, key in rows:
        shared.setdefault(pk, set()).add(key)
    for pk, common in sorted(shared.items(), reverse=True):
        share = len(common) / len(keys)
        if share >= 0.5 and (best is None or share > best[0]):
            best = (share, Document.objects.get(pk=pk))
    if same_name is not None and (not keys or shared.get(same_name.pk)):
        return same_name
    return best[1] if best else None
