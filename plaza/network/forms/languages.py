"""Fields that take languages as people type them: by name in any script, or by tag."""

import re
from functools import lru_cache
from typing import Any

from babel import Locale
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.network.language_names import language_name, own_name
from plaza.network.names import fold
from plaza.web.text import TAG

USUAL = re.findall(
    r"\w+",
    "en uk ar be bg bs ca cs cy da de el es et eu fa fi fr ga gl he hr hu hy is it ka kk ky lb lt"
    " lv mk mt nl no pl ps pt ro ru sk sl sq sr sv tg tr uz zh",
)


class LanguageName(forms.CharField):
    """One language, by its name in this page's language, in its own, in English, or by its tag."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=60, **options)
        self.widget.attrs["list"] = "languages"

    def prepare_value(self, value: Any) -> Any:
        """A tag becomes a name."""
        return language_name(value) if isinstance(value, str) and TAG.match(value) else value

    def clean(self, value: Any) -> str:
        """The tag; a sentence where nobody knows the language."""
        typed = super().clean(value)
        return tag_of(typed) if typed else ""


class LanguageNames(forms.CharField):
    """Languages as `LanguageName` takes them, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """Tags become names."""
        return ", ".join(map(language_name, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """The tags in the order in which they were typed, each once."""
        names = (part.strip() for part in super().clean(value).split(","))
        return list(dict.fromkeys(tag_of(name) for name in names if name))


def tag_of(typed: str) -> str:
    """The tag of a language that somebody typed; a sentence where nobody knows it."""
    words = fold(typed)
    tag = _tags().get(typed.casefold()) or _names(get_language() or "en").get(words)
    if tag := tag or _own_names().get(words):
        return tag
    if TAG.match(typed) and language_name(written := _as_written(typed)) != written:
        return written
    raise forms.ValidationError(
        _("We know no language “%(name)s”. Write it in English, or its tag such as pt-BR.")
        % {"name": typed}
    )


def usual_languages() -> list[str]:
    """Names of languages for suggestions, in the language of the page."""
    return sorted({language_name(tag) for tag in USUAL})


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    tags = (code.replace("_", "-") for code, _name in Locale.parse("en").languages.items())
    return {tag.casefold(): tag for tag in tags}


@lru_cache(maxsize=4)
def _names(here: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for reader in ("en", here):
        names = Locale.parse(reader.replace("-", "_")).languages
        known |= {fold(name): code.replace("_", "-") for code, name in names.items()}
    return known


@lru_cache(maxsize=1)
def _own_names() -> dict[str, str]:
    return {fold(own_name(tag)): tag for tag in USUAL}


def _as_written(tag: str) -> str:
    """A tag with its capitals where they belong: pt-BR, sr-Latn."""
    first, *rest = tag.split("-")
    shapes = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(shapes.get(len(part), str.lower)(part) for part in rest)])
