"""Names of languages, in the reader's language and in their own."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError, localedata
from django.conf import settings
from django.utils.translation import get_language


def language_name(tag: str, language: str | None = None) -> str:
    """“Georgian” for `ka` in an English page; the tag itself where nobody knows a name."""
    return _named(tag, language or get_language() or "en")


@lru_cache(maxsize=512)
def _named(tag: str, reader: str) -> str:
    try:
        found = Locale.parse(tag.replace("-", "_")).get_display_name(reader.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        found = None
    return found or tag


@lru_cache(maxsize=512)
def own_name(tag: str) -> str:
    """What speakers call their language."""
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return tag
    name = locale.get_display_name(locale) or tag
    _forget(locale)
    return name[:1].upper() + name[1:]


def _forget(locale: Locale) -> None:
    """Let go of all else that CLDR says of a language: a megabyte of each, for one word.

    The languages of the pages stay. Babel keeps whatever it has read, and has no door for this.
    """
    if any(tag.split("-")[0] == locale.language for tag, _name in settings.LANGUAGES):
        return
    for name in list(localedata._cache):
        if name.split("_")[0] == locale.language:
            localedata._cache.pop(name, None)
