"""Fields that take topics and the names behind a work as people type them."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext as _

from plaza.network.forms.choices import OrganisationCombobox, Typed
from plaza.network.models import Organisation
from plaza.network.names import fold, name_book

ADDRESS = re.compile(r"https?://\S+")
LONGEST = 1000


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


def lines_without_address(text: str) -> str:
    """The lines that name no web address, as they came."""
    return "\n".join(one for one in text.splitlines() if one.strip() and not ADDRESS.search(one))


def _is_list(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str)
