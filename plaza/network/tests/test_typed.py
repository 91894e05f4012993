"""Languages and countries as people type them."""

import pytest
from django import forms
from django.utils.translation import override

from plaza.network.forms.languages import LanguageName, LanguageNames
from plaza.network.forms.places import CountryName, CountryNames

LANGUAGES = [
    ("English", "en"),
    ("ukrainian", "uk"),
    ("Українська", "uk"),
    ("hrvatski", "hr"),
    ("srpski", "sr"),
    ("pt-BR", "pt-BR"),
    ("PT-br", "pt-BR"),
    ("sr-latn", "sr-Latn"),
    ("Brazilian Portuguese", "pt-BR"),
    ("ka", "ka"),
    ("Norwegian Bokmal", "nb"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "tag"), LANGUAGES)
def test_a_language_is_known_by_name_and_by_tag(typed, tag):
    assert LanguageName(required=False).clean(typed) == tag


@pytest.mark.parametrize("typed", ["zzz", "Klingonish", "en-nowhere-atall"])
def test_a_language_that_nobody_knows_is_refused(typed):
    with pytest.raises(forms.ValidationError, match=f"We know no language “{typed}”"):
        LanguageName().clean(typed)


def test_many_languages_stand_between_commas_each_once():
    field = LanguageNames(required=False)
    assert field.clean("English, hrvatski,pt-BR, en,") == ["en", "hr", "pt-BR"]
    assert field.clean("") == []
    assert field.prepare_value(["hr", "pt-BR"]) == "Croatian, Portuguese (Brazil)"


COUNTRIES = [("Türkiye", "TR"), ("turkiye", "TR"), ("kosovo", "XK"), ("nl", "NL"), ("", "")]


@pytest.mark.parametrize(("typed", "code"), COUNTRIES)
def test_a_country_is_known_by_name_and_by_code(typed, code):
    assert CountryName().clean(typed) == code


def test_a_country_is_known_in_the_language_of_the_page():
    with override("uk"):
        assert CountryName().clean("україна") == "UA"
        assert CountryNames().clean("Хорватія, Croatia, Польща") == ["HR", "PL"]
        assert CountryNames().prepare_value(["HR", "PL"]) == "Хорватія, Польща"


def test_a_country_that_nobody_knows_is_refused():
    with pytest.raises(forms.ValidationError, match="We know no country “Atlantis”"):
        CountryNames(required=False).clean("Croatia, Atlantis")
