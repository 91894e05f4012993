"""Pages kept ready for visitors, in front of Django; never stale, and nothing ever clears them.

A page names the rooms it reads. It is kept with their ticks as they stood before it was made,
and handed out only while the ticks stand there still, and until the next moment at which time
alone would change it.
"""

import datetime as dt
import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import brotli
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, parse_cookie
from django.utils import timezone

from plaza.ledger.queries import all_ticks

Headers = list[tuple[str, str]]
MARK = "X-Plaza-Rooms"
EVERY_PAGE = ("network",)
MOST_BYTES = 8_000_000
BESIDE_WORDS = 2_000
PRIVATE_COOKIES = (settings.SESSION_COOKIE_NAME, "messages")
DROPPED = {MARK.lower(), "content-length", "content-encoding", "vary", "etag", "cache-control"}


def kept(*rooms: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let a view's page be kept for visitors: it reads only these rooms (and the network's name).

    Time alone changes a page at the next midnight, or sooner where the view sets
    `answer.changes_at`.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            answer = view(request, *args, **kwargs)
            if answer.status_code == 200 and not answer.streaming and _is_visitor(request):
                until = getattr(answer, "changes_at", None) or _next_midnight()
                named = ",".join(sorted({*rooms, *EVERY_PAGE}))
                answer[MARK] = f"{named};{until.timestamp()}"
            return answer

        return marked

    return decorate


@dataclass(frozen=True)
class Page:
    """A page as it was made, in the forms browsers ask for; unpacked it would weigh the most."""

    ticks: dict[str, int]
    until: float
    headers: Headers
    bodies: dict[str, bytes]
    etag: str

    @property
    def weight(self) -> int:
        """Bytes it takes in memory, about."""
        told = sum(len(name) + len(value) for name, value in self.headers)
        return BESIDE_WORDS + told + sum(map(len, self.bodies.values()))

    def is_as_of(self, ticks: dict[str, int]) -> bool:
        """Whether nothing was done since in the rooms that it reads."""
        return all(ticks.get(room, 0) == count for room, count in self.ticks.items())


class Shelf:
    """A WSGI application in front of the site that answers unchanged pages by itself."""

    def __init__(
        self, site: Callable[..., Iterable[bytes]], *, most_bytes: int = MOST_BYTES
    ) -> None:
        self.site = site
        self.most_bytes = most_bytes
        self.pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()
        self.bytes = 0
        self.ticks: dict[str, int] = {}
        self.lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        ticks = _ticks() if _is_plain_visit(environ) else None
        if ticks is None:
            return self.site(environ, _without_mark(start))
        key = (
            environ.get("wsgi.url_scheme", ""),
            environ.get("HTTP_HOST", ""),
            environ.get("PATH_INFO", ""),
            environ.get("QUERY_STRING", ""),
        )
        page = self._find(key, ticks)
        if page is None:
            return self._make(key, ticks, environ, start)
        return _hand_out(page, environ, start)

    def _find(self, key: tuple[str, ...], ticks: dict[str, int]) -> Page | None:
        with self.lock:
            if ticks != self.ticks:
                self._clear_away(ticks)
            page = self.pages.get(key)
            if page is None:
                return None
            if page.is_as_of(ticks) and timezone.now().timestamp() < page.until:
                self.pages.move_to_end(key)
                return page
            self.bytes -= self.pages.pop(key).weight
            return None

    def _clear_away(self, ticks: dict[str, int]) -> None:
        """Let go of the pages that a deed has changed; nobody may ask for them again."""
        for key in [key for key, page in self.pages.items() if not page.is_as_of(ticks)]:
            self.bytes -= self.pages.pop(key).weight
        self.ticks = ticks

    def _make(
        self,
        key: tuple[str, ...],
        ticks: dict[str, int],
        environ: dict[str, Any],
        start: Callable[..., Any],
    ) -> Iterable[bytes]:
        told: list[Any] = []
        body = self.site(environ, lambda status, headers, exc=None: told.append((status, headers)))
        status, headers = told[-1]
        mark = next((value for name, value in headers if name == MARK), None)
        if mark is None or any(name.lower() == "set-cookie" for name, _value in headers):
            _without_mark(start)(status, headers)
            return body
        content = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        page = _page(mark, ticks, headers, content)
        self._keep(key, page)
        return _hand_out(page, environ, start)

    def _keep(self, key: tuple[str, ...], page: Page) -> None:
        with self.lock:
            if key in self.pages:
                self.bytes -= self.pages.pop(key).weight
            self.pages[key] = page
            self.bytes += page.weight
            while self.bytes > self.most_bytes:
                self.bytes -= self.pages.popitem(last=False)[1].weight


def _without_mark(start: Callable[..., Any]) -> Callable[..., Any]:
    return lambda status, headers, *rest: start(
        status, [one for one in headers if one[0] != MARK], *rest
    )


def _is_plain_visit(environ: dict[str, Any]) -> bool:
    if environ.get("REQUEST_METHOD") not in {"GET", "HEAD"} or "HTTP_HX_REQUEST" in environ:
        return False
    cookies = environ.get("HTTP_COOKIE", "")
    return not cookies or not any(name in parse_cookie(cookies) for name in PRIVATE_COOKIES)


def _is_visitor(request: HttpRequest) -> bool:
    """Nobody is signed in: what the page shows, everybody may see."""
    viewer = getattr(request, "user", None)
    return viewer is None or viewer.is_anonymous


def _ticks() -> dict[str, int] | None:
    """How far each room has moved, read before a page is made; None where nobody can tell."""
    try:
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
        return all_ticks()
    except DatabaseError:
        return None


def _page(mark: str, ticks: dict[str, int], headers: Headers, content: bytes) -> Page:
    rooms, until = mark.split(";")
    kept_headers = [one for one in headers if one[0].lower() not in DROPPED]
    return Page(
        ticks={room: ticks.get(room, 0) for room in rooms.split(",")},
        until=float(until),
        headers=kept_headers,
        bodies={
            "gzip": gzip.compress(content, 6, mtime=0),
            "br": brotli.compress(content, quality=5),
        },
        etag=f'"{hashlib.sha256(content).hexdigest()[:20]}"',
    )


def _hand_out(page: Page, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    accepted = _accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))
    encoding = next((name for name in ("br", "gzip") if name in accepted), "")
    etag = page.etag if not encoding else f'{page.etag[:-1]}-{encoding}"'
    headers = [
        *page.headers,
        ("ETag", etag),
        ("Vary", "Accept-Encoding, Cookie, HX-Request"),
        ("Cache-Control", "no-cache"),
    ]
    asked = environ.get("HTTP_IF_NONE_MATCH", "")
    if asked and etag in {one.strip().removeprefix("W/") for one in asked.split(",")}:
        start("304 Not Modified", headers)
        return [b""]
    body = page.bodies[encoding] if encoding else gzip.decompress(page.bodies["gzip"])
    if encoding:
        headers.append(("Content-Encoding", encoding))
    headers.append(("Content-Length", str(len(body))))
    start("200 OK", headers)
    return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else body]


def _accepted(header: str) -> set[str]:
    """The encodings that a browser takes; one of quality 0 it does not."""
    told = (one.replace(" ", "").partition(";q=") for one in header.split(","))
    return {name for name, _, quality in told if quality not in {"0", "0.0", "0.00", "0.000"}}


def _next_midnight() -> dt.datetime:
    tomorrow = timezone.now().astimezone(dt.UTC).date() + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, dt.time(), dt.UTC)
