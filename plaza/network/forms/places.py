"""Fields that take countries as people type them: by name, in the page's language or English."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.network.countries import country_choices, country_name, country_names
from plaza.network.names import fold


class CountryName(forms.CharField):
    """A country by its name, without regard to capitals and accents, or by its code."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(**options)
        self.widget.attrs["list"] = "countries"

    def prepare_value(self, value: Any) -> Any:
        """A code becomes a name."""
        return country_name(value) if value in country_names("en") else value

    def clean(self, value: Any) -> str:
        """The code; a sentence where nobody knows the country."""
        typed = super().clean(value)
        return code_of(typed) if typed else ""


class CountryNames(forms.CharField):
    """Countries as `CountryName` takes them, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """Codes become names."""
        is_list = isinstance(value, Iterable) and not isinstance(value, str)
        return ", ".join(country_name(code) for code in value) if is_list else value

    def clean(self, value: Any) -> list[str]:
        """Codes in the order in which they were typed, each once."""
        names = (part.strip() for part in super().clean(value).split(","))
        return list(dict.fromkeys(code_of(name) for name in names if name))


def code_of(typed: str) -> str:
    """The code of a country that somebody typed; a sentence where nobody knows it."""
    code = typed.upper()
    if code not in country_names("en"):
        code = _codes(get_language() or "en").get(fold(typed), "")
    if not code:
        raise forms.ValidationError(_("We know no country “%(name)s”.") % {"name": typed})
    return code


def countries_here() -> list[str]:
    """The names of all countries, in the reader's language and its order."""
    return [name for code, name in country_choices() if code]


@lru_cache(maxsize=4)
def _codes(here: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for reader in ("en", here):
        known |= {fold(name): code for code, name in country_names(reader).items()}
    return known
