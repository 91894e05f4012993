"""Verbs of files: links, and files that are stored here under the checksum of their content."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.base import File as Content
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.ledger.actions import amend, create
from plaza.ledger.trees import next_position
from plaza.library.endings import format_of, label_of, why_refused
from plaza.library.models import File, Resource
from plaza.web.refusals import Refused

HEAD = 4096


@transaction.atomic
def add_link(resource: Resource, *, url: str, by: Any, **facts: Any) -> File:
    """Add a file that lies elsewhere; its format is read from the ending of the address."""
    if doubt := facts.pop("doubt", ""):
        facts |= {"health": File.Health.DOUBTFUL, "health_note": doubt}
    facts["format"] = facts.get("format") or format_of(url)
    facts.setdefault("position", next_position(resource.files.all()))
    return create(File(resource=resource, url=url, **facts), by=by)


@transaction.atomic
def add_links(resource: Resource, *, urls: Iterable[str], by: Any, **facts: Any) -> list[File]:
    """Add many links at once, with labels guessed from their endings; known ones are left out."""
    known = set(resource.files.values_list("url", flat=True))
    new = [url for url in dict.fromkeys(urls) if url not in known]
    return [add_link(resource, url=url, label=label_of(url), by=by, **facts) for url in new]


@transaction.atomic
def store_file(resource: Resource, *, upload: "Content[bytes]", by: Any, **facts: Any) -> File:
    """Keep a file here, once per content. What is empty, too large or a program is refused."""
    name = (upload.name or "").replace("\\", "/").rsplit("/", 1)[-1][:300]
    _refuse_unfit(upload, name)
    checksum = _checksum(upload)
    if resource.files.filter(checksum=checksum, part=facts.get("part")).exists():
        raise Refused(_("“%(name)s” is here already, with the same content.") % {"name": name})
    place = f"library/{checksum[:2]}/{checksum}"
    if not default_storage.exists(place):
        upload.seek(0)
        place = default_storage.save(place, upload)
    facts.setdefault("position", next_position(resource.files.all()))
    facts.setdefault("format", format_of(name))
    facts["label"] = facts.get("label") or name.rsplit(".", 1)[0]
    return create(
        File(
            resource=resource,
            content=place,
            name=name,
            size=upload.size,
            checksum=checksum,
            health=File.Health.GOOD,
            **facts,
        ),
        by=by,
    )


@dataclass(frozen=True)
class Stored:
    """What became of files that were handed in together."""

    files: list[File]
    refused: list[str]


@transaction.atomic
def store_files(
    resource: Resource, *, files: Iterable["Content[bytes]"], by: Any, **facts: Any
) -> Stored:
    """Keep many files; the unfit ones are named and stop no other, unless all are unfit."""
    stored = Stored([], [])
    for upload in files:
        try:
            stored.files.append(store_file(resource, upload=upload, by=by, **facts))
        except Refused as refusal:
            stored.refused.append(str(refusal))
    if not stored.files:
        raise Refused(" ".join(stored.refused))
    return stored


def edit_file(file: File, *, by: Any, doubt: str | None = None, **facts: Any) -> bool:
    """Change a file or link; `doubt` says what is wrong with it, and no words mean nothing is.

    A file that is stored here never gets a link.
    """
    if file.content:
        facts.pop("url", None)
    if doubt is not None and doubt != file.health_note:
        broken = file.health == File.Health.BROKEN
        worse = File.Health.BROKEN if broken else File.Health.DOUBTFUL
        facts |= {"health": worse if doubt else File.Health.GOOD, "health_note": doubt}
    return amend(file, by=by, **facts)


def doubt_link(file: File, *, note: str, by: Any, broken: bool = False) -> bool:
    """Say that a link is doubtful or broken, and why; it stays as it was printed."""
    health = File.Health.BROKEN if broken else File.Health.DOUBTFUL
    return amend(file, by=by, verb="doubt", health=health, health_note=note.strip())


def trust_link(file: File, *, by: Any) -> bool:
    """Say that a link was looked at and leads where it should."""
    return amend(file, by=by, verb="trust", health=File.Health.GOOD, health_note="")


def _refuse_unfit(upload: "Content[bytes]", name: str) -> None:
    limit = settings.PLAZA_FILE_LIMIT_MB
    if not upload.size:
        raise Refused(_("“%(name)s” is empty. Choose another file.") % {"name": name})
    if upload.size > limit * 1024 * 1024:
        raise Refused(
            ngettext(
                "“%(name)s” is larger than %(limit)d megabyte. Put it elsewhere and add a link.",
                "“%(name)s” is larger than %(limit)d megabytes. Put it elsewhere and add a link.",
                limit,
            )
            % {"name": name, "limit": limit}
        )
    upload.seek(0)
    if why := why_refused(name, upload.read(HEAD)):
        raise Refused(why)


def _checksum(upload: "Content[bytes]") -> str:
    upload.seek(0)
    made = hashlib.sha256()
    for chunk in upload.chunks():
        made.update(chunk)
    return made.hexdigest()
