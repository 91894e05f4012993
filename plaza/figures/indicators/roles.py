"""Distinct organisations, role by role."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from plaza.figures.indicators.indicator import Indicator
from plaza.figures.indicators.organisations import in_roles

ORGANISATION = ("country", "member")


def _role(
    key: str, role: str, name: Any, definition: Any, noun: str = "organisations"
) -> Indicator:
    return Indicator(
        key=key,
        name=name,
        definition=definition,
        counts=_("organisations"),
        how=in_roles(role, noun=noun),
        columns=ORGANISATION,
        adds=False,
    )


ROLES = (
    _role("hosts", "host", _("Hosts"), _("Distinct organisations in the role of host."), "hosts"),
    _role(
        "co_hosts",
        "co_host",
        _("Co-hosts"),
        _("Distinct organisations in the role of co-host."),
        "hosts",
    ),
    _role(
        "applicants",
        "applicant",
        _("Applicants"),
        _("Distinct organisations that applied for an activity."),
    ),
    _role(
        "co_applicants",
        "co_applicant",
        _("Co-applicants"),
        _("Distinct organisations that applied together with another one."),
    ),
    _role(
        "organisers",
        "organiser",
        _("Organisers"),
        _("Distinct organisations in the role of organiser."),
    ),
    _role(
        "partners", "partner", _("Partners"), _("Distinct organisations in the role of partner.")
    ),
    _role("guests", "guest", _("Guests"), _("Distinct organisations in the role of guest.")),
    _role(
        "participating",
        "participant",
        _("Organisations that took part"),
        _("Distinct organisations in the role of participant."),
    ),
    _role("funders", "funder", _("Funders"), _("Distinct organisations in the role of funder.")),
)
