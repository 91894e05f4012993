"""Activities: their columns, who is involved, meetings, counts, results, the call."""

from decimal import Decimal
from typing import Any

from plaza.activities import actions
from plaza.activities.models import Activity, Call, Headcount, Involvement, Mode
from plaza.activities.states import State
from plaza.imports.items import Item
from plaza.imports.kinds.base import Column, Facts, Kind, Missing, Piece, Setting
from plaza.imports.kinds.words import address, cut, period_facts, text_facts, words_of
from plaza.web.periods import Precision
from plaza.web.text import Text

PARTIES = {role.value: role.value for role in Involvement.Role}
MODES = {"webinar": Mode.ONLINE, None: Mode.ONLINE}
OVERLAPS = {"known_none": Headcount.Overlap.NONE, "known_some": Headcount.Overlap.SOME}
FORMATS = {"webinar": Activity.Format.WEBINARS, "study_visit": Activity.Format.STUDY_VISIT}
BASES = {"estimate": Headcount.Basis.ESTIMATED, "estimated": Headcount.Basis.ESTIMATED}


def _state(item: Item, setting: Setting) -> Facts:
    facts: Facts = {"state": item.value}
    if item.value == State.CANCELLED:
        facts["state_note"] = item.printed
    return facts


def _venue(item: Item, setting: Setting) -> Facts:
    where = item.value
    facts: Facts = {"is_online": bool(where.get("online"))}
    if where.get("country"):
        facts["venue_country"] = where["country"]
    if where.get("city"):
        facts["venue_city"] = cut(where["city"], 120)
    return facts


def _country(item: Item, setting: Setting) -> Facts:
    return {"country_printed": cut(item.value.get("printed") or item.printed, 120)}


def _languages(item: Item, setting: Setting) -> Facts:
    return {"languages": [item.value]}


def _year(item: Item, setting: Setting) -> Facts:
    return {"reporting_year": int(item.value)}


def _programme(item: Item, setting: Setting) -> Facts:
    programme = setting.record_of(item.value["key"])
    if programme is None:
        raise Missing
    return {"programme": programme}


def _involvement(item: Item, setting: Setting, activity: Any) -> Facts:
    return {
        "organisation": setting.organisation(item),
        "role": item.name,
        "printed": cut(item.printed, 500),
    }


def _named_country(item: Item, setting: Setting, activity: Any) -> Facts:
    return {
        "organisation": None,
        "country": item.value["code"],
        "role": item.value.get("role") or Involvement.Role.PARTICIPANT,
        "printed": cut(item.printed, 500),
    }


def _headcount(item: Item, setting: Setting, activity: Any) -> Facts:
    value = item.value
    return {
        "group": Text.of(value.get("group") or "", setting.language),
        "number": value["number"],
        "counted": value.get("counted") or Headcount.Counted.UNKNOWN,
        "overlap": OVERLAPS.get(value.get("overlap"), value.get("overlap") or "unknown"),
        "basis": BASES.get(value.get("basis"), value.get("basis") or Headcount.Basis.REPORTED),
        "printed": cut(item.printed, 500),
    }


def _plan(item: Item, setting: Setting, activity: Any) -> Facts:
    value = item.value
    hours = value.get("hours")
    note = Text()
    if value.get("days"):
        note = Text.of(cut(item.printed, 500), setting.language)
    return {
        "count": value.get("count"),
        "minutes": int(Decimal(str(hours)) * 60) if hours else None,
        "mode": MODES.get(value.get("mode"), value.get("mode")),
        "country": value.get("country") or "",
        "note": note,
        "printed": cut(item.printed, 500),
    }


def _result(item: Item, setting: Setting, activity: Any) -> Facts:
    return {
        "text": Text.of(item.value["text"], setting.language),
        "stage": item.value["stage"],
    }


def _link(item: Item, setting: Setting, activity: Any) -> Facts:
    doubts = " ".join(one["sentence"] for one in item.blocking)
    label = item.value.get("label") or ""
    facts: Facts = {"url": address(item.value["url"]), "doubt": cut(doubts, 300)}
    if label:
        facts["label"] = Text.of(label, setting.language)
    return facts


def _seats(item: Item, setting: Setting, activity: Any) -> Facts:
    return {"seats": item.value["max"], "rule": Call.Rule.SELECTION}


def _expected(item: Item, setting: Setting, activity: Any) -> Facts:
    return {"expected": item.value["number"], "expected_printed": cut(item.printed, 120)}


def _of_call(name: str) -> Any:
    def facts(item: Item, setting: Setting, activity: Any) -> Facts:
        return {name: Text.of(words_of(item.value), setting.language)}

    return facts


def _language_level(item: Item, setting: Setting, activity: Any) -> Facts:
    value = item.value
    words = value.get("printed") if isinstance(value, dict) else value
    return {"language_level": Text.of(words_of(words), setting.language)}


def _quota(item: Item, setting: Setting, activity: Any) -> Facts:
    value = item.value
    return {
        "attribute": value["attribute"],
        "value": value.get("value") or "",
        "minimum": value.get("min"),
        "maximum": value.get("max"),
    }


def _calls(activity: Any) -> list[Any]:
    return list(Call.objects.filter(activity=activity))


def _quotas(activity: Any) -> list[Any]:
    return [quota for call in _calls(activity) for quota in call.quotas.all()]


def _add_quota(activity: Any, *, by: Any, **facts: Any) -> list[Any]:
    calls = _calls(activity)
    made = [] if calls else [actions.set_call(activity, by=by)]
    return [*made, actions.add_quota((calls or made)[0], by=by, **facts)]


def create(facts: Facts, items: list[Item], *, by: Any, setting: Setting) -> list[Any]:
    """Enter the activity in the state that the document says, or that its dates say."""
    facts.setdefault("state", _state_by_dates(facts, items, setting))
    modes = {item.value.get("mode") for item in items if item.name == "session_plan"}
    if len(modes) == 1:
        facts.setdefault("format", FORMATS.get(modes.pop(), Activity.Format.OTHER))
    return [actions.record_activity(by=by, **facts)]


def _state_by_dates(facts: Facts, items: list[Item], setting: Setting) -> str:
    last = facts.get("ends_on") or facts.get("starts_on")
    if last is None or facts.get("open_end"):
        return State.RUNNING if facts.get("open_end") else State.PLANNED
    if last < setting.today:
        reported = any(item.name == "outcome" for item in items)
        return State.REPORTED if reported else State.DONE
    starts = facts.get("starts_on")
    if starts and starts <= setting.today and facts.get("precision") == Precision.DAY:
        return State.RUNNING
    return State.PLANNED


def _pieces(name: str) -> Any:
    return lambda activity: getattr(activity, name).all()


def _piece(facts: Any, rows: str, key: tuple[str, ...], add: Any) -> Piece:
    return Piece(facts, _pieces(rows), key, add, actions.edit_piece)


def _call_piece(facts: Any) -> Piece:
    return Piece(facts, _calls, (), actions.set_call, actions.edit_piece)


_party = _piece(_involvement, "involvements", ("organisation", "role"), actions.add_involvement)
ACTIVITY = Kind(
    name="activity",
    model=Activity,
    titles=("title",),
    columns={
        "title": Column(text_facts("title")),
        "heading": Column(text_facts("heading")),
        "text": Column(text_facts("text")),
        "audience": Column(text_facts("audience")),
        "period": Column(period_facts),
        "state": Column(_state),
        "reporting_year": Column(_year),
        "programme": Column(_programme),
        "venue": Column(_venue),
        "country": Column(_country),
        "language": Column(_languages, is_many=True),
    },
    pieces={
        **dict.fromkeys(PARTIES, _party),
        "named_country": _piece(
            _named_country,
            "involvements",
            ("organisation", "country", "role"),
            actions.add_involvement,
        ),
        "headcount": _piece(_headcount, "headcounts", ("group", "basis"), actions.add_headcount),
        "session_plan": _piece(
            _plan, "session_plans", ("count", "minutes", "mode"), actions.add_session_plan
        ),
        "outcome": _piece(_result, "outcomes", ("text",), actions.add_outcome),
        "output": _piece(_result, "outputs", ("text",), actions.add_output),
        "link": _piece(_link, "links", ("url",), actions.add_link),
        "seats": _call_piece(_seats),
        "expected": _call_piece(_expected),
        "costs": _call_piece(_of_call("costs")),
        "registration": _call_piece(_of_call("how")),
        "language_level": _call_piece(_language_level),
        "eligibility": _call_piece(_of_call("eligibility")),
        "quota": Piece(_quota, _quotas, ("attribute", "value"), _add_quota, actions.edit_piece),
    },
    create=create,
    edit=actions.edit_activity,
    parties=frozenset(PARTIES),
)
