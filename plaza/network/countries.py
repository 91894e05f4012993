"""Countries: ISO 3166 alpha-2 plus XK for Kosovo; names in every language from CLDR."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

NOT_COUNTRIES = {
    "EU",
    "EZ",
    "UN",
    "QO",
    "ZZ",
    "XA",
    "XB",
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "IC",
    "TA",
}


@lru_cache(maxsize=32)
def country_names(language: str) -> dict[str, str]:
    """`{code: name}` in a language; English where CLDR lacks the language."""
    try:
        territories = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale("en").territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }


def country_name(code: str, language: str | None = None) -> str:
    """The name of a country in the reader's language, or the code itself."""
    return country_names(language or get_language() or "en").get(code, code)


def country_choices() -> list[tuple[str, str]]:
    """All countries for a form, in the order of their names in the reader's language."""
    names = country_names(get_language() or "en")
    return [("", ""), *sorted(names.items(), key=lambda item: item[1])]


def valid_country(code: str) -> None:
    """Refuse what is not a country's code."""
    if code and code not in country_names("en"):
        raise ValidationError(_("“%(code)s” is not the code of a country."), params={"code": code})


if TYPE_CHECKING:
    CharField = models.CharField[str, str]
else:
    CharField = models.CharField


class CountryField(CharField):
    """Two capital letters; empty when not known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 2)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("validators", [valid_country])
        super().__init__(*args, **kwargs)

    def in_words(self, code: str) -> str:
        """The country as the history tells it."""
        return country_name(code)
