"""The interface speaks each of its languages whole."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.utils.functional import Promise

from plaza.ledger.words import is_told
from plaza.network.personal import declaration_of, label_of, noun_of
from plaza.web.messages import LOCALE, gathered

# No history and no page of a person shows their fields one by one.
FOR_MACHINES = {
    "figures.FrozenRow",
    "figures.FrozenValue",
    "imports.ColumnMapping",
    "imports.Document",
    "imports.Draft",
    "imports.Provenance",
    "jobs.Job",
    "ledger.Entry",
    "ledger.Tick",
    "post.Letter",
}
LANGUAGES = sorted(file.parent.parent.name for file in LOCALE.glob("*/LC_MESSAGES/django.po"))


def catalogue(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def words(message):
    return message.id[0] if isinstance(message.id, tuple) else message.id


def forms(message):
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_is_missing_or_doubtful(language):
    known = {(one.context, words(one)): one for one in catalogue(language) if one.id}
    wanted = {(one.context, words(one)) for one in gathered() if one.id}
    missing = [key for key in wanted if key not in known or not all(forms(known[key]))]

    assert missing == []
    assert [key for key, one in known.items() if one.fuzzy] == []
    assert [key for key in known if key not in wanted] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_broken(language):
    wrong = []
    for message in catalogue(language):
        if not message.id:
            continue
        source = message.id[-1] if isinstance(message.id, tuple) else message.id
        allowed = set(holes(source)) | set(holes(words(message)))
        if any(not set(holes(form)) <= allowed for form in forms(message)):
            wrong.append(words(message))
        if sorted(holes(forms(message)[-1])) != sorted(holes(source)):
            wrong.append(words(message))
    assert wrong == []


def holes(text):
    return re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w+\}", text)


def test_every_field_that_a_page_can_show_has_a_name_in_every_language():
    silent = []
    for model in apps.get_models():
        ours = model.__module__.startswith("plaza.") and model._meta.label not in FOR_MACHINES
        personal = {name for name, why in declaration_of(model).items() if why is not None}
        for field in model._meta.concrete_fields:
            shown = field.name in personal or (ours and is_told(model, field.name))
            if shown and not field.primary_key and not is_lazy(label_of(model, field.name)):
                silent.append(f"{model._meta.label}.{field.name}")
        if (personal or ours) and not is_lazy(noun_of(model)):
            silent.append(model._meta.label)
    assert silent == []


def is_lazy(words):
    return isinstance(words, Promise)


def test_there_is_a_catalogue_for_each_language_beside_english():
    assert LANGUAGES == ["uk"]
    assert Path(LOCALE).is_dir()
