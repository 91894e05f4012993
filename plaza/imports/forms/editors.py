"""One small form for each shape of value; what it was opened with is what was found."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.activities.states import State
from plaza.figures.indicators.declared import BY_KEY
from plaza.imports.items import Item
from plaza.imports.names import field_name
from plaza.library.models import Resource
from plaza.network.forms import DayField, exactness
from plaza.network.language_names import language_name
from plaza.web.periods import Precision

Json = Any


class Editor(forms.Form):
    """Corrects one found value; subclasses say how a value fills the fields and comes back."""

    wide = False

    def __init__(self, item: Item, data: Any = None) -> None:
        self.item = item
        super().__init__(data, prefix=f"f{item.n}", initial=self.opened(item.value))
        for name, field in self.fields.items():
            if isinstance(self.initial.get(name), str) and isinstance(field, forms.CharField):
                self.initial[name] = _as_sent(self.initial[name], field)

    def opened(self, value: Json) -> dict[str, Any]:
        """The fields as the value fills them."""
        return dict(value) if isinstance(value, Mapping) else {}

    def value(self) -> Json:
        """The value as the fields say it; what they do not show stays."""
        whole = self.item.value if isinstance(self.item.value, Mapping) else {}
        return {**whole, **self.cleaned_data}


class LongWords(forms.CharField):
    """Words of several lines, whatever a browser ends its lines with."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The words with plain ends of lines."""
        return str(super().to_python(str(value or "").replace("\r\n", "\n")))


def _as_sent(words: str, field: forms.CharField) -> str:
    """Words as a browser sends them back untouched: in one line where the field has one."""
    if isinstance(field, LongWords):
        return field.to_python(words)
    return " ".join(words.split())


class WordsEditor(Editor):
    """A line of words."""

    words: forms.Field = forms.CharField(label=_("Words"), max_length=400, required=False)

    def __init__(self, item: Item, data: Any = None) -> None:
        super().__init__(item, data)
        self.fields["words"].label = str(field_name(item.name))

    def opened(self, value: Json) -> dict[str, Any]:
        return {"words": "" if value is None else str(value)}

    def value(self) -> Json:
        return self.cleaned_data["words"]


class LongEditor(WordsEditor):
    """Running text; an empty line parts paragraphs."""

    wide = True
    words = LongWords(label=_("Text"), required=False, widget=forms.Textarea(attrs={"rows": 8}))

    def opened(self, value: Json) -> dict[str, Any]:
        return {"words": "\n\n".join(value) if isinstance(value, list) else str(value or "")}

    def value(self) -> Json:
        words = self.cleaned_data["words"]
        return [part.strip() for part in words.split("\n\n") if part.strip()]


class WholeNumberEditor(WordsEditor):
    """A year, or another whole number."""

    words = forms.IntegerField(label=_("Number"), min_value=0, required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        return {"words": value}


class NumberEditor(WordsEditor):
    """A number, with decimals where it has some."""

    words = forms.DecimalField(label=_("Number"))

    def opened(self, value: Json) -> dict[str, Any]:
        return {"words": value}

    def value(self) -> Json:
        number = self.cleaned_data["words"]
        return int(number) if number == int(number) else float(number)


class PeriodEditor(Editor):
    """From when to when, and how exactly that is known."""

    start = DayField(label=_("First day"), required=False)
    end = DayField(label=_("Last day"), required=False, last=True)
    precision = forms.ChoiceField(label=_("Known to the"), choices=Precision.choices)
    open_end = forms.BooleanField(label=_("Goes on without an end"), required=False)

    def opened(self, value: Json) -> dict[str, Any]:
        known = super().opened(value)
        return {"precision": "day", "open_end": False} | {
            name: known[name]
            for name in ("start", "end", "precision", "open_end")
            if known.get(name) is not None
        }

    def clean(self) -> dict[str, Any]:
        """What was typed to the month is known to the month."""
        found = super().clean() or {}
        if found.get("start") and found.get("precision"):
            typed = (self["start"].data, self["end"].data)
            found["precision"] = exactness(found["precision"], *typed)
        return found

    def value(self) -> Json:
        told = {
            name: said.isoformat() if isinstance(said, dt.date) else said
            for name, said in self.cleaned_data.items()
        }
        return {"printed": self.item.printed, **(self.item.value or {}), **told}


class StateEditor(WordsEditor):
    """Where an activity stands."""

    words = forms.ChoiceField(label=_("State"), choices=State.choices)


class KindEditor(WordsEditor):
    """What sort of work it is."""

    words = forms.ChoiceField(label=_("Kind"), choices=Resource.Kind.choices)


class IndicatorEditor(WordsEditor):
    """What a published number counts."""

    words = forms.ChoiceField(
        label=_("What it counts"),
        choices=lambda: [(key, one.name) for key, one in BY_KEY.items()],
    )


class LanguageEditor(WordsEditor):
    """A language by its tag."""

    words = forms.RegexField(
        r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
        label=_("Language"),
        help_text=_("Its short tag, for example uk for Ukrainian."),
        error_messages={"invalid": _("Write a tag of two or three letters, for example uk.")},
    )

    def __init__(self, item: Item, data: Any = None) -> None:
        super().__init__(item, data)
        if item.value:
            self.fields["words"].help_text = language_name(str(item.value))
