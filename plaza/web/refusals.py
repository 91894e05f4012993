"""Refusals: what an action says when it will not, and how a person hears it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
TAKEN_AT_ONCE = 1 << 16


class Refused(Exception):
    """An action will not do what was asked. The message is a sentence for people."""

    def __init__(self, sentence: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class Gone(Exception):
    """The thing was withdrawn; its address answers 410 with a tombstone."""

    def __init__(self, title: str = "") -> None:
        super().__init__(title)
        self.title = title


class Moved(Exception):
    """The thing lives at another address now; its old one answers 301."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class RefusalMiddleware:
    """The one place where a refusal becomes an answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return render(request, "400.html", status=400)  # no database can look for it
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """409 for a refusal, 410 for what is gone, 301 for what moved; all else goes on."""
        if isinstance(error, Refused):
            part = "web/_refused.html" if getattr(request, "htmx", False) else "409.html"
            return render(request, part, {"sentence": str(error)}, status=409)
        if isinstance(error, Gone):
            return render(request, "410.html", {"title": error.title}, status=410)
        if isinstance(error, Moved):
            return redirect(error.to, permanent=True)
        return None


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read is refused in a sentence: 413 for too much at once, 400 for the rest.

    All that was sent is taken first: a browser that is still sending does not listen.
    """
    sent = getattr(request, "_stream", None)
    try:
        while sent and sent.read(TAKEN_AT_ONCE):
            pass
    except (OSError, ValueError):
        pass  # the line broke or the upload was closed: nobody sends any more
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


@contextmanager
def constraints_as_refusals() -> Iterator[None]:
    """Turn a broken database constraint into its own sentence; nothing is half saved."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refused(sentence_of(error)) from error


def sentence_of(error: IntegrityError) -> Any:
    """The `violation_error_message` of the constraint that the database named."""
    diagnosis = getattr(error.__cause__, "diag", None)
    told = {getattr(diagnosis, "constraint_name", None) or ""}
    told |= set(re.findall(r"[A-Za-z0-9_]+", str(error)))
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            columns = {
                f"{model._meta.db_table}.{name}" for name in getattr(constraint, "fields", ())
            }
            if constraint.name in told or (columns and columns <= _columns(error, model)):
                return constraint.get_violation_error_message()
    return gettext_lazy("This contradicts what is already recorded. Nothing was saved.")


def _columns(error: IntegrityError, model: Any) -> set[str]:
    """SQLite names the columns of a unique constraint, not the constraint."""
    named = set(re.findall(r"(\w+\.\w+)", str(error)))
    by_column = {f.column: f.name for f in model._meta.concrete_fields}
    table = model._meta.db_table
    return {
        f"{table}.{by_column.get(column, column)}"
        for found, column in (item.split(".", 1) for item in named)
        if found == table
    }
