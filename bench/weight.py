"""Bytes and requests of a first visit to each public page, as a browser would fetch it.

Pictures are apart: linked ones by their own requests, drawn ones (`<svg>`) by compressing the
page without them.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import brotli

from bench.addresses import pages
from bench.lines import Line, failed
from bench.visits import Answer, doors, visit

KILOBYTE, MOST_BYTES, MOST_REQUESTS = 1000, 60, 5
DRAWN = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
ADDRESS_IN_STYLE = re.compile(r"url\(\s*[\"']?([^)\"']+)[\"']?\s*\)")
FETCHED = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}


@dataclass
class Links(HTMLParser):
    """What a page makes a browser fetch at once."""

    needed: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    has_icon: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note stylesheets, scripts, icons and pictures that are not lazy."""
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and FETCHED & set(given.get("rel", "").split()):
            self.needed.append(given.get("href", ""))
            self.has_icon |= "icon" in given.get("rel", "").split()
        elif tag == "script" and given.get("src"):
            self.needed.append(given["src"])
        elif tag in {"img", "iframe", "source"} and given.get("loading") != "lazy":
            self.pictures.append(given.get("src") or given.get("srcset", "").split(" ")[0])


def lines(network: str) -> list[Line]:
    """Bytes and requests of every kind of page."""
    found: list[Line] = []
    for name, address in pages().items():
        page = visit(doors().front, address)
        if page.status != 200:
            found.append(failed("weight", f"{network}: {name}", f"answers {page.status}"))
            continue
        found += _page(f"{network}: {name}", address, page)
    return found


def _page(what: str, address: str, page: Answer) -> list[Line]:
    plain = _opened(page)
    links = Links()
    links.feed(plain.decode())
    if not links.has_icon:
        links.needed.append("/favicon.ico")
    rest = _fetched(address, links.needed)
    linked = _fetched(address, links.pictures)
    drawn = len(brotli.compress(plain, quality=5)) - len(
        brotli.compress(DRAWN.sub(b"", plain), quality=5)
    )
    around = sum(rest.values())
    whole = len(page.body) + around
    encoding = page.headers.get("content-encoding", "not compressed")
    note = (
        f"page {len(page.body) / KILOBYTE:.1f} ({encoding}), CSS, scripts and icons "
        f"{around / KILOBYTE:.1f}, drawn pictures {drawn / KILOBYTE:.1f} taken off"
    )
    weight = Line("weight", what, (whole - drawn) / KILOBYTE, "kB", target=MOST_BYTES, note=note)
    requests = float(1 + len(rest) + len(linked))
    names = ", ".join(one.rsplit("/", 1)[-1][:24] for one in [*rest, *linked])
    return [weight, Line("requests", what, requests, "", target=MOST_REQUESTS, note=names)]


def _fetched(base: str, addresses: list[str]) -> dict[str, int]:
    """Bytes of each file as served; what a stylesheet asks for as well."""
    sizes: dict[str, int] = {}
    waiting = [urljoin(base, one) for one in addresses if one and not one.startswith("data:")]
    while waiting:
        address = waiting.pop()
        if address in sizes:
            continue
        answer = visit(doors().front, address, HTTP_ACCEPT="*/*")
        sizes[address] = len(answer.body)
        if answer.headers.get("content-type", "").startswith("text/css"):
            asked = ADDRESS_IN_STYLE.findall(_opened(answer).decode())
            waiting += [
                urljoin(address, one) for one in asked if not one.startswith(("data:", "#"))
            ]
    return sizes


def _opened(answer: Answer) -> bytes:
    encoding = answer.headers.get("content-encoding")
    if encoding == "br":
        return brotli.decompress(answer.body)
    if encoding == "gzip":
        import gzip  # noqa: PLC0415 - only where a page comes so

        return gzip.decompress(answer.body)
    return answer.body
