"""The form the value of each label has, so that no title is taken for one."""

from __future__ import annotations

import re

from plaza.imports.reading.normal.countries import country
from plaza.imports.reading.normal.languages import language, split_languages
from plaza.imports.reading.normal.links import MAIL, URL
from plaza.imports.reading.normal.organisations import has_type_word, looks_like_name
from plaza.imports.reading.normal.periods import period

LONGEST_NAMES = 600  # letters in a list of organisations
_NAME_PART = r"[^\W\d_][\w.'’-]*"
PERSON = re.compile(
    rf"(?:(?:dr|prof|mr|mrs|ms|dhr|mevr)\.?\s+)?{_NAME_PART}(?:\s+{_NAME_PART}){{0,5}}",
    re.IGNORECASE,
)


def fits(name: str, text: str) -> bool:
    """Whether a text can be the value of the label of that name."""
    text = text.strip(" ,;")
    return bool(text) and SHAPES[name](text)


def is_person(text: str) -> bool:
    """Whether the words could be one person's name."""
    words = text.split()
    return (
        1 < len(words) <= 6
        and bool(PERSON.fullmatch(text))
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and not has_type_word(text)
        and country(text) is None
    )


def _published(text: str) -> bool:
    return len(text) <= 40 and period(text) is not None


def _organisation(text: str) -> bool:
    if len(text) > LONGEST_NAMES or re.search(r"[.!?]\s", re.sub(r"\b\w{1,4}\.\s", "", text)):
        return False
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    return all(looks_like_name(part) or country(part) for part in parts)


def _language(text: str) -> bool:
    parts = [part.strip(" .") for part in split_languages(text)]
    return bool(parts) and all(language(part) for part in parts)


def _country(text: str) -> bool:
    parts = [part.strip(" .") for part in re.split(r"[,;/]", text) if part.strip(" .")]
    return bool(parts) and all(country(part) for part in parts)


def _contact(text: str) -> bool:
    if MAIL.search(text):
        return len(text) <= 200
    parts = [part.strip(" ,") for part in re.split(r"[;,|]", text) if part.strip(" ,")]
    return bool(parts) and all(is_person(part) for part in parts)


def _author(text: str) -> bool:
    parts = [part.strip() for part in re.split(r"[,;&]|\sand\s|\sen\s|\se\s|\sin\s", text)]
    parts = [part for part in parts if part]
    return all(is_person(part) or re.fullmatch(r"[\w'’-]+(\s\w\.?)*", part) for part in parts)


def _download(text: str) -> bool:
    return bool(URL.match(text)) or bool(re.fullmatch(r"[\w .()-]+\.(?:pdf|docx?|pptx?|zip)", text))


def _words(text: str) -> bool:
    return len(text) <= 200 and not re.search(r"[.!?]$", text)


SHAPES = {
    "published": _published,
    "organisation": _organisation,
    "language": _language,
    "country": _country,
    "contact": _contact,
    "author": _author,
    "download": _download,
    "links": _download,
    "topic": _words,
    "type": _words,
}
