"""Fields that take languages, countries and names behind a work as people type them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from babel import Locale
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.library.folding import folded
from plaza.network.countries import country_name, country_names
from plaza.network.forms.choices import OrganisationCombobox, Typed
from plaza.network.language_names import language_name, own_name
from plaza.network.models import Organisation
from plaza.network.names import fold, name_book
from plaza.web.text import TAG

ADDRESS = re.compile(r"https?://\S+")
LONGEST = 1000
USUAL = re.findall(
    r"\w+",
    "en uk ar be bg bs ca cs cy da de el es et eu fa fi fr ga gl he hr hu hy is it ka kk ky lb lt"
    " lv mk mt nl no pl ps pt ro ru sk sl sq sr sv tg tr uz zh",
)


class LanguageField(forms.CharField):
    """One language, by its name in this page's language, in its own, in English, or by its tag."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=60, **options)
        self.widget.attrs["list"] = "languages"

    def prepare_value(self, value: Any) -> Any:
        """A tag becomes a name."""
        return language_name(value) if isinstance(value, str) and TAG.match(value) else value

    def clean(self, value: Any) -> str:
        """The tag; a sentence where nobody knows the language."""
        typed = " ".join(super().clean(value).split())
        if not typed:
            return ""
        words = folded(typed)
        if tag := _tags(get_language() or "en").get(words) or _own_names().get(words):
            return tag
        if TAG.match(typed) and language_name(typed) != typed:
            return typed
        raise forms.ValidationError(
            _("We know no language “%(name)s”. Write it in English, or its tag such as pt-BR.")
            % {"name": typed}
        )


class CountriesField(forms.CharField):
    """Countries by their names or codes, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """Codes become names."""
        return ", ".join(country_name(code) for code in value) if _is_list(value) else value

    def clean(self, value: Any) -> list[str]:
        """Codes in the order in which they were typed."""
        known = _codes()
        codes: dict[str, None] = {}
        for name in filter(None, (one.strip() for one in super().clean(value).split(","))):
            code = known.get(folded(name))
            if code is None:
                raise forms.ValidationError(_("We know no country “%(name)s”.") % {"name": name})
            codes[code] = None
        return list(codes)


class NamesField(forms.CharField):
    """Names with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        """Names become a line."""
        return ", ".join(map(str, value)) if _is_list(value) else value

    def clean(self, value: Any) -> list[str]:
        """The names in their order, each once."""
        names = (" ".join(one.split()) for one in super().clean(value).split(","))
        return list(dict.fromkeys(name for name in names if name))


class Behind(NamedTuple):
    """Who is behind a work: an organisation on record, or a name as printed."""

    organisation: Organisation | None
    name: str


class BehindField(forms.Field):
    """An organisation by any of its names; other words stay a name as printed."""

    widget = OrganisationCombobox

    def clean(self, value: Any) -> Behind:
        """The organisation where exactly one is called so, else the words."""
        typed = value if isinstance(value, Typed) else Typed(str(value or ""))
        words = " ".join(typed.words.split())
        if not words:
            raise forms.ValidationError(_("Choose an organisation or write a name."))
        called = [
            entry.pk
            for entry in name_book().entries.values()
            if any(name.folded == fold(words) for name in entry.names)
        ]
        if typed.key.isdecimal() and int(typed.key) in called:
            called = [int(typed.key)]
        if len(called) == 1:
            return Behind(Organisation.objects.get(pk=called[0]), "")
        return Behind(None, words[:500])

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other words stand there."""
        return str(initial or "") != str(data or "")


def addresses_in(text: str) -> list[str]:
    """Every web address in a text, once; a sentence where there is none."""
    found = [one.rstrip(".,;)>]\"'") for one in ADDRESS.findall(text)]
    if not found:
        raise forms.ValidationError(_("There is no web address in this. One begins with https://."))
    for one in found:
        if len(one) > LONGEST:
            words = _("An address is too long: %(start)s…") % {"start": one[:60]}
            raise forms.ValidationError(words)
    return list(dict.fromkeys(found))


def _is_list(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str)


def usual_languages() -> list[str]:
    """Names of languages for suggestions, in the language of the page."""
    return sorted({language_name(tag) for tag in USUAL})


@lru_cache(maxsize=4)
def _tags(here: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for reader in ("en", here):
        for tag, name in Locale.parse(reader.replace("-", "_")).languages.items():
            known |= {folded(name): tag.replace("_", "-"), tag.casefold(): tag.replace("_", "-")}
    return known


@lru_cache(maxsize=1)
def _own_names() -> dict[str, str]:
    return {folded(own_name(tag)): tag for tag in USUAL}


def _codes() -> dict[str, str]:
    known: dict[str, str] = {}
    for names in (country_names("en"), country_names(get_language() or "en")):
        known |= {folded(name): code for code, name in names.items()}
    return known | {code.casefold(): code for code in country_names("en")}
