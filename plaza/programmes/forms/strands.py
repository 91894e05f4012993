"""Forms of strands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plaza.ledger.trees import in_order
from plaza.programmes.models import Programme, Strand


class StrandForm(forms.Form):
    """One strand, or a part of one."""

    number = forms.CharField(
        label=_("Number"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"class": "input--number"}),
    )
    title = forms.CharField(label=_("Title"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=Strand.Kind, initial=Strand.Kind.OTHER)
    text = forms.CharField(
        label=_("Text"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class NewStrandForm(StrandForm):
    """A strand to add at the end of another, or of the programme."""

    parent = forms.ChoiceField(label=_("Inside"), required=False)

    def __init__(self, data: Any = None, *, programme: Programme, **options: Any) -> None:
        super().__init__(data, **options)
        strands = list(in_order(programme.strands.all()))
        self.strands = {str(strand.pk): strand for strand, _depth in strands}
        self.fields["parent"].choices = [  # type: ignore[attr-defined]
            ("", _("the programme")),
            *((str(one.pk), f"{chr(0x2003) * depth}{one}") for one, depth in strands),
        ]

    def clean_parent(self) -> Strand | None:
        """The strand it lies in, or None."""
        chosen = self.cleaned_data["parent"]
        return self.strands[chosen] if chosen else None
