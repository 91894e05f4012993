"""The library as everybody reads it."""

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET, require_safe

from plaza.ledger.shelf import kept
from plaza.library import queries
from plaza.library.models import Edition, File, Resource
from plaza.web.answers import page

PER_PAGE = 20


@require_safe
@kept("library", "programmes")
def index(request: HttpRequest) -> HttpResponse:
    """Works, in the reader's languages first, with what they can be narrowed down by."""
    chosen = queries.ResourceFilter.from_query(request.GET)
    facets = queries.facets(request.user, chosen)
    pages = Paginator(queries.found_resources(request.user, chosen), PER_PAGE)
    pages.count = queries.whole_count(facets)  # the facets know it, nobody needs to count again
    paged = pages.get_page(request.GET.get("page"))
    return page(
        request,
        "library/index.html",
        chosen=chosen,
        paged=paged,
        hits=queries.hits(request.user, paged, languages=chosen.language, words=chosen.words),
        facets=facets,
        chips=queries.chips(request.user, chosen, facets),
    )


@require_safe
@kept("library", "programmes", "activities")
def resource(request: HttpRequest, resource: Resource) -> HttpResponse:
    """A work, in the edition that this reader would read."""
    return _work(request, resource, queries.edition_read(resource))


@require_safe
@kept("library", "programmes", "activities")
def edition(request: HttpRequest, edition: Edition) -> HttpResponse:
    """A work in one language."""
    return _work(request, edition.resource, edition)


@require_GET
def file(request: HttpRequest, file: File) -> HttpResponseBase:
    """A file that is stored here; a browser shows a PDF and saves everything else."""
    answer = FileResponse(
        default_storage.open(str(file.content.name)),
        as_attachment=file.format != "pdf",
        filename=file.name,
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["ETag"] = f'"{file.checksum}"'
    return answer


def _work(request: HttpRequest, resource: Resource, read: Edition) -> HttpResponse:
    tree = queries.tree_of(resource)
    return page(
        request,
        "library/resource.html",
        resource=resource,
        read=queries.reading_of(request.user, resource, read, tree),
        tree=tree,
    )
