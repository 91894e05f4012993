"""The sitemap: every public page with its addresses in all languages."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation

from plaza.activities.queries.activities import visible_activities, years
from plaza.library.queries import visible_resources
from plaza.network.queries import visible_organisations
from plaza.programmes.queries import visible_programmes
from plaza.web.addresses import registered_addresses
from plaza.web.languages import in_language

PAGES = (
    "publishing:home",
    "activities:index",
    "library:index",
    "network:index",
    "programmes:index",
    "figures:index",
    "publishing:index",
)


def sitemap() -> Iterator[bytes]:
    """The sitemap, piece by piece."""
    yield (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        b' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    )
    with translation.override(settings.LANGUAGE_CODE):
        for path in _paths():
            yield _entry(path).encode()
    yield b"</urlset>\n"


def _paths() -> Iterator[str]:
    visitor = AnonymousUser()
    yield from (reverse(name) for name in PAGES)
    for year, _count in years(visitor):
        yield reverse("figures:year", args=[year])
    for records in (
        visible_activities(visitor),
        visible_organisations(visitor),
        visible_programmes(visitor),
        visible_resources(visitor),
    ):
        for record in records.order_by("pk").iterator(chunk_size=1000):
            yield record.get_absolute_url()
    yield from registered_addresses()


def _entry(path: str) -> str:
    addresses = [
        (tag, f"{settings.PLAZA_ADDRESS}{in_language(path, tag)}") for tag, _ in settings.LANGUAGES
    ]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(url)}"/>'
        for tag, url in addresses
    )
    return "".join(f"<url><loc>{escape(url)}</loc>{links}</url>\n" for _tag, url in addresses)
