"""Fields that take what people type: words in many languages, names of countries and languages."""

import datetime as dt
import re
import zoneinfo
from typing import Any

from babel import Locale
from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.library.models import Resource
from plaza.network.countries import country_choices, country_name, country_names
from plaza.network.forms.choices import OrganisationChoice, OrganisationCombobox
from plaza.network.language_names import language_name
from plaza.network.matching import Match, match_organisation
from plaza.web.text import TAG, Text
from plaza.web.widgets import Combobox, ManyLanguages, TextInLanguages

CLOCK = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{4})[ ,]+(\d{1,2})(?:[:.](\d{2}))?$")


def words_field(text: Text | None = None, *, long: bool = False, **options: Any) -> TextInLanguages:
    """Words in the languages of the pages, and in those in which something was already written."""
    tags = [tag for tag, _name in settings.LANGUAGES]
    tags += [tag for tag in text or {} if tag not in tags]
    options.setdefault("required", False)
    return TextInLanguages(widget=ManyLanguages(tags, long=long), **options)


class LineField(forms.CharField):
    """Words of one paragraph, however the lines were broken."""

    def clean(self, value: Any) -> str:
        return " ".join(super().clean(value).split())


class CountryName(forms.CharField):
    """A country by its name in the reader's language or in English, or by its code."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(**options)
        self.widget.attrs["list"] = "countries"

    def prepare_value(self, value: Any) -> Any:
        return country_name(value) if value in country_names("en") else value

    def clean(self, value: Any) -> str:
        words = super().clean(value)
        if not words:
            return ""
        code = codes_of_countries().get(words.casefold())
        if code is None:
            raise forms.ValidationError(_("We know no country “%(name)s”.") % {"name": words})
        return code


class ZoneName(forms.CharField):
    """An IANA time zone, typed as Europe/Zagreb."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["list"] = "zones"

    def clean(self, value: Any) -> str:
        name = super().clean(value)
        if name and name not in zoneinfo.available_timezones():
            raise forms.ValidationError(
                _("“%(name)s” is not a time zone. Write one such as Europe/Zagreb.")
                % {"name": name}
            )
        return str(name)


class WallClock(forms.Field):
    """A day and a time as the clock shows it, without its zone."""

    widget = forms.TextInput(attrs={"placeholder": "2022-05-17 14:00"})

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, dt.datetime) else value

    def to_python(self, value: Any) -> dt.datetime | None:
        if not value:
            return None
        found = CLOCK.match(str(value).strip())
        try:
            return _clock(found) if found else dt.datetime.fromisoformat(str(value).strip())
        except ValueError:
            raise forms.ValidationError(
                _("Write the day and the time, for example 2022-05-17 14:00.")
            ) from None


class LanguageNames(forms.CharField):
    """Languages by name or tag, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(language_name, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        known = tags_of_languages()
        tags = []
        for name in filter(None, (part.strip() for part in super().clean(value).split(","))):
            tag = known.get(name.casefold()) or (name if TAG.match(name) and len(name) < 4 else "")
            if not tag:
                raise forms.ValidationError(_("We know no language “%(name)s”.") % {"name": name})
            tags.append(tag)
        return list(dict.fromkeys(tags))


class LanguageName(LanguageNames):
    """One language by name or tag."""

    def prepare_value(self, value: Any) -> Any:
        return language_name(value) if value and TAG.match(str(value)) else value

    def clean(self, value: Any) -> str:  # type: ignore[override]
        return next(iter(super().clean(value)), "")


class OrganisationInput(OrganisationCombobox):
    """The same in a row whose form stands elsewhere."""

    template_name = "activities/forms/organisation.html"


class OrganisationName(OrganisationChoice):
    """An organisation by any of its names, or the words themselves for a new one."""

    widget = OrganisationInput
    is_new_welcome = False

    def clean(self, value: Any) -> Any:
        """The organisation; where nobody knows the words and a new one is welcome, the words."""
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            words = " ".join(str(value or "").split())
            near = match_organisation(words)
            if any(match.score >= 1 for match in near):
                raise
            if self.is_new_welcome:
                return words
            raise forms.ValidationError(_unknown(words, near), code="unknown") from error


class WorkTitle(forms.CharField):
    """A work of the library by its title or its address."""

    def __init__(self, *, source: Any, **options: Any) -> None:
        super().__init__(required=False, widget=Combobox(source=source), **options)

    def clean(self, value: Any) -> Resource | None:
        words = super().clean(value)
        if not words:
            return None
        works = Resource.objects.filter(merged_into__isnull=True)
        found = works.filter(slug=words).first() or works.filter(sort_title__iexact=words).first()
        if found is None:
            raise forms.ValidationError(
                _("Nothing in the library is called “%(title)s”.") % {"title": words}
            )
        return found


def countries_here() -> list[str]:
    """The names of all countries, in the reader's language and its order."""
    return [name for code, name in country_choices() if code]


def codes_of_countries() -> dict[str, str]:
    """`{name or code, without capitals: code}` in the reader's language and in English."""
    known = {code.casefold(): code for code in country_names("en")}
    for language in ("en", get_language() or "en"):
        known |= {name.casefold(): code for code, name in country_names(language).items()}
    return known


def tags_of_languages() -> dict[str, str]:
    """`{name, without capitals: tag}` in the reader's language and in English."""
    known: dict[str, str] = {}
    for language in ("en", get_language() or "en"):
        names = Locale.parse(language.replace("-", "_")).languages
        known |= {name.casefold(): tag.replace("_", "-") for tag, name in names.items()}
    return known


def _clock(found: re.Match[str]) -> dt.datetime:
    day, month, year, hour, minute = (int(part or 0) for part in found.groups())
    return dt.datetime(year, month, day, hour, minute)


def _unknown(words: str, near: list[Match]) -> str:
    names = ", ".join(f"“{one.organisation}”" for one in near[:3])
    if names:
        return _(
            "We do not know “%(name)s”. Did you mean %(names)s? Write that name, or add this one "
            "as a new organisation."
        ) % {"name": words, "names": names}
    return _("We do not know “%(name)s” yet. Correct it, or add it as a new organisation.") % {
        "name": words
    }
