"""What the desk looks at: every work, and links that need a look."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from plaza.library.folding import folded
from plaza.library.models import Credit, Edition, File, Part, Resource
from plaza.library.queries.finding import MOST_WORDS
from plaza.library.queries.trees import UNWELL
from plaza.library.queries.visible import with_words
from plaza.library.states import State
from plaza.network.names import name_book

WAYS: dict[str, Any] = {
    "all": _("All"),
    "hidden": _("Not public"),
    "doubtful": _("Doubtful links"),
    "coming": _("Languages on their way"),
    "bare": _("Without a file"),
    "unmatched": _("Names to match"),
    "withdrawn": _("Withdrawn"),
}


@dataclass(frozen=True)
class DeskFilter:
    """What the desk's list of works shows. Its whole state is in the address."""

    q: str = ""
    only: str = "all"

    @classmethod
    def from_query(cls, query: QueryDict) -> "DeskFilter":
        """What an address asks for."""
        only = query.get("only", "all")
        return cls(
            q=" ".join(query.get("q", "").split())[:200], only=only if only in WAYS else "all"
        )

    @property
    def query(self) -> str:
        """The address that asks for the same; it ends with & or is empty."""
        pairs = [("q", self.q)] if self.q else []
        pairs += [("only", self.only)] if self.only != "all" else []
        return urlencode(pairs) + "&" if pairs else ""


def desk_resources(viewer: Any, chosen: DeskFilter) -> QuerySet[Resource]:
    """All works for the desk, the last added first, each with how many files it has."""
    works = Resource.objects.filter(merged_into__isnull=True)
    works = works.filter(withdrawn_at__isnull=chosen.only != "withdrawn")
    for word in folded(chosen.q).split()[:MOST_WORDS]:
        works = works.filter(_word(word))
    files = File.objects.filter(resource=OuterRef("pk"))
    credits = Credit.objects.filter(resource=OuterRef("pk"))
    editions = Edition.objects.filter(resource=OuterRef("pk"))
    way = {
        "hidden": ~Q(visibility="public"),
        "doubtful": Exists(files.filter(health__in=UNWELL)),
        "coming": Exists(editions.exclude(state__in=[State.PUBLISHED, State.WITHDRAWN])),
        "bare": ~Exists(files),
        "unmatched": Exists(credits.filter(organisation__isnull=True)),
    }.get(chosen.only, Q())
    return (
        with_words(viewer, works.filter(way))
        .annotate(
            file_count=Count("files"), unwell=Count("files", filter=Q(files__health__in=UNWELL))
        )
        .order_by("-added_at", "-id")
    )


def desk_resource(viewer: Any, slug: str) -> Resource:
    """A work as the desk edits it, also a withdrawn one."""
    works = with_words(viewer, Resource.objects.filter(slug=slug, merged_into__isnull=True))
    resource = works.select_related("programme", "contact").prefetch_related("topics").first()
    if resource is None:
        raise Http404
    return resource


def desk_edition(viewer: Any, slug: str, id: int) -> Edition:
    """A language of a work, as the desk edits it."""
    return get_object_or_404(Edition.objects.select_related("resource"), pk=id, resource__slug=slug)


def desk_part(viewer: Any, slug: str, id: int) -> Part:
    """A part of a work, as the desk edits it."""
    return get_object_or_404(
        Part.objects.select_related("resource", "parent"), pk=id, resource__slug=slug
    )


def desk_file(viewer: Any, slug: str, id: int) -> File:
    """A file or link of a work, as the desk edits it."""
    return get_object_or_404(File.objects.select_related("resource"), pk=id, resource__slug=slug)


def doubtful_links(viewer: Any) -> QuerySet[File]:
    """Links that may not lead where they should, work by work."""
    unwell = File.objects.filter(health__in=UNWELL, resource__withdrawn_at__isnull=True)
    return unwell.select_related("resource", "part").order_by("resource__sort_title", "position")


def _word(word: str) -> Q:
    editions = Edition.objects.filter(resource=OuterRef("pk"), folded__contains=word)
    credits = Credit.objects.filter(resource=OuterRef("pk")).filter(
        Q(folded__contains=word) | Q(organisation__in=list(name_book().holding(word)))
    )
    return Q(Exists(editions)) | Q(Exists(credits))
