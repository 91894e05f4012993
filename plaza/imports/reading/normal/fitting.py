"""Whether an address speaks of the text it stands beside, judged by the words in it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from plaza.imports.reading.normal.countries import plain

GENERIC = {
    "content", "index", "html", "page", "node", "news", "download", "files", "file", "document",
    "documents", "handout", "report", "project", "projects", "resource", "resources", "knowledge",
    "article", "default", "sites", "event", "events", "about", "home", "public", "publications",
}  # fmt: skip
STEM = 5  # letters that must agree, so that forms of a word count as one


def fits(url: str, text: str) -> bool:
    """Whether half of the telling words of the address stand in the text, or it has none."""
    last = unquote(urlsplit(url).path).rstrip("/").rsplit("/", 1)[-1]
    words = {
        word
        for word in re.split(r"[\W_]+", plain(last))
        if len(word) >= 4 and word not in GENERIC and not any(char.isdigit() for char in word)
    }
    if not words:
        return True
    stems = {word[:STEM] for word in plain(text).split()}
    return 2 * sum(word[:STEM] in stems for word in words) >= len(words)
