"""Works as a list shows them: in which language the reader has them, and why they are there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from plaza.library.folding import folded, found_in
from plaza.library.models import Edition, File, Part, Resource
from plaza.library.queries.trees import UNWELL
from plaza.library.queries.visible import words_of_works
from plaza.library.states import State
from plaza.network.language_names import language_name
from plaza.web.text import Said

LONGEST = 230


@dataclass(frozen=True)
class Mark:
    """The mark of one language of a work."""

    tag: str
    name: str
    kind: str
    yours: bool
    url: str = ""


@dataclass(frozen=True)
class Hit:
    """A work in a list: the words of the edition that this reader would read."""

    resource: Resource
    url: str
    kind: str
    about: str
    title: Said
    summary: Said
    marks: list[Mark]
    reading: str
    arcs: list[int]
    why: str = ""
    doubt: str = ""


def hits(
    viewer: Any,
    works: Iterable[Resource],
    *,
    languages: Sequence[str] = (),
    words: tuple[str, ...] = (),
) -> list[Hit]:
    """What a list shows of works; `languages` are the reader's, in her order. Four queries."""
    found = list(works)
    prefetch_related_objects(found, *words_of_works(viewer))
    arcs, doubts = _arcs(found), _doubts(found)
    return [
        _hit(work, languages, words, arcs.get(work.pk, [1]), doubts.get(work.pk, ""))
        for work in found
    ]


def marks_of(resource: Resource, *, yours: Edition | None = None, links: bool = True) -> list[Mark]:
    """One mark per language that is there or on its way."""
    address = resource.get_absolute_url() if links else ""
    return _marks(address, list(resource.editions.all()), yours)


def edition_read(resource: Resource, languages: Sequence[str] = ()) -> Edition:
    """The edition a reader would read: of her languages, else the page's, English, the original."""
    return _read(list(resource.editions.all()), languages)


def reading_words(resource: Resource, read: Edition, languages: Sequence[str] = ()) -> str:
    """One sentence: in which language the reader has the work, and what of hers is on its way."""
    return _sentence(list(resource.editions.all()), read, languages)


ON_THEIR_WAY = {State.ANNOUNCED, State.IN_WORK, State.IN_REVIEW}


def names_behind(resource: Resource, *, most: int = 2) -> str:
    """The first names behind a work, and how many more there are."""
    names = list(dict.fromkeys(str(credit) for credit in resource.credits.all()))
    if len(names) <= most:
        return _(" and ").join(names) if len(names) == 2 else ", ".join(names)
    more = len(names) - 1
    rest = ngettext("%(name)s and one more", "%(name)s and %(more)d more", more)
    return rest % {"name": names[0], "more": more}


def _hit(
    work: Resource, languages: Sequence[str], words: tuple[str, ...], arcs: list[int], doubt: str
) -> Hit:
    editions = list(work.editions.all())
    read = _read(editions, languages)
    summary = _cut(read.summary or read.subtitle, words)
    kind, url = str(Resource.Kind(work.kind).label), work.get_absolute_url()
    about = [kind, names_behind(work), str(work.year or "")]
    return Hit(
        resource=work,
        url=url,
        kind=kind,
        about=", ".join(one for one in about if one),
        title=Said(read.title, read.titled_in),
        summary=Said(summary, read.language),
        marks=_marks(url, editions, read if read.state == State.PUBLISHED else None),
        reading=_sentence(editions, read, languages),
        arcs=arcs,
        why=_why(work, read, summary, words),
        doubt=doubt,
    )


def _marks(address: str, editions: list[Edition], yours: Edition | None) -> list[Mark]:
    return [
        Mark(
            tag=edition.language,
            name=language_name(edition.language),
            kind=_kind(edition),
            yours=edition == yours,
            url=f"{address}{edition.language}/" if address else "",
        )
        for edition in editions
        if edition.state != State.WITHDRAWN
    ]


def _read(editions: list[Edition], languages: Sequence[str]) -> Edition:
    there = [one for one in editions if one.state != State.WITHDRAWN]
    ready = [one for one in there if one.state == State.PUBLISHED] or there or editions
    for tag in (*languages, get_language() or "en", "en"):
        for edition in ready:
            if edition.language == tag or edition.language.split("-")[0] == tag:
                return edition
    return ready[0]


def _sentence(editions: list[Edition], read: Edition, languages: Sequence[str]) -> str:
    name = language_name(read.language)
    if read.state != State.PUBLISHED:
        return _("It is on its way in %(language)s.") % {"language": name}
    wanted = languages[0] if languages else get_language() or "en"
    if read.language.split("-")[0] == wanted.split("-")[0]:
        return _("You read it in %(language)s") % {"language": name}
    words = {"wanted": language_name(wanted), "language": name}
    if any(one.language == wanted and one.state in ON_THEIR_WAY for one in editions):
        return _("In %(wanted)s it is on its way; you read it in %(language)s") % words
    if languages or wanted != "en":
        return _("Not in %(wanted)s yet; you read it in %(language)s") % words
    return _("You read it in %(language)s") % words


def _kind(edition: Edition) -> str:
    if edition.state != State.PUBLISHED:
        return "coming"
    return "original" if edition.is_original else "translation"


def _cut(text: str, words: tuple[str, ...]) -> str:
    """Two lines of a text, around the first found word."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    places = found_in(text, words) if words else []
    start = max(0, places[0][0] - LONGEST // 3) if places and places[0][1] > LONGEST else 0
    if start:
        start = text.find(" ", start) + 1
    end = text.rfind(" ", start, start + LONGEST)
    end = end if end > start else start + LONGEST
    return ("… " if start else "") + text[start:end].rstrip(",;:") + " …"


def _why(work: Resource, read: Edition, summary: str, words: tuple[str, ...]) -> str:
    """Why a work is there when the words in the list do not show it."""
    if not words:
        return ""
    shown = folded(read.title, summary, names_behind(work))
    if any(word in shown for word in words):
        return ""
    for credit in work.credits.all():
        if any(word in folded(str(credit)) for word in words):
            return _("Found because %(name)s is behind it.") % {"name": credit}
    for edition in work.editions.all():
        if any(word in folded(edition.title, edition.summary) for word in words):
            name = language_name(edition.language)
            return _("Found in its words in %(language)s.") % {"language": name}
    return _("Found by another name of an organisation behind it.")


def _arcs(works: list[Resource]) -> dict[int, list[int]]:
    """For the covers: how many pieces each part of a work has."""
    rows = Part.objects.filter(resource__in=works).order_by("position", "id")
    pieces: dict[int, dict[int, int]] = defaultdict(dict)
    top: dict[int, int] = {}
    for pk, resource, parent in rows.values_list("pk", "resource_id", "parent_id"):
        top[pk] = top.get(parent, parent) if parent else pk
        if parent is None:
            pieces[resource].setdefault(pk, 1)
    for pk, above in top.items():
        if pk != above:
            for of_work in pieces.values():
                if above in of_work:
                    of_work[above] += 1
    return {resource: list(of_work.values()) for resource, of_work in pieces.items()}


def _doubts(works: list[Resource]) -> dict[int, str]:
    """What to say of a work of which links are doubtful or broken."""
    counts: dict[int, int] = defaultdict(int)
    unwell = File.objects.filter(resource__in=works, health__in=UNWELL)
    for resource in unwell.values_list("resource_id", flat=True):
        counts[resource] += 1
    return {
        pk: ngettext(
            "One link may not lead where it should.",
            "%(count)d links may not lead where they should.",
            count,
        )
        % {"count": count}
        for pk, count in counts.items()
    }
