"""Forms of parts, links and files."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from plaza.ledger.trees import in_order
from plaza.library.forms.fields import addresses_in, lines_without_address
from plaza.library.models import File, Part, Resource
from plaza.network.forms.languages import LanguageName
from plaza.web.rows import RowForm
from plaza.web.text import Text
from plaza.web.widgets import FileDrop

WEB = URLValidator(schemes=["http", "https"])
NUMBER = forms.NumberInput(attrs={"class": "input--number"})


class PartChoice(forms.TypedChoiceField):
    """A part of the work, shown in the order and depth of its tree; its clean value is the part."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=lambda value: value, empty_value=None, required=False, **options)

    def among(self, resource: Resource) -> None:
        """Offer the parts of a work."""
        parts = list(in_order(resource.parts.all()))
        self.parts = {str(part.pk): part for part, _depth in parts}
        self.choices = [
            ("", _("the whole work")),
            *((str(part.pk), f"{chr(0x2003) * depth}{part}") for part, depth in parts),
        ]

    def clean(self, value: Any) -> Part | None:
        """The part, or None for the whole work."""
        chosen = super().clean(value)
        return self.parts[chosen] if chosen else None

    def prepare_value(self, value: Any) -> Any:
        """A part becomes its number."""
        return str(value.pk) if isinstance(value, Part) else value


class PartForm(forms.Form):
    """What a part is called."""

    title = forms.CharField(label=_("Title"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=Part.Kind)
    number = forms.IntegerField(
        label=_("Number"), min_value=0, max_value=9999, required=False, widget=NUMBER
    )


class NewPartForm(PartForm):
    """A part to add at the end of another, or of the work."""

    parent = PartChoice(label=_("Inside"))

    def __init__(self, data: Any = None, *, resource: Resource, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["parent"].among(resource)  # type: ignore[attr-defined]


class DaysForm(forms.Form):
    """Days to add at once."""

    first = forms.IntegerField(
        label=_("From day"), min_value=1, max_value=366, initial=1, widget=NUMBER
    )
    last = forms.IntegerField(
        label=_("To day"), min_value=1, max_value=366, initial=5, widget=NUMBER
    )
    parent = PartChoice(label=_("Inside"))

    def __init__(self, data: Any = None, *, resource: Resource, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["parent"].among(resource)  # type: ignore[attr-defined]


class FileRow(RowForm):
    """One file or link of a work."""

    label = forms.CharField(label=_("Label"), max_length=300, required=False)
    url = forms.CharField(label=_("Link"), max_length=1000, required=False)
    format = forms.CharField(
        label=_("Format"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"class": "input--number"}),
    )
    language = LanguageName(label=_("Language"), required=False)
    part = PartChoice(label=_("Belongs to"))
    doubt = forms.CharField(label=_("What is wrong with it"), max_length=500, required=False)

    def __init__(self, *args: Any, resource: Resource, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["part"].among(resource)  # type: ignore[attr-defined]

    def clean_url(self) -> str:
        """A web address; one that was printed otherwise may stay as it is."""
        url = " ".join(self.cleaned_data["url"].split())
        if url and not File.objects.filter(pk=self.record or 0, url=url).exists():
            try:
                WEB(url)
            except ValidationError:
                words = _("Write a web address that begins with https://.")
                raise ValidationError(words) from None
        return url

    def clean(self) -> dict[str, Any]:
        """A link has an address; a stored file has none."""
        found = super().clean() or {}
        stored = File.objects.filter(pk=self.record or 0).exclude(content="").exists()
        if "url" in found and not stored and not found["url"]:
            self.add_error("url", _("Write the address, or take the row out."))
        return found


class LinksForm(forms.Form):
    """Many links at once."""

    addresses = forms.CharField(
        label=_("Paste links"),
        help_text=_("One on each line. Words around them are left out."),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = LanguageName(label=_("Language"), required=False)
    part = PartChoice(label=_("Belongs to"))

    def __init__(self, data: Any = None, *, resource: Resource, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["part"].among(resource)  # type: ignore[attr-defined]

    def clean_addresses(self) -> list[str]:
        """Every web address in the text, once; `left` keeps the lines that name none."""
        self.left = lines_without_address(self.cleaned_data["addresses"])
        return addresses_in(self.cleaned_data["addresses"])


class ManyFiles(forms.FileField):
    """One or more files."""

    widget = FileDrop

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files; empty ones are left to the action, which says which one it was."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return list(files)


class UploadForm(forms.Form):
    """Files to keep here."""

    files = ManyFiles(label=_("Add files"))  # type: ignore[assignment]
    language = LanguageName(label=_("Language"), required=False)
    part = PartChoice(label=_("Belongs to"))

    def __init__(self, data: Any = None, files: Any = None, *, resource: Resource) -> None:
        super().__init__(data, files)
        self.fields["part"].among(resource)  # type: ignore[attr-defined]


def retitled(part: Part, title: str, language: str) -> Text:
    """A part's title with the words of one language replaced."""
    return part.title.plus(title, language)
