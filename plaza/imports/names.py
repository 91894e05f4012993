"""What the kinds of found records and their fields are called on the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

KINDS: dict[str, str | Promise] = {
    "activity": _("Activity"),
    "resource": _("Work"),
    "programme": _("Programme"),
    "organisation": _("Organisation"),
    "contact": _("Contact"),
    "published_figure": _("Published figure"),
}
NOT_A: dict[str, str | Promise] = {
    "activity": _("Not an activity"),
    "resource": _("Not a work"),
    "programme": _("Not a programme"),
    "organisation": _("Not an organisation"),
    "contact": _("Not a contact"),
    "published_figure": _("Not a figure"),
}
FIELDS: dict[str, str | Promise] = {
    "title": _("Title"),
    "subtitle": _("Subtitle"),
    "name": _("Name"),
    "short_name": _("Short name"),
    "other_name": _("Other name"),
    "period": _("When"),
    "state": _("State"),
    "heading": _("Heading"),
    "text": _("Text"),
    "summary": _("Summary"),
    "headcount": _("Headcounts"),
    "host": _("Host"),
    "co_host": _("Co-host"),
    "organiser": _("Organiser"),
    "applicant": _("Applicant"),
    "co_applicant": _("Co-applicant"),
    "partner": _("Partner"),
    "guest": _("Guest"),
    "participant": _("Taking part"),
    "funder": _("Funder"),
    "lead": _("Lead"),
    "commissioner": _("Commissioned by"),
    "country": _("Country"),
    "named_country": _("Country taking part"),
    "venue": _("Where"),
    "session_plan": _("Sessions"),
    "outcome": _("Outcomes"),
    "output": _("Resources"),
    "link": _("Link"),
    "reporting_year": _("Counts for the year"),
    "programme": _("Programme"),
    "language": _("Language"),
    "audience": _("For whom"),
    "expected": _("People expected"),
    "seats": _("Seats"),
    "quota": _("Quota"),
    "costs": _("Who pays what"),
    "registration": _("How to apply"),
    "language_level": _("Language needed"),
    "eligibility": _("Who can apply"),
    "year": _("Year"),
    "published": _("Year"),
    "organisation": _("Organisation"),
    "publisher": _("Published by"),
    "author": _("Author"),
    "translator": _("Translated by"),
    "contact": _("Contact"),
    "part": _("Parts"),
    "file": _("Files"),
    "strand": _("Strands"),
    "strand_part": _("Parts of strands"),
    "aim": _("Aims"),
    "kind": _("Kind"),
    "type": _("Kind"),
    "access": _("Who may have it"),
    "website": _("Website"),
    "city": _("City"),
    "mail": _("Mail"),
    "membership": _("Membership"),
    "indicator": _("What it counts"),
    "number": _("Number"),
    "unit": _("Unit"),
    "qualifier": _("Qualifier"),
    "sentence": _("As printed"),
    "years": _("Years"),
    "topic": _("Topic"),
    "category": _("Category"),
    "since": _("Member since"),
    "until": _("Member until"),
    "person": _("Contact person"),
    "first_name": _("First name"),
    "last_name": _("Last name"),
    "phone": _("Telephone"),
    "notes": _("Notes"),
    "start": _("First day"),
    "end": _("Last day"),
    "participants": _("Participants"),
    "structure": _("How it was built"),
}


def field_name(name: str) -> str | Promise:
    """A field's name as people say it."""
    return FIELDS.get(name) or name.replace("_", " ").capitalize()


def counted(kind: str, number: int) -> str:
    """How many records of a kind, in words."""
    words = {
        "activity": ngettext("%(n)s activity", "%(n)s activities", number),
        "resource": ngettext("%(n)s work", "%(n)s works", number),
        "programme": ngettext("%(n)s programme", "%(n)s programmes", number),
        "organisation": ngettext("%(n)s organisation", "%(n)s organisations", number),
        "contact": ngettext("%(n)s contact", "%(n)s contacts", number),
        "published_figure": ngettext("%(n)s published figure", "%(n)s published figures", number),
    }
    return words[kind] % {"n": number}


LAYOUTS: dict[str, str | Promise] = {
    "overview": _("Yearly overview"),
    "hub": _("Page of a knowledge hub"),
    "call": _("Call for participants"),
    "project": _("Project page"),
    "sheet": _("Spreadsheet"),
}


def layout_name(layout: str) -> str | Promise:
    """What sort of document it was read as."""
    return LAYOUTS.get(layout) or _("Not a layout we know")
