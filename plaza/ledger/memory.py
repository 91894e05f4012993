"""What was worked out from some rooms, remembered until something is done in one of them."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from plaza.ledger.queries import all_ticks, ticks

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Moment = tuple[Hashable, ...]
MOST_BYTES = 6_000_000


class Fragments:
    """Written parts of pages, each with the moment of its rooms; at most so many bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.kept: OrderedDict[Hashable, tuple[Moment, str]] = OrderedDict()
        self.lock = threading.Lock()

    def find(self, key: Hashable, now: Moment) -> str | None:
        """What was written at this moment; what is older is let go."""
        with self.lock:
            moment, text = self.kept.get(key, (now, None))
            if text is None:
                return None
            if moment == now:
                self.kept.move_to_end(key)
                return text
            self._drop(key)
            return None

    def keep(self, key: Hashable, now: Moment, text: str) -> None:
        """Keep a part; those asked for longest ago make room."""
        with self.lock:
            if key in self.kept:
                self._drop(key)
            self.kept[key] = (now, text)
            self.bytes += len(text)
            while self.bytes > self.most_bytes:
                self._drop(next(iter(self.kept)))

    def _drop(self, key: Hashable) -> None:
        self.bytes -= len(self.kept.pop(key)[1])


fragments = Fragments()


def written(
    viewer: Any, name: Hashable, rooms: Iterable[str], by: Hashable, write: Callable[[], str]
) -> str:
    """A part of a page as visitors see it, written once while its rooms stand still.

    It may depend on nothing but the rooms, `by`, the language and the day. Only for visitors:
    whoever is signed in gets hers written anew, so that nothing of hers can be kept.
    """
    if not viewer.is_anonymous or connection.in_atomic_block:
        return write()
    now = moment(rooms)
    key = (name, by, get_language(), timezone.localdate())
    found = fragments.find(key, now)
    if found is None:
        found = write()
        fragments.keep(key, now, found)
    return found


def remembered(
    *rooms: str,
    key: Callable[Asked, Hashable],
    most: int = 64,
) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Let a function that only reads these rooms answer from memory while their ticks stand still.

    `key` says what the answer depends on beside the rooms and the reader's language: who sees
    it, what was asked, the day where time alone changes it. The answer is handed to many
    threads, so nobody may change it. At most `most` answers are remembered, the ones asked for
    last. Within a transaction nothing is remembered: what is not committed is nobody else's.
    """

    def decorate(function: Callable[Asked, Found]) -> Callable[Asked, Found]:
        answers: OrderedDict[Hashable, Found] = OrderedDict()
        known: list[Moment] = [()]
        lock = threading.Lock()

        @wraps(function)
        def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
            if connection.in_atomic_block:
                return function(*args, **kwargs)
            now = moment(rooms)
            known_as = (get_language(), key(*args, **kwargs))
            with lock:
                if known[0] != now:  # what was found before is of no use, and may be large
                    known[0] = now
                    answers.clear()
                if known_as in answers:
                    answers.move_to_end(known_as)
                    return answers[known_as]
            found = function(*args, **kwargs)
            with lock:
                if known[0] == now:
                    answers[known_as] = found
                while len(answers) > most:
                    answers.popitem(last=False)
            return found

        return asked

    return decorate


class MomentMiddleware:
    """While a page is read, the ticks are asked for once, before what depends on them.

    What is remembered may then be newer than its ticks say, never older. A deed ends it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with one moment for the whole page."""
        _here.reads = request.method in {"GET", "HEAD"}
        _here.ticks = None
        try:
            return self.get_response(request)
        finally:
            _here.reads = False


_here = threading.local()


def moment(rooms: Iterable[str]) -> Moment:
    """How far the rooms have moved, in which database."""
    name = connection.settings_dict["NAME"]
    if not getattr(_here, "reads", False):
        return (name, ticks(rooms))
    if _here.ticks is None:
        _here.ticks = (name, all_ticks())
    read_in, known = _here.ticks
    return (read_in, tuple(known.get(room, 0) for room in sorted(set(rooms))))


def pass_on() -> None:
    """A deed was done: from here on the ticks are asked for each time."""
    _here.reads = False
