"""Rows typed as in a spreadsheet: each is kept by itself, one that is wrong stops no other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plaza.web.answers import performs


class RowForm(forms.Form):
    """One row; `key` names the record it is of, and is empty in a new row."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    DELETE = forms.BooleanField(label=gettext_lazy("Take out"), required=False)

    @property
    def record(self) -> int | None:
        """The number of the record as the row brought it."""
        words = self.data.get(self.add_prefix("key"), "") if self.is_bound else ""
        return int(words) if str(words).isdecimal() else None

    @property
    def is_taken_out(self) -> bool:
        """Whether somebody ticked that the row goes."""
        return self.is_bound and bool(self.data.get(self.add_prefix("DELETE")))

    @property
    def is_left_empty(self) -> bool:
        """A new row in which nothing was typed."""
        return self.record is None and not self.has_changed()

    def facts(self) -> dict[str, Any]:
        """What was typed, as an action takes it."""
        return {k: v for k, v in self.cleaned_data.items() if k not in {"key", "DELETE"}}


@dataclass
class Kept:
    """What became of rows: the new ones with their records, and the ones that are wrong."""

    added: list[tuple[RowForm, Any]] = field(default_factory=list)
    wrong: list[RowForm] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """The first thing that is wrong, for the line beside the rows."""
        for form in self.wrong:
            for name, errors in form.errors.items():
                label = form.fields[name].label if name in form.fields else ""
                return f"{label}: {errors[0]}" if label else str(errors[0])
        return ""


def row_set(
    kind: type[RowForm],
    rows: Iterable[Mapping[str, Any]] = (),
    data: Any = None,
    *,
    prefix: str,
    extra: int = 1,
    **options: Any,
) -> "BaseFormSet[RowForm]":
    """The rows that are there, each with its `key`, and some empty ones below."""
    make = formset_factory(kind, extra=extra, max_num=1000, absolute_max=1500)
    initial = None if data is not None else list(rows)
    return make(data, initial=initial, prefix=prefix, form_kwargs=options)


def keep_rows(
    rows: "BaseFormSet[RowForm]",
    *,
    find: Callable[[int], Any],
    add: Callable[..., Any],
    edit: Callable[..., Any],
    remove: Callable[[Any], Any] | None = None,
) -> Kept:
    """Add, edit and take out; without `remove` the ticked rows are left as they are.

    `find` answers the record of a key or None, when somebody else took it out meanwhile.
    """
    kept = Kept()
    for form in rows:
        if form.is_left_empty:
            continue
        record = find(form.record) if form.record is not None else None
        if form.is_taken_out:
            if remove is not None and record is not None:
                remove(record)
        elif not form.is_valid():
            kept.wrong.append(form)
        elif form.record is not None and record is None:
            form.add_error(None, _("Somebody took this row out meanwhile."))
            kept.wrong.append(form)
        elif record is None:
            if performs(form, add, **form.facts()):
                kept.added.append((form, form.result))  # type: ignore[attr-defined]
            else:
                kept.wrong.append(form)
        elif not performs(form, edit, record, **form.facts()):
            kept.wrong.append(form)
    return kept


def saves_by_itself(request: HttpRequest) -> bool:
    """Whether the rows were sent by the page itself, while somebody goes on typing."""
    return bool(getattr(request, "htmx", False)) and request.POST.get("by_itself") == "1"
