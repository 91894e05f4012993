"""The form of a call: how people can come."""

import zoneinfo
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plaza.activities.forms.activities import OpenedForm
from plaza.activities.forms.clocks import in_zone
from plaza.activities.forms.fields import PERSONS, WORDS, WallClock, WholeNumber, ZoneName
from plaza.activities.models import Activity, Call
from plaza.ledger.meanwhile import plain_facts
from plaza.web.widgets import TextInLanguages


class CallForm(OpenedForm):
    """How people can come."""

    opens_at = WallClock(label=_("Opens"), required=False)
    closes_at = WallClock(label=_("Closes"), required=False)
    time_zone = ZoneName(label=_("Time zone"))
    seats = WholeNumber(label=_("Seats"), required=False, min_value=1, most=PERSONS)
    expected = WholeNumber(label=_("People expected"), required=False, min_value=0, most=PERSONS)
    expected_printed = forms.CharField(
        label=_("Expected, as printed"), max_length=120, required=False
    )
    rule = forms.ChoiceField(
        label=_("Rule"), choices=Call.Rule.choices, initial=Call.Rule.SELECTION
    )

    WORDS = {
        "eligibility": _("Who can apply"),
        "language_level": _("Language needed"),
        "costs": _("Who pays what"),
        "how": _("How to apply"),
    }

    def __init__(self, data: Any = None, *, activity: Activity, call: Call | None) -> None:
        super().__init__(data, auto_id="call-%s")
        self.activity = activity
        for name, label in self.WORDS.items():
            self.fields[name] = TextInLanguages(longest=WORDS, label=label, required=False)
        self.initial = {"time_zone": timezone.get_current_timezone_name()}
        if call is not None:
            self.initial = {name: getattr(call, name) for name in self.fields}
        stored = dict(self.initial) if call is not None else {}
        for name in ("opens_at", "closes_at"):
            if (moment := self.initial.get(name)) is not None and call is not None:
                stored[name] = moment.astimezone(zoneinfo.ZoneInfo(call.time_zone))
                self.initial[name] = stored[name].replace(tzinfo=None)
        self.read_opened(plain_facts(stored))

    def facts(self) -> dict[str, Any]:
        """The moments are the clock's time in the zone of the call."""
        found = dict(self.cleaned_data)
        for name in ("opens_at", "closes_at"):
            found[name] = in_zone(found[name], found["time_zone"])
        return found


def call_form(activity: Activity, data: Any = None) -> CallForm:
    """The form of the call of an activity, or of a new one."""
    call = Call.objects.filter(activity=activity).first()
    return CallForm(data, activity=activity, call=call)
