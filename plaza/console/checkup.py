"""What can be wrong with an installation, looked at one by one."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from plaza.imports.models import Document
from plaza.jobs.models import Job
from plaza.jobs.states import State as JobState
from plaza.library.models import File
from plaza.network.models import Role
from plaza.post.models import Letter
from plaza.post.states import State as LetterState
from plaza.publishing.book.glyphs import FONTS

LEAST_FREE_MB = 200


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    good: bool
    says: str


def checkup() -> list[Finding]:
    """Everything, in the order in which one would mend it; what a fault hides is left out."""
    findings = [_database()]
    if findings[0].good:
        looks: tuple[Callable[[], Finding], ...] = (
            _people,
            _files,
            _work,
            _mail,
            _fonts,
            _space,
        )
        findings += [look() for look in looks]
    return findings


def _database() -> Finding:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        return Finding("database", False, f"It does not answer: {fault}")
    if waiting:
        return Finding("database", False, f"{len(waiting)} changes wait. Run `plaza init`.")
    return Finding("database", True, f"{connection.vendor} answers and has the code's shape.")


def _people() -> Finding:
    count = Role.objects.filter(kind=Role.Kind.SECRETARIAT, person__is_active=True).count()
    if not count:
        return Finding("people", False, "Nobody runs the network yet. Open the set-up link.")
    return Finding("people", True, f"{count} in the secretariat.")


def _files() -> Finding:
    wrong: list[str] = []
    rows = File.objects.exclude(content="").values_list("content", "checksum")
    stored = [*rows, *Document.objects.values_list("content", "checksum")]
    for name, checksum in stored:
        if not default_storage.exists(name):
            wrong.append(name)
            continue
        with default_storage.open(name) as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != checksum:
                wrong.append(name)
    if wrong:
        return Finding("files", False, f"Missing or changed: {', '.join(sorted(wrong)[:5])}")
    return Finding("files", True, f"{len(stored)} stored files are whole.")


def _work() -> Finding:
    late = Job.objects.filter(
        state=JobState.WAITING, due_at__lt=timezone.now() - dt.timedelta(hours=1)
    ).count()
    failed = Job.objects.filter(state=JobState.FAILED).count()
    if late:
        return Finding("work", False, f"{late} jobs wait for over an hour. Is a worker running?")
    if failed:
        return Finding("work", False, f"{failed} jobs were given up. The desk of mail may say why.")
    return Finding("work", True, "Nothing waits for long.")


def _mail() -> Finding:
    uncertain = Letter.objects.filter(state=LetterState.UNCERTAIN).count()
    if uncertain:
        return Finding("mail", False, f"{uncertain} letters are uncertain. Decide at the desk.")
    if not settings.PLAZA_MAIL_URL and not settings.PLAZA_DEMO:
        return Finding("mail", False, "PLAZA_MAIL_URL is not set: letters stay in the outbox.")
    return Finding("mail", True, "No letter is uncertain.")


def _fonts() -> Finding:
    count = len([file for file in FONTS.iterdir() if file.suffix in {".otf", ".ttf"}])
    return Finding("fonts", count >= 7, f"{count} fonts for the printed overview.")


def _space() -> Finding:
    free = shutil.disk_usage(settings.PLAZA_DATA).free // (1024 * 1024)
    return Finding("space", free >= LEAST_FREE_MB, f"{free} MB are free.")
