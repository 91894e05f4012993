"""Fields beyond the browser's own: text in many languages, suggestions, files to drop."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info

from plaza.web.text import Text


class ManyLanguages(forms.MultiWidget):
    """One field for each language; its value is a `Text`. Languages that are there already stay."""

    template_name = "web/forms/languages.html"

    def __init__(
        self,
        languages: Sequence[str] = (),
        *,
        long: bool = False,
        attrs: dict[str, Any] | None = None,
    ) -> None:
        self.tags = list(languages) or [tag for tag, _name in settings.LANGUAGES]
        kind = forms.Textarea if long else forms.TextInput
        super().__init__(
            {tag: kind(attrs={"lang": tag, "title": name_of(tag)}) for tag in self.tags}, attrs
        )

    def use_required_attribute(self, initial: Any) -> bool:
        """One language is enough, so the browser cannot ask for each."""
        return False

    def decompress(self, value: Any) -> list[str]:
        """The words of each language in turn."""
        words = value if isinstance(value, Mapping) else {}
        return [words.get(tag, "") for tag in self.tags]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed, as a `Text`."""
        return Text({tag: data.get(f"{name}_{tag}", "").strip() for tag in self.tags})


class TextInLanguages(forms.Field):
    """A form field whose clean value is a `Text`."""

    widget = ManyLanguages

    def to_python(self, value: Any) -> Text:
        """Never None: no words are an empty `Text`."""
        return value if isinstance(value, Text) else Text(value or {})

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether any language says something else than before."""
        return self.to_python(initial) != self.to_python(data)


class Combobox(forms.TextInput):
    """A text field with suggestions, from a list or from an address that answers `?q=`."""

    template_name = "web/forms/combobox.html"

    def __init__(
        self,
        suggestions: Sequence[str] = (),
        *,
        source: str = "",
        attrs: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(attrs)
        self.suggestions = suggestions
        self.source = source

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The field, its list and its source."""
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget.update(choices=self.suggestions, source=self.source)
        if self.suggestions:
            widget["attrs"]["list"] = f"{widget['attrs'].get('id', name)}-options"
        return context


class FileDrop(forms.FileInput):
    """A field for one or many files that also takes what is dropped or pasted."""

    template_name = "web/forms/drop.html"
    allow_multiple_selected = True


def name_of(tag: str) -> str:
    """A language in its own name, or its tag where we know none."""
    try:
        return str(get_language_info(tag)["name_local"])
    except KeyError:
        return tag
