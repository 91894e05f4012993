"""Everything that stands on the desk's page of one work."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaza.ledger.trees import in_order
from plaza.ledger.words import history_of
from plaza.library.forms.pieces import (
    DaysForm,
    FileRow,
    LinksForm,
    NewPartForm,
    PartForm,
    UploadForm,
)
from plaza.library.forms.works import CreditRow, EditionForm, MergeForm, NewEditionForm, WorkForm
from plaza.library.models import Resource
from plaza.library.states import MOVES
from plaza.network.forms.languages import usual_languages
from plaza.web.provenance import provenance_of
from plaza.web.rows import row_set

LATEST = 12
WORDS: dict[str, Any] = {
    "publish": _("Publish"),
    "submit": _("Give to review"),
    "begin": _("Begin"),
    "withdraw": _("Withdraw"),
}


class Verb(NamedTuple):
    """A move that leads on from where an edition stands: its address and its words."""

    url: str
    words: Any


def desk_page(resource: Resource, **sent: Any) -> dict[str, Any]:
    """All sections of a work; a form that was just sent stands in its place."""
    return {
        "resource": resource,
        "work": WorkForm(resource=resource),
        **words(resource),
        **languages(resource),
        **names(resource),
        **parts(resource),
        **files(resource),
        "merge": MergeForm(),
        "history": history_of(resource, most=LATEST),
        "sources": provenance_of(resource),
        "language_names": usual_languages(),
        **sent,
    }


def words(resource: Resource) -> dict[str, Any]:
    """The words of the original."""
    original = next((one for one in resource.editions.all() if one.is_original), None)
    original = original or resource.editions.first()
    return {"original": original, "words": EditionForm(edition=original) if original else None}


def languages(resource: Resource) -> dict[str, Any]:
    """The editions with the moves that lead on from where they stand."""
    editions = [(edition, list(_verbs(edition))) for edition in resource.editions.all()]
    return {"resource": resource, "editions": editions, "new_edition": NewEditionForm()}


def names(resource: Resource, formset: Any = None) -> dict[str, Any]:
    """The names behind a work, as rows."""
    rows = [
        {"key": one.pk, "behind": one.organisation or one.name, "role": one.role}
        for one in resource.credits.all()
    ]
    return {
        "resource": resource,
        "credits": formset or row_set(CreditRow, rows, prefix="credits"),
        "unmatched": [one for one in resource.credits.all() if one.organisation is None],
    }


def parts(resource: Resource) -> dict[str, Any]:
    """The tree of a package with a form for each part, and what adds to it."""
    tree = [
        (part, depth, PartForm(initial=_part(part), prefix=f"part-{part.pk}"))
        for part, depth in in_order(resource.parts.all())
    ]
    return {
        "resource": resource,
        "parts": tree,
        "new_part": NewPartForm(resource=resource, prefix="new"),
        "days": DaysForm(resource=resource, prefix="days"),
    }


def files(resource: Resource, formset: Any = None) -> dict[str, Any]:
    """Files and links as rows, and what adds many at once."""
    found = list(resource.files.select_related("part"))
    rows = [
        {
            "key": one.pk,
            "label": one.label,
            "url": one.url,
            "format": one.format,
            "language": one.language,
            "part": str(one.part_id or ""),
            "doubt": one.health_note,
        }
        for one in found
    ]
    return {
        "resource": resource,
        "files": formset or row_set(FileRow, rows, prefix="files", resource=resource),
        "unwell": [one for one in found if one.health in {"doubtful", "broken"}],
        "stored": [one for one in found if one.content],
        "links": LinksForm(resource=resource, prefix="links"),
        "upload": UploadForm(resource=resource),
    }


def _verbs(edition: Any) -> Iterator[Verb]:
    for verb, words in WORDS.items():
        if edition.state in MOVES[verb][0]:
            at = [edition.resource.slug, edition.pk]
            yield Verb(reverse(f"library:{verb}_edition", args=at), words)


def _part(part: Any) -> dict[str, Any]:
    return {"title": part.title.said().text, "kind": part.kind, "number": part.number}
