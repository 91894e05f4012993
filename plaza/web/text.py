"""Text in any number of languages: what people write is a mapping of language tag to words."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SHORT = 200
TAG = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")


class Said(NamedTuple):
    """Words, and the language they are in."""

    text: str
    language: str


class Text(Mapping[str, str]):
    """`{language tag: words}`; empty words are not kept; it never changes.

    Nor are signs kept that neither a database nor a feed can hold.

    Tags are BCP 47. `said` answers the reader's language, and where that is missing the
    nearest one together with its tag, so that a page can say which language it shows.
    """

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        said = {tag: writable(text or "") for tag, text in (words or {}).items()}
        self._words = {tag: text for tag, text in said.items() if text.strip()}

    @classmethod
    def of(cls, text: str, language: str = settings.LANGUAGE_CODE) -> "Text":
        """One text in one language."""
        return cls({language: text})

    def __getitem__(self, tag: str) -> str:
        return self._words[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._words.items())))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    def __repr__(self) -> str:
        return f"Text({self._words!r})"

    def __str__(self) -> str:
        return self.said().text

    def said(self, language: str | None = None) -> Said:
        """The words in a language, else in its relatives, else in English, else in any."""
        wanted = language or get_language() or settings.LANGUAGE_CODE
        for tag in (wanted, wanted.split("-")[0]):
            if tag in self._words:
                return Said(self._words[tag], tag)
        root = wanted.split("-")[0]
        for tag, text in self._words.items():
            if tag.split("-")[0] == root:
                return Said(text, tag)
        if settings.LANGUAGE_CODE in self._words:
            return Said(self._words[settings.LANGUAGE_CODE], settings.LANGUAGE_CODE)
        for tag, text in self._words.items():
            return Said(text, tag)
        return Said("", wanted)

    def plus(self, text: str, language: str) -> "Text":
        """The same with one language added or replaced; empty words take it away."""
        return Text({**self._words, language: text})


def writable(words: str) -> str:
    """Words without the control signs that PostgreSQL, XML and spreadsheets refuse."""
    return UNWRITABLE.sub("", words)


def as_text(
    words: "Text | Mapping[str, str] | str", language: str = settings.LANGUAGE_CODE
) -> Text:
    """A `Text` from whatever a form or a document gave."""
    if isinstance(words, Text):
        return words
    return Text.of(words, language) if isinstance(words, str) else Text(words)


def sort_form(words: Text, longest: int) -> str:
    """By what a record is ordered and found in lists: the English words, else any."""
    return " ".join(words.said("en").text.split())[:longest]


def valid_tags(words: Mapping[str, str]) -> None:
    """Refuse what is not a language tag."""
    for tag in words:
        if not TAG.match(tag):
            raise ValidationError(_("“%(tag)s” is not a language tag."), params={"tag": tag})


@lru_cache(maxsize=4096)
def _read(stored: str) -> Any:
    """A short text from its JSON; titles and names come again and again, and never change."""
    found = json.loads(stored)
    return Text(found) if isinstance(found, dict) else found


if TYPE_CHECKING:
    JSONField = models.JSONField[Text | str, Text]
else:
    JSONField = models.JSONField


class TextField(JSONField):
    """A column that holds a `Text`."""

    default_validators = [valid_tags]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Text)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("default") is Text:
            kwargs.pop("default")
        if kwargs.get("blank") is True:
            kwargs.pop("blank")
        return name, path, args, kwargs

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if isinstance(value, str) and len(value) <= SHORT:
            return _read(value)
        found = super().from_db_value(value, expression, connection)
        return Text(found) if isinstance(found, dict) else found

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            return Text.of(value)
        return Text(value) if isinstance(value, Mapping) else value

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, str):
            value = Text.of(value)
        return dict(value) if isinstance(value, Mapping) else super().get_prep_value(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, Text):
            value = dict(value)
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: Any) -> Any:
        return dict(self.value_from_object(obj))
