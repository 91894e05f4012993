"""A field that takes an organisation by any of its names."""

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plaza.network.matching import Matcher
from plaza.network.models import Organisation
from plaza.network.names import fold, name_book
from plaza.web.widgets import Combobox


class Typed(NamedTuple):
    """What was typed, and the number of the suggestion that was taken."""

    words: str
    key: str = ""

    def __str__(self) -> str:
        return self.words


class OrganisationCombobox(Combobox):
    """Suggests organisations; the one that was taken goes along as a number."""

    template_name = "network/forms/organisation.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(source=reverse_lazy("network:suggest"), attrs=attrs)  # type: ignore[arg-type]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The field with its hidden number beside it."""
        key = value.key if isinstance(value, Typed) else ""
        if isinstance(value, Organisation):
            value, key = str(value), str(value.pk)
        context = super().get_context(name, str(value or ""), attrs)
        context["widget"]["key"] = key
        return context

    def format_value(self, value: Any) -> str | None:
        """The words."""
        return str(value) if value else None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        """The words and the number."""
        return Typed((data.get(name) or "").strip(), (data.get(f"{name}_key") or "").strip())


class OrganisationChoice(forms.Field):
    """A form field whose clean value is an organisation, or None when it was left out."""

    widget = OrganisationCombobox

    def clean(self, value: Any) -> Organisation | None:
        """The organisation that is meant; where that is not certain, a sentence says so."""
        typed = value if isinstance(value, Typed) else Typed(str(value or ""))
        if not typed.words:
            if self.required:
                raise ValidationError(_("Choose an organisation."))
            return None
        holding = [
            pk for pk, entry in name_book().entries.items() if _is_called(entry, typed.words)
        ]
        if typed.key.isdecimal() and int(typed.key) in holding:
            return Organisation.objects.get(pk=int(typed.key))
        if len(holding) == 1:
            return Organisation.objects.get(pk=holding[0])
        raise ValidationError(_several(holding) if holding else _near(typed.words))

    def prepare_value(self, value: Any) -> Any:
        """A number becomes the organisation."""
        return Organisation.objects.filter(pk=value).first() if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another organisation was named."""
        return str(initial or "") != str(data or "")


def _is_called(entry: Any, words: str) -> bool:
    wanted = fold(words)
    return any(name.folded == wanted for name in entry.names)


def _several(numbers: list[int]) -> Any:
    return format_lazy(
        _("{count} organisations have this name. Take the one you mean from the list."),
        count=len(numbers),
    )


def _near(words: str) -> Any:
    near = [str(match.organisation) for match in Matcher().match(words)[:3]]
    if not near:
        return _("We know no organisation of this name. Enter it under Organisations first.")
    return format_lazy(_("We know none of this name. Is it {names}?"), names=" / ".join(near))
