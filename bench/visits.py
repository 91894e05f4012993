"""Visits of somebody who is not signed in, through WSGI in this process."""

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

Site = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def etag(self) -> str:
        """The mark of this content; empty where there is none."""
        return self.headers.get("etag", "")


@dataclass(frozen=True)
class Doors:
    """The site as a server sees it, the shelf of ready pages, and Django behind it."""

    front: Site
    shelf: Any
    django: Site


@cache
def doors() -> Doors:
    """All three; what the server does at its start has happened when this returns."""
    from config.wsgi import application  # noqa: PLC0415 - reads the settings of this process

    return Doors(application, application.application, application.application.site)


def visit(site: Site, address: str, **headers: str) -> Answer:
    """One request, its answer read to the end and closed, as a server does."""
    told: list[tuple[str, list[tuple[str, str]]]] = []
    answer = site(
        environ(address, **headers), lambda status, given, *error: told.append((status, given))
    )
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    status, given = told[-1]
    return Answer(int(status.split()[0]), {name.lower(): value for name, value in given}, body)


def environ(address: str, **headers: str) -> dict[str, Any]:
    """What a browser sends with its first visit."""
    url = urlsplit(address)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(url.path, "latin-1"),
        "QUERY_STRING": url.query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT": "text/html,application/xhtml+xml",
        "HTTP_ACCEPT_LANGUAGE": "en",
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "HTTP_USER_AGENT": "bench",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        **headers,
    }
