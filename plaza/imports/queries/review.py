"""One draft as a person reviews it: the source at the start, its fields at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plaza.imports.doubts import sentence
from plaza.imports.items import Item, items_of
from plaza.imports.models import Draft
from plaza.imports.names import FIELDS, field_name
from plaza.imports.queries.records import match_of, record_of
from plaza.imports.queries.source import Source, source_beside
from plaza.imports.questions import OPEN, Question, question_of
from plaza.imports.states import DocumentState, DraftState, FieldState
from plaza.imports.telling import note_of, told, told_item

FOLD_FROM = 3
ASKED = {"record_differs", "name_near", *OPEN}


@dataclass(frozen=True)
class Says:
    """One small line under a value."""

    words: str
    kind: str = ""
    url: str = ""


@dataclass
class Line:
    """One field beside its number: what it says, what is asked, what can be corrected."""

    item: Item
    name: str
    words: str
    note: str
    says: list[Says]
    question: Question | None
    ours: str = ""
    is_now: bool = False
    editor: Any = None

    @property
    def is_doubtful(self) -> bool:
        """Whether it cannot be taken without a person."""
        return self.item.waits and not self.item.sure

    @property
    def is_open(self) -> bool:
        """Whether it waits and something could be typed."""
        return self.item.waits and self.editor is not None


@dataclass
class Part:
    """The lines of one name; many quiet ones are folded."""

    name: str
    lines: list[Line] = field(default_factory=list)

    @property
    def is_folded(self) -> bool:
        """Whether only their number is shown at first."""
        quiet = all(line.question is None and not line.is_now for line in self.lines)
        return len(self.lines) >= FOLD_FROM and quiet


@dataclass(frozen=True)
class Step:
    """One record of the document in the line above the review."""

    title: str
    url: str
    badge: str
    is_here: bool


@dataclass(frozen=True)
class Review:
    """All that the page of a draft shows."""

    draft: Draft
    source: Source
    parts: list[Part]
    steps: list[Step]
    place: int
    count: int
    record: Any
    match: Any
    doubts: list[str]
    can_accept: bool
    doubtful: int


def review_of(draft: Draft, *, at: int | None, editors: dict[int, Any]) -> Review:
    """The page of a draft; `at` is the field in hand, else the first that asks something."""
    items = items_of(draft.fields)
    record, match = record_of(draft), match_of(draft)
    lines = [_line(draft, item, record or match, editors.get(item.n)) for item in _order(items)]
    if draft.document.state == DocumentState.UNDONE or draft.state == DraftState.REJECTED:
        for line in lines:
            line.question = None
    _ask_once(lines)
    asking = [line.item.n for line in lines if line.question is not None]
    now = at if at in {line.item.n for line in lines} else next(iter(asking), None)
    for line in lines:
        line.is_now = line.item.n == now
    kinds = {line.item.n: "doubtful" for line in lines if line.is_doubtful}
    if now is not None:
        kinds[now] = "now"
    steps = _steps(draft)
    return Review(
        draft=draft,
        source=source_beside(draft.document, draft.spans, items, kinds, now),
        parts=_parts(lines),
        steps=steps,
        place=next((n for n, step in enumerate(steps, start=1) if step.is_here), 1),
        count=len(steps),
        record=record,
        match=match if record is None else None,
        doubts=[sentence(one) for one in draft.doubts],
        can_accept=_can_accept(draft, items),
        doubtful=sum(line.is_doubtful for line in lines),
    )


def _ask_once(lines: Iterable[Line]) -> None:
    """An open question that many fields share is asked at the first of them."""
    asked: set[str] = set()
    for line in lines:
        if line.question is not None and line.question.code in OPEN:
            if line.question.code in asked:
                line.question = None
            else:
                asked.add(line.question.code)


def next_waiting(draft: Draft) -> Draft | None:
    """The next draft of the document that waits, after this one, else from its start."""
    waiting = list(draft.document.drafts.filter(state=DraftState.WAITING).exclude(pk=draft.pk))
    after = [one for one in waiting if one.position > draft.position]
    return next(iter([*after, *waiting]), None)


def next_question(draft: Draft, after: int) -> int | None:
    """The number of the next field that asks something, after one, else from the start."""
    asking = [item.n for item in _order(items_of(draft.fields)) if question_of(item)]
    order = [item.n for item in _order(items_of(draft.fields))]
    later = order[order.index(after) + 1 :] if after in order else []
    return next((n for n in [*later, *order] if n in asking), None)


def _can_accept(draft: Draft, items: Sequence[Item]) -> bool:
    if draft.document.state == DocumentState.UNDONE or draft.state == DraftState.REJECTED:
        return False
    return draft.state == DraftState.WAITING or any(item.waits for item in items)


def _order(items: Sequence[Item]) -> list[Item]:
    """Fields in the order in which people read a record."""
    order = list(FIELDS)
    known = {name: place for place, name in enumerate(order)}
    return sorted(items, key=lambda item: (known.get(item.name, len(order)), item.n))


def _parts(lines: Iterable[Line]) -> list[Part]:
    parts: list[Part] = []
    for line in lines:
        if not parts or parts[-1].name != line.name:
            parts.append(Part(line.name))
        parts[-1].lines.append(line)
    return parts


def _line(draft: Draft, item: Item, record: Any, editor: Any) -> Line:
    return Line(
        item=item,
        name=str(field_name(item.name)),
        words=told_item(item),
        note=note_of(item),
        says=list(_says(draft, item, record)),
        question=question_of(item),
        ours=_ours(item) if item.waits else "",
        editor=editor,
    )


def _ours(item: Item) -> str:
    """What the record says instead, in words."""
    if not isinstance(item.ours, dict):
        return ""
    words = []
    for value in item.ours.values():
        if isinstance(value, dict) and "name" not in value:
            words += [str(one) for one in value.values()]
        elif value not in (None, "", []):
            words.append(told("", value))
    return ", ".join(words)


def _says(draft: Draft, item: Item, record: Any) -> Iterable[Says]:
    if item.state == FieldState.ACCEPTED:
        yield Says(_("Taken over"), "good")
    elif item.state == FieldState.SAME:
        yield Says(_("The record says the same"), "good")
    elif item.state == FieldState.LEFT:
        yield Says(_("Left out"))
    elif item.state == FieldState.KEPT:
        yield Says(_("A record has no place for it. It stays with the document."))
    if item.state not in (FieldState.ACCEPTED, FieldState.WAITING):
        return
    if item.found is not None and told(item.name, item.found) != told_item(item):
        yield Says(_("Corrected. As printed: %(words)s") % {"words": item.printed})
    if item.match and item.waits:
        yield from _match_says(item.match)
    if item.waits and item.name in ("title", "name") and record is None and item.sure:
        yield Says(_("New. Nothing like it in the records"), "good")
    for doubt in item.doubts:
        if doubt["code"] not in ASKED or not item.waits:
            yield Says(sentence(doubt), "doubtful" if doubt["blocks"] and item.waits else "")


def _match_says(match: dict[str, Any]) -> Iterable[Says]:
    if match["state"] in ("sure", "chosen"):
        url = reverse("network:edit_organisation", args=[match["id"]])
        yield Says(_("Same as %(name)s") % match, "good", url)
    elif match["state"] in ("new", "make"):
        yield Says(_("Not known yet; it will be entered."))


def _steps(draft: Draft) -> list[Step]:
    kinds = Draft.objects.filter(document_id=draft.document_id, kind=draft.kind)
    rows = kinds.values_list("pk", "title", "state", "waiting")
    return [
        Step(
            title,
            reverse("imports:draft", args=[draft.document_id, pk]),
            _badge(state, waiting),
            pk == draft.pk,
        )
        for pk, title, state, waiting in rows[:200]
    ]


def _badge(state: str, waiting: int) -> str:
    if state == DraftState.REJECTED:
        return "done"
    if state == DraftState.WAITING:
        return "waiting"
    return "wrong" if waiting else "open"
