"""The rows of an activity's sheets: one form per row, typed and saved by itself."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plaza.activities.forms.activities import OpenedForm
from plaza.activities.forms.clocks import in_zone, is_skipped
from plaza.activities.forms.fields import (
    MINUTES,
    PERSONS,
    SESSIONS,
    TITLE,
    WORDS,
    LineField,
    OrganisationName,
    WallClock,
    WholeNumber,
    WorkTitle,
    ZoneName,
)
from plaza.activities.models import Headcount, Involvement, Mode
from plaza.activities.queries.pieces import Piece, Sheet
from plaza.activities.states import Stage
from plaza.ledger.meanwhile import news, plain_facts
from plaza.network.forms.days import DayField
from plaza.network.forms.languages import LanguageName
from plaza.network.forms.places import CountryName
from plaza.programmes.models import Contribution
from plaza.web.numbers import NumberField
from plaza.web.text import Text

LINE = forms.Textarea(attrs={"rows": 1})
WORKS = reverse_lazy("activities:works")


class PieceForm(OpenedForm):
    """One row. Its fields are named as the columns are, and belong to a form of their own."""

    words: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, sheet: Sheet, record: Any = None) -> None:
        self.sheet, self.record = sheet, record
        self.key = f"{sheet.kind}-{record.pk if record else 'new'}"
        super().__init__(data, auto_id=f"{self.key}-%s")
        for field in self.fields.values():
            field.widget.attrs["form"] = f"{self.key}-form"
            if isinstance(field.widget, forms.NumberInput):
                as_words(field.widget)
            if isinstance(field, OrganisationName):
                field.is_new_welcome = bool(self.data.get("as_new"))
        self.initial = self._initial()
        self.read_opened(plain_facts(self._stored()) if record else {})

    def facts(self) -> dict[str, Any]:
        """The clean values as the action takes them."""
        found = dict(self.cleaned_data)
        for name in self.words:
            found[name] = self._written(name, found[name])
        if isinstance(found.get("organisation"), str):
            found["new_organisation"] = found.pop("organisation")
        return found

    def after(self, sent: "PieceForm") -> "PieceForm":
        """The row as it is stored now, once `sent` was saved.

        Her page still shows the old value of what somebody else changed, so that value stays the
        one she has seen: her next save does not put it back.
        """
        wanted = plain_facts(sent.facts())
        stale = {n: v for n, v in sent.opened.items() if n in wanted and wanted[n] == v}
        self.meanwhile = news(self.record, self.opened, stale)
        self.opened |= stale
        return self

    @property
    def offers_new(self) -> bool:
        """Nobody knows the organisation that was typed: it can be added as a new one."""
        return self.has_error("organisation", code="unknown") if self.is_bound else False

    def _stored(self) -> dict[str, Any]:
        return {name: getattr(self.record, name) for name in self.fields}

    def _initial(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        found = self._stored()
        for name in self.words:
            found[name] = found[name].said().text
        return found

    def _written(self, name: str, words: str) -> Text:
        """The words in the language in which they were shown, beside those in others."""
        if self.record is None:
            return Text.of(words, get_language() or "en")
        held: Text = getattr(self.record, name)
        return held.plus(words.replace("\r\n", "\n"), held.said().language)


class InvolvementForm(PieceForm):
    """Who takes part, and as what."""

    organisation = OrganisationName(label=_("Organisation"), required=False)
    role = forms.ChoiceField(
        label=_("Role"),
        choices=Involvement.Role.choices,
        initial=Involvement.Role.HOST,
    )
    country = CountryName(label=_("Country, where no organisation is named"))


class PlanForm(PieceForm):
    """How many sessions of which length."""

    words = ("note",)
    count = WholeNumber(label=_("How many"), required=False, min_value=1, most=SESSIONS)
    mode = forms.ChoiceField(label=_("Where"), choices=Mode.choices)
    minutes = WholeNumber(label=_("Minutes each"), required=False, min_value=1, most=MINUTES)
    country = CountryName(label=_("Country"))
    note = forms.CharField(label=_("Note"), max_length=WORDS, required=False)


class SessionForm(PieceForm):
    """One meeting with its moment."""

    words = ("title",)
    starts_at = WallClock(label=_("Starts"))
    time_zone = ZoneName(label=_("Time zone"))
    minutes = WholeNumber(label=_("Minutes"), min_value=1, most=MINUTES)
    title = forms.CharField(label=_("Title"), max_length=TITLE, required=False)
    mode = forms.ChoiceField(label=_("Where"), choices=Mode.choices)
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")
    language = LanguageName(label=_("Language"), required=False)

    def clean(self) -> dict[str, Any]:
        """In spring a clock jumps over an hour: what it never shows is asked for again."""
        found = super().clean() or {}
        clock, zone = found.get("starts_at"), found.get("time_zone")
        if clock and zone and is_skipped(clock, zone):
            jumped = _("Clocks there jump over this hour on that day. Write another time.")
            self.add_error("starts_at", jumped)
        return found

    def facts(self) -> dict[str, Any]:
        """The moment is the clock's time in the session's own zone."""
        found = super().facts()
        found["starts_at"] = in_zone(found["starts_at"], found["time_zone"])
        return found

    def _initial(self) -> dict[str, Any]:
        found = super()._initial()
        if self.record is not None:
            found["starts_at"] = self.record.local_start.replace(tzinfo=None)
        else:
            found["time_zone"] = timezone.get_current_timezone_name()
        return found

    def _stored(self) -> dict[str, Any]:
        found = super()._stored()
        found["starts_at"] = self.record.local_start
        return found


class HeadcountForm(PieceForm):
    """A number of people that somebody told."""

    words = ("group",)
    number = WholeNumber(label=_("Number"), min_value=0, most=PERSONS)
    group = forms.CharField(label=_("Group"), max_length=TITLE, required=False)
    counted = forms.ChoiceField(label=_("What was counted"), choices=Headcount.Counted.choices)
    basis = forms.ChoiceField(
        label=_("How we know"),
        choices=Headcount.Basis.choices,
        initial=Headcount.Basis.REPORTED,
    )
    overlap = forms.ChoiceField(
        label=_("In two groups"),
        choices=Headcount.Overlap.choices,
        initial=Headcount.Overlap.UNKNOWN,
    )


class OutcomeForm(PieceForm):
    """What was, is being or will be learned."""

    words = ("text",)
    text = LineField(label=_("What came of it"), max_length=WORDS, widget=LINE)
    stage = forms.ChoiceField(label=_("How far"), choices=Stage.choices, initial=Stage.DELIVERED)
    due_on = DayField(label=_("Due"), required=False, last=True)


class OutputForm(PieceForm):
    """A resource that was made or promised."""

    words = ("text",)
    text = LineField(label=_("Resource"), max_length=WORDS, widget=LINE)
    stage = forms.ChoiceField(label=_("How far"), choices=Stage.choices, initial=Stage.PROMISED)
    due_on = DayField(label=_("Due"), required=False, last=True)
    resource = WorkTitle(label=_("In the library"), source=WORKS)


class LinkForm(PieceForm):
    """An address printed with the activity."""

    words = ("label",)
    url = forms.URLField(label=_("Address"), max_length=1000, assume_scheme="https")
    label = forms.CharField(label=_("Words of the link"), max_length=TITLE, required=False)
    doubt = forms.CharField(label=_("Why it is doubtful"), max_length=300, required=False)


class ContributionForm(PieceForm):
    """Money or its worth, given for this activity."""

    organisation = OrganisationName(label=_("Who gives"), required=False)
    amount = NumberField(label=_("Amount"), max_digits=14, decimal_places=2)
    currency = forms.RegexField(
        "^[A-Z]{3}$",
        label=_("Currency"),
        initial="EUR",
        error_messages={"invalid": _("Write three capital letters, for example EUR.")},
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Contribution.Kind.choices)
    stage = forms.ChoiceField(label=_("How far"), choices=Contribution.Stage.choices)
    on = DayField(label=_("Date"), required=False)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def clean_amount(self) -> Decimal:
        """Two digits, as it is stored."""
        return Decimal(self.cleaned_data["amount"]).quantize(Decimal("0.01"))


class QuotaForm(PieceForm):
    """A limit of the call."""

    attribute = forms.CharField(label=_("Of what"), max_length=60)
    value = forms.CharField(label=_("Which; empty for each"), max_length=200, required=False)
    minimum = WholeNumber(label=_("At least"), required=False, min_value=0, most=PERSONS)
    maximum = WholeNumber(label=_("At most"), required=False, min_value=0, most=PERSONS)


FORMS: dict[str, type[PieceForm]] = {
    "involvements": InvolvementForm,
    "plans": PlanForm,
    "sessions": SessionForm,
    "headcounts": HeadcountForm,
    "outcomes": OutcomeForm,
    "outputs": OutputForm,
    "links": LinkForm,
    "contributions": ContributionForm,
    "quotas": QuotaForm,
}


def row_form(sheet: Sheet, data: Any = None, record: Any = None) -> PieceForm:
    """The form of a row of a sheet, or of a new one."""
    return FORMS[sheet.kind](data, sheet=sheet, record=record)


def next_row(sheet: Sheet, like: Any = None, *, focus: bool = False) -> PieceForm:
    """The form of a new row: its choices as in the row above it, the cursor in it if asked."""
    form = row_form(sheet)
    if like is not None:
        for name, each in form.fields.items():
            if isinstance(each, forms.ChoiceField) or name in {"time_zone", "currency"}:
                form.initial[name] = getattr(like, name)
    if focus:
        next(iter(form.fields.values())).widget.attrs["autofocus"] = True
    return form


def form_of(piece: Piece, data: Any = None) -> PieceForm:
    """The form of a row that is there."""
    return row_form(piece.sheet, data, piece.record)


def as_words(widget: forms.NumberInput) -> None:
    """A number typed as words are: what is no number stays there, arrows walk between rows."""
    widget.input_type = "text"
    widget.attrs = {"inputmode": "decimal", "form": widget.attrs["form"]}
