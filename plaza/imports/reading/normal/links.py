"""Addresses on the web and by mail, and what looks wrong with them beside their neighbours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'\]\[{}|]+[^\s<>\"'\]\[{}|.,;:!?)]", re.IGNORECASE)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
BUTTON = re.compile(
    r"button\s*\[\s*src\s*=\s*[\"“”]([^\"“”]*)[\"“”]\s*\]\s*\[\s*label\s*=\s*[\"“”]([^\"“”]*)[\"“”]\s*\]"
)
MARKDOWN = re.compile(r"\[([^\]\n]{1,200})\]\((https?://[^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Misspelling:
    """One is a word of an address that its neighbours write another way."""

    token: str
    sibling: str


def is_only_url(text: str) -> bool:
    """Whether a line holds an address and nothing else."""
    return bool(URL.fullmatch(text.strip()))


def misspellings(urls: list[str]) -> dict[int, Misspelling]:
    """Which of the addresses of one record look misspelt beside their siblings, by place."""
    found: dict[int, Misspelling] = {}
    tokens = [_tokens(url) for url in urls]
    counts = Counter(token for row in tokens for token in set(row))
    groups = [urlsplit(url).netloc.casefold() for url in urls]
    for place, row in enumerate(tokens):
        for token in row:
            for sibling in counts:
                if not _is_slip(token, sibling) or counts[sibling] < counts[token]:
                    continue
                if any(
                    sibling in other and _alike(row, other, token, sibling)
                    for spot, other in enumerate(tokens)
                    if spot != place and groups[spot] == groups[place]
                ):
                    found.setdefault(place, Misspelling(token, sibling))
    return found


def file_words(url: str) -> list[str]:
    """The words of the file name of an address, without its ending."""
    name = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    name = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", name)
    name = re.sub(r"^[0-9a-f]{16,}[_-]", "", name)
    return [word for word in re.split(r"[\W_]+", name) if word]


def file_format(url: str) -> str | None:
    """The ending of the file of an address, in small letters, or None."""
    match = re.search(r"\.([A-Za-z0-9]{2,5})$", unquote(urlsplit(url).path))
    return match[1].casefold() if match else None


def _tokens(url: str) -> list[str]:
    return [word.casefold() for word in file_words(url)]


def _is_slip(token: str, sibling: str) -> bool:
    """Whether two words differ by one letter and are no numbers, numerals or plurals by chance."""
    if token == sibling or min(len(token), len(sibling)) < 4:
        return False
    if abs(len(token) - len(sibling)) > 1 or any(letter.isdigit() for letter in token + sibling):
        return False
    return _one_edit(token, sibling)


def _alike(row: list[str], other: list[str], token: str, sibling: str) -> bool:
    """Whether the two names are built alike, so that the two words stand at the same place."""
    if len(row) != len(other) or row.index(token) != other.index(sibling):
        return abs(len(row) - len(other)) <= 3 and row.index(token) == other.index(sibling) == 0
    same = sum(left == right for left, right in zip(row, other, strict=True))
    return same >= len(row) - 2


def _one_edit(first: str, second: str) -> bool:
    if len(first) > len(second):
        first, second = second, first
    for place in range(len(second)):
        if len(first) == len(second):
            if first[:place] + second[place] + first[place + 1 :] == second:
                return True
        elif second[:place] + second[place + 1 :] == first:
            return True
    return False
