"""What of the library a viewer sees."""

from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.http import Http404

from plaza.library.models import Credit, Edition, File, Resource
from plaza.library.states import State
from plaza.network.models import Organisation
from plaza.network.queries import as_read_by
from plaza.network.rules import visible_to
from plaza.programmes.models import Programme
from plaza.web.refusals import Gone, Moved

NAMED = (
    "resource",
    "name",
    "role",
    "position",
    "organisation__slug",
    "organisation__name",
    "organisation__sort_name",
    "organisation__country",
    "organisation__visibility",
)


def visible_resources(viewer: Any) -> QuerySet[Resource]:
    """Works a viewer sees, without those that were withdrawn or merged into another."""
    return Resource.objects.filter(
        visible_to(viewer), withdrawn_at__isnull=True, merged_into__isnull=True
    )


def newest_resources(viewer: Any, count: int = 4) -> list[Resource]:
    """The works that were added last, with what a list shows of them."""
    return list(with_words(viewer, visible_resources(viewer)).order_by("-added_at", "-id")[:count])


def resources_of_organisation(viewer: Any, organisation: Organisation) -> QuerySet[Resource]:
    """Works that an organisation is named behind, the newest first."""
    mine = Credit.objects.filter(organisation=organisation).values("resource")
    return newest_first(with_words(viewer, visible_resources(viewer).filter(pk__in=mine)))


def resources_of_programme(viewer: Any, programme: Programme) -> QuerySet[Resource]:
    """Works that came of a programme, the newest first."""
    return newest_first(with_words(viewer, visible_resources(viewer).filter(programme=programme)))


def visible_resource(viewer: Any, slug: str) -> Resource:
    """The work of this address, or 404, 410 when it was withdrawn, 301 when it was merged."""
    resource = (
        with_words(viewer, Resource.objects.filter(visible_to(viewer), slug=slug))
        .select_related("merged_into", "programme", "contact")
        .prefetch_related("topics")
        .first()
    )
    if resource is None:
        raise Http404
    if resource.merged_into is not None:
        raise Moved(resource.merged_into.get_absolute_url())
    if resource.withdrawn_at is not None:
        raise Gone(resource.sort_title)
    return resource


def visible_edition(viewer: Any, slug: str, language: str) -> Edition:
    """One language of a work; 410 when it was withdrawn, 301 when its work was merged."""
    resource = visible_resource(viewer, slug)
    edition = resource.editions.filter(language__iexact=language).first()
    if edition is None:
        raise Http404
    if edition.state == State.WITHDRAWN:
        raise Gone(edition.title)
    edition.resource = resource
    return edition


def visible_file(viewer: Any, id: int) -> File:
    """A stored file of a work that a viewer sees."""
    file = File.objects.select_related("resource", "edition").filter(pk=id).first()
    if file is None or not file.content:
        raise Http404
    visible_resource(viewer, file.resource.slug)
    if file.edition is not None and file.edition.state == State.WITHDRAWN:
        raise Gone(file.edition.title)
    return file


def words_of_works(viewer: Any) -> "tuple[Prefetch[Any, Any, Any], Prefetch[Any, Any, Any]]":
    """What a list needs of works: editions without long texts, names as the viewer may read."""
    return (
        Prefetch("editions", Edition.objects.defer("text", "folded")),
        Prefetch("credits", as_read_by(viewer, Credit.objects.all()).only(*NAMED)),
    )


def with_words(viewer: Any, works: QuerySet[Resource]) -> QuerySet[Resource]:
    """Works with what a list needs of them."""
    return works.prefetch_related(*words_of_works(viewer))


def newest_first(works: QuerySet[Resource]) -> QuerySet[Resource]:
    """Works in the order of their years, those without one at the end."""
    return works.order_by(F("year").desc(nulls_last=True), "-id")
