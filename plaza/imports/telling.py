"""Values of fields as people say them."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.activities.models import Headcount, Mode
from plaza.activities.states import Stage, State
from plaza.figures.indicators.declared import BY_KEY
from plaza.imports.items import Item
from plaza.library.models import Resource
from plaza.network.countries import country_name
from plaza.network.language_names import language_name
from plaza.network.models import Membership
from plaza.web.periods import period_words

LONGEST = 160


def told(name: str, value: Any) -> str:
    """A value in one short piece of words; empty where there is none."""
    if value in (None, "", []):
        return ""
    teller = TELLERS.get(name)
    try:
        words = teller(value) if teller else _plain(value)
    except (KeyError, TypeError, ValueError, AttributeError):
        words = str(value)
    return Truncator(words).chars(LONGEST)


def told_item(item: Item) -> str:
    """What a field says."""
    return told(item.name, item.value)


def note_of(item: Item) -> str:
    """A second line beside the value: how exactly it is known, as printed, how far it is."""
    value = item.value
    if item.name == "period" and isinstance(value, dict) and value.get("start"):
        exactly = {
            "day": _("Known to the day."),
            "month": _("Known to the month."),
            "season": _("Known to the season."),
            "year": _("Known to the year."),
        }.get(value.get("precision") or "day", "")
        return f"{exactly} {_as_printed(item)}".strip()
    if item.name in ("outcome", "output") and isinstance(value, dict):
        return str(Stage(value["stage"]).label) if value.get("stage") in Stage.values else ""
    if item.name in ("state", "venue", "country", "language", "named_country"):
        return _as_printed(item) if item.printed and item.printed != told_item(item) else ""
    return ""


def _as_printed(item: Item) -> str:
    return _("As printed: %(words)s") % {"words": item.printed}


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("name") or value.get("title") or value.get("text") or value)
    return " ".join(str(value).split())


def _period(value: dict[str, Any]) -> str:
    if not value.get("start"):
        return str(value.get("printed") or "")
    end = value.get("end")
    return period_words(
        dt.date.fromisoformat(value["start"]),
        dt.date.fromisoformat(end) if end else None,
        value.get("precision") or "day",
        open_end=bool(value.get("open_end")),
    )


def _headcount(value: dict[str, Any]) -> str:
    number = number_format(value["number"], force_grouping=True)
    counted = value.get("counted")
    group = value.get("group") or ""
    if counted == Headcount.Counted.ATTENDANCES:
        group = " ".join(part for part in (_("attendances"), group) if part)
    elif counted == Headcount.Counted.UNKNOWN:
        group = " ".join(part for part in (_("persons or attendances"), group) if part)
    return f"{number} {group}".strip()


def _country(value: dict[str, Any]) -> str:
    return country_name(value["code"]) if value.get("code") else str(value.get("printed") or "")


def _venue(value: dict[str, Any]) -> str:
    if value.get("online"):
        return _("Online")
    country = country_name(value["country"]) if value.get("country") else ""
    return ", ".join(part for part in (value.get("city") or "", country) if part)


def _plan(value: dict[str, Any]) -> str:
    count, hours, days = value.get("count"), value.get("hours"), value.get("days")
    parts = [
        ngettext("%(n)s session", "%(n)s sessions", count) % {"n": count}
        if count
        else _("regular sessions, no number")
    ]
    if hours:
        told_hours = number_format(Decimal(str(hours)).normalize(), use_l10n=True)
        count_of = int(hours) if hours == int(hours) else 2
        parts.append(
            ngettext("%(hours)s hour each", "%(hours)s hours each", count_of)
            % {"hours": told_hours}
        )
    if days:
        parts.append(ngettext("%(n)s day", "%(n)s days", days) % {"n": days})
    mode = {"webinar": Mode.ONLINE}.get(value.get("mode") or "", value.get("mode"))
    if mode in Mode.values:
        parts.append(str(Mode(mode).label).lower())
    if value.get("country"):
        parts.append(country_name(value["country"]))
    return ", ".join(parts)


def _link(value: dict[str, Any]) -> str:
    words = str(value["url"]).removeprefix("https://").removeprefix("http://")
    label = value.get("label")
    return f"{label}: {words}" if label else words


def _party(value: Any) -> str:
    return str(value["name"] if isinstance(value, dict) else value)


def _membership(value: dict[str, Any]) -> str:
    first, last = (value[name] and dt.date.fromisoformat(value[name]) for name in ("from", "until"))
    when = period_words(first, last, "day", open_end=last is None)
    return ", ".join(
        part for part in (str(Membership.Category(value["category"]).label), when) if part
    )


def _costs(value: Any) -> str:
    if not isinstance(value, dict):
        return _plain(value)
    return f"{_number(value['amount'])} {value.get('currency') or ''}".strip()


def _expected(value: dict[str, Any]) -> str:
    return f"{value.get('qualifier') or ''} {value['number']}".strip()


def _limit(value: dict[str, Any]) -> str:
    low, high = value.get("min"), value.get("max")
    most = _("at most %(n)s") % {"n": high} if high is not None else ""
    least = _("at least %(n)s") % {"n": low} if low is not None else ""
    return ", ".join(part for part in (least, most) if part)


def _quota(value: dict[str, Any]) -> str:
    attribute = {"country": _("country"), "organisation": _("organisation")}
    of_what = value.get("value") or attribute.get(value["attribute"], value["attribute"])
    return _("%(limit)s from one %(of)s") % {"limit": _limit(value), "of": of_what}


def _contact(value: dict[str, Any]) -> str:
    return ", ".join(part for part in (value.get("name"), value.get("mail")) if part)


def _part(value: dict[str, Any]) -> str:
    above = value.get("inside") or []
    return " / ".join([*above, str(value["title"])])


def _file(value: dict[str, Any]) -> str:
    where = " / ".join(value.get("inside") or [])
    label = value.get("label") or value["url"]
    kind = (value.get("format") or "").upper()
    return ", ".join(dict.fromkeys(part for part in (where, label, kind) if part))


def _strand(value: dict[str, Any]) -> str:
    return f"{value.get('number') or ''} {value['title']}".strip()


def _indicator(value: Any) -> str:
    return str(BY_KEY[value].name) if value in BY_KEY else str(value)


def _years(value: dict[str, Any]) -> str:
    first, last = value["first"], value["last"]
    return str(first) if first == last else f"{first}–{last}"


def _number(value: Any) -> str:
    return str(number_format(Decimal(str(value)).normalize(), force_grouping=True))


def _language_level(value: Any) -> str:
    return str(value.get("printed") or value) if isinstance(value, dict) else str(value)


TELLERS: dict[str, Callable[[Any], str]] = {
    "period": _period,
    "state": lambda value: str(State(value).label),
    "headcount": _headcount,
    "country": _country,
    "named_country": _country,
    "venue": _venue,
    "session_plan": _plan,
    "link": _link,
    "website": _link,
    "membership": _membership,
    "costs": _costs,
    "expected": _expected,
    "seats": _limit,
    "quota": _quota,
    "contact": _contact,
    "part": _part,
    "file": _file,
    "strand": _strand,
    "strand_part": _strand,
    "indicator": _indicator,
    "number": _number,
    "years": _years,
    "language": lambda value: language_name(str(value)),
    "language_level": _language_level,
    "kind": lambda value: _kind(value),
    "type": lambda value: _kind(value),
}


def _kind(value: Any) -> str:
    if value == "year":
        return _("Year of peer learning")
    return str(Resource.Kind(value).label) if value in Resource.Kind.values else str(value)
