"""Forms of a work, its editions and the names behind it."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaza.library.forms.fields import (
    Behind,
    BehindField,
    NamesField,
    addresses_in,
    lines_without_address,
)
from plaza.library.models import Credit, Edition, Resource
from plaza.library.queries import work_named
from plaza.library.states import State
from plaza.network.forms.languages import LanguageName
from plaza.network.forms.places import CountryNames
from plaza.network.models import ContactPoint
from plaza.programmes.models import Programme
from plaza.web.models import Visibility
from plaza.web.periods import LAST_YEAR
from plaza.web.rows import RowForm
from plaza.web.widgets import TextInLanguages

TITLE, WORDS, WHOLE_TEXT = 400, 20_000, 200_000
SHORT = {"class": "input--short"}


class NewWorkForm(forms.Form):
    """What it takes to enter a work; the rest is added on its own page."""

    title = forms.CharField(label=_("Title"), max_length=TITLE)
    language = LanguageName(label=_("Language of the original"), initial=settings.LANGUAGE_CODE)
    kind = forms.ChoiceField(label=_("Kind"), choices=Resource.Kind)
    year = forms.IntegerField(
        label=_("Year"),
        min_value=1800,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.NumberInput(attrs=SHORT),
    )
    behind = forms.CharField(
        label=_("Who published it"),
        help_text=_("One name on each line. Names that are on record are recognised."),
        max_length=WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    summary = forms.CharField(
        label=_("Summary"), max_length=WORDS, widget=forms.Textarea, required=False
    )
    links = forms.CharField(
        label=_("Links"),
        help_text=_("One address on each line; the label is read from its ending."),
        max_length=WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def clean_behind(self) -> list[Behind]:
        """Organisations on record, and names as printed."""
        lines = self.cleaned_data["behind"].splitlines()
        return [BehindField().clean(line) for line in lines if line.strip()]

    def clean_links(self) -> list[str]:
        """Web addresses; a line without one is said, because it would be lost."""
        typed = self.cleaned_data["links"]
        if left := lines_without_address(typed).splitlines():
            words = _("There is no web address in “%(line)s”. One begins with https://.")
            raise forms.ValidationError([words % {"line": one.strip()[:60]} for one in left])
        return addresses_in(typed) if typed.strip() else []


class WorkForm(forms.Form):
    """What is true of a work in every language."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Resource.Kind)
    year = forms.IntegerField(
        label=_("Year"),
        min_value=1800,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.NumberInput(attrs=SHORT),
    )
    topics = NamesField(
        label=_("Topics"),
        help_text=_("With commas between them. A topic nobody has used yet is added."),
        max_length=WORDS,
        required=False,
    )
    target_groups = TextInLanguages(label=_("For whom"), longest=WORDS, required=False)
    age_from = forms.IntegerField(
        label=_("Children from the age of"),
        min_value=0,
        max_value=99,
        required=False,
        widget=forms.NumberInput(attrs=SHORT),
    )
    age_to = forms.IntegerField(
        label=_("To the age of"),
        min_value=0,
        max_value=99,
        required=False,
        widget=forms.NumberInput(attrs=SHORT),
    )
    countries = CountryNames(
        label=_("Countries it is about"), help_text=_("With commas between them."), required=False
    )
    programme = forms.ModelChoiceField(
        Programme.objects.all(), label=_("Programme it came of"), required=False, empty_label=""
    )
    contact = forms.ModelChoiceField(
        ContactPoint.objects.none(),
        label=_("Whom to ask"),
        help_text=_("Contacts of the organisations behind it. Shown only while they are valid."),
        required=False,
        empty_label="",
    )
    access = forms.ChoiceField(label=_("Who may have the files"), choices=Resource.Access)
    visibility = forms.ChoiceField(label=_("Who sees the work"), choices=Visibility)

    def __init__(self, data: Any = None, *, resource: Resource, **options: Any) -> None:
        initial = {name: getattr(resource, name) for name in self.base_fields if name != "topics"}
        initial["topics"] = [str(topic) for topic in resource.topics.all()]
        super().__init__(data, initial=initial, **options)
        behind = Q(organisation__credits__resource=resource) | Q(pk=resource.contact_id)
        contacts = ContactPoint.objects.filter(behind).distinct().order_by("name", "mail")
        self.fields["contact"].queryset = contacts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ages go up."""
        found = super().clean() or {}
        young, old = found.get("age_from"), found.get("age_to")
        if young is not None and old is not None and old < young:
            self.add_error("age_to", _("The ages go from the younger to the older."))
        return found


class EditionForm(forms.Form):
    """The words of one language of a work."""

    title = forms.CharField(label=_("Title"), max_length=TITLE)
    subtitle = forms.CharField(label=_("Subtitle"), max_length=TITLE, required=False)
    summary = forms.CharField(
        label=_("Summary"), max_length=WORDS, widget=forms.Textarea, required=False
    )
    text = forms.CharField(
        label=_("Text"),
        help_text=_("An empty line begins a new paragraph."),
        max_length=WHOLE_TEXT,
        widget=forms.Textarea,
        required=False,
    )
    translators = forms.CharField(label=_("Translated by"), max_length=300, required=False)
    title_language = LanguageName(
        label=_("Language of the title"),
        help_text=_("Only where the title is printed in another language than the edition."),
        required=False,
    )

    def __init__(self, data: Any = None, *, edition: Edition, **options: Any) -> None:
        initial = {name: getattr(edition, name) for name in self.base_fields}
        super().__init__(data, initial=initial, **options)
        if edition.is_original:
            del self.fields["translators"]
        for name in ("title", "subtitle", "summary", "text"):
            self.fields[name].widget.attrs["lang"] = edition.language


class NewEditionForm(forms.Form):
    """Another language of a work."""

    language = LanguageName(label=_("Language"))
    title = forms.CharField(label=_("Title in this language"), max_length=TITLE)
    state = forms.ChoiceField(
        label=_("How far it is"),
        choices=[(state, state.label) for state in State if state != State.WITHDRAWN],
        initial=State.PUBLISHED,
    )


class CreditRow(RowForm):
    """One name behind a work."""

    behind = BehindField(label=_("Who"))
    role = forms.ChoiceField(
        label=_("Did what"), choices=Credit.Role, initial=Credit.Role.PUBLISHER
    )

    def facts(self) -> dict[str, Any]:
        """Organisation, name and role."""
        found = super().facts()
        behind = found.pop("behind")
        return {**found, "organisation": behind.organisation, "name": behind.name}


class MergeForm(forms.Form):
    """Into which work another one goes."""

    into = forms.CharField(label=_("Address or title of the other record"), max_length=TITLE)

    def clean_into(self) -> Resource:
        """The other work."""
        found = work_named(self.cleaned_data["into"])
        if found is None:
            raise forms.ValidationError(_("Nothing in the library has this address or title."))
        return found
