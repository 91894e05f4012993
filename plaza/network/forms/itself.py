"""Forms of the network itself."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plaza.network.forms.days import DayField
from plaza.network.models import Network
from plaza.web.theme import is_colour
from plaza.web.widgets import TextInLanguages

LOGO_LIMIT = 500_000
PICTURES = ((0, b"\x89PNG"), (0, b"\xff\xd8\xff"), (8, b"WEBP"))


class ColourField(forms.CharField):
    """A colour as people copy it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "input--mono"}))
        super().__init__(max_length=7, **kwargs)

    def clean(self, value: Any) -> str:
        """A hash and six digits."""
        written = str(super().clean(value)).strip()
        colour = written if written.startswith("#") else f"#{written}"
        if not is_colour(colour):
            raise forms.ValidationError(_("Write a colour like #005853."))
        return colour.lower()


class NetworkForm(forms.Form):
    """What the network is called and how it looks."""

    name = TextInLanguages(label=_("What is the network called?"))
    motto = TextInLanguages(
        label=_("What do people do in it?"),
        help_text=_("One sentence, on the cover of the first page."),
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the pages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    accent = ColourField(
        label=_("First colour"),
        help_text=_("For cover, links and buttons. We set how light it is."),
    )
    warm = ColourField(label=_("Second colour"), help_text=_("For what is on now."))
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG, JPEG or WebP, at most 500 kB. Without one the mark stands there."),
    )

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "motto", "languages", "accent", "warm", "logo")

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        held = {name: getattr(network, name) for name in self.FIELDS}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.network = network

    def unjudged(self) -> "NetworkForm":
        """The same form with what was typed, before anybody looks whether it is right."""
        typed = {name: self[name].value() for name in self.fields if name != "logo"}
        return type(self)(network=self.network, initial=typed)

    def clean_languages(self) -> list[str]:
        """English is always there, because what is missing elsewhere is shown in it."""
        chosen = self.cleaned_data["languages"]
        return [tag for tag, _name in settings.LANGUAGES if tag in chosen or tag == "en"]

    def clean_logo(self) -> Any:
        """A picture that browsers show, and no script inside."""
        logo = self.cleaned_data["logo"]
        if not logo or not hasattr(logo, "content_type"):
            return logo or ""
        if logo.size > LOGO_LIMIT:
            raise forms.ValidationError(_("The picture is too large. Take one of at most 500 kB."))
        head = logo.read(16)
        logo.seek(0)
        if not any(head[start : start + len(mark)] == mark for start, mark in PICTURES):
            raise forms.ValidationError(_("This is no PNG, JPEG or WebP picture."))
        return logo


class SettingsForm(NetworkForm):
    """What the secretariat can change afterwards."""

    membership_mail = forms.EmailField(label=_("Whom to ask about joining"), required=False)
    members_complete_from = DayField(
        label=_("Our list of members is complete from"),
        required=False,
        help_text=_(
            "From this day on an organisation without a membership counts as no member. "
            "Before it we say that we do not know."
        ),
    )

    FIELDS: ClassVar[tuple[str, ...]] = (
        *NetworkForm.FIELDS,
        "membership_mail",
        "members_complete_from",
    )


class SetUpForm(NetworkForm):
    """The first page of all: the network, and who starts."""

    person = forms.CharField(label=_("Who starts?"), max_length=200, help_text=_("Your name."))
    address = forms.EmailField(
        label=_("Your mail"), help_text=_("You sign in with it. There is no password.")
    )
