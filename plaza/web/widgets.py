"""Fields beyond the browser's own: text in many languages, suggestions, files to drop."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from plaza.web.text import Text


class ManyLanguages(forms.MultiWidget):
    """One field for each language; its value is a `Text`."""

    template_name = "web/forms/languages.html"

    def __init__(self, *, long: bool = False, attrs: dict[str, Any] | None = None) -> None:
        self.kind = forms.Textarea if long else forms.TextInput
        super().__init__({}, attrs)
        self.speak(())

    def speak(self, written: Iterable[str]) -> None:
        """Take words in the languages of the pages, and in those that something is written in."""
        self.tags = list(dict.fromkeys([*dict(settings.LANGUAGES), *written]))
        self.widgets_names = [f"_{tag}" for tag in self.tags]
        self.widgets = [self.kind(attrs={"lang": t, "title": name_of(t)}) for t in self.tags]

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
    """A form field whose clean value is a `Text`. Languages that are there already stay."""

    def __init__(self, *, long: bool = False, longest: int | None = None, **options: Any) -> None:
        self.longest = longest
        super().__init__(widget=ManyLanguages(long=long), **options)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """The field in the languages of its initial value, too."""
        written = form.get_initial_for_field(self, field_name)
        self.widget.speak(written if isinstance(written, Mapping) else ())
        return super().get_bound_field(form, field_name)

    def to_python(self, value: Any) -> Text:
        """Never None: no words are an empty `Text`."""
        return value if isinstance(value, Text) else Text(value or {})

    def validate(self, value: Any) -> None:
        """No language has more letters than there is room for."""
        super().validate(value)
        for tag, words in value.items():
            if self.longest is not None and len(words) > self.longest:
                raise forms.ValidationError(
                    _("At most %(most)d letters fit here; in %(language)s there are %(number)d.")
                    % {"most": self.longest, "language": name_of(tag), "number": len(words)}
                )

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
