"""A visit to a WSGI application, as a browser makes one."""

from typing import NamedTuple
from urllib.parse import urlsplit


class Answer(NamedTuple):
    status: str
    headers: dict[str, str]
    body: bytes


def visit(site, address, **environ):
    url = urlsplit(address)
    told = []
    body = site(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": url.path,
            "QUERY_STRING": url.query,
            "HTTP_HOST": "127.0.0.1",
            "wsgi.url_scheme": "http",
            **environ,
        },
        lambda status, headers, exc=None: told.append((status, dict(headers))),
    )
    return Answer(*told[-1], b"".join(body))
