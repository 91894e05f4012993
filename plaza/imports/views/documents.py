"""Documents: handed in, looked over, accepted as far as they are sure, taken back."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.imports import actions
from plaza.imports.forms.upload import UploadForm
from plaza.imports.models import Document
from plaza.imports.queries import documents as queries
from plaza.imports.queries.versions import differences
from plaza.imports.views.words import said_of, said_of_accepting, said_of_undoing
from plaza.web.answers import done, page

PER_PAGE = 50
DRAFTS_PER_PAGE = 200


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """All imports, and a place to hand in more."""
    if request.method == "GET":
        return _index(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _index(request, form)
    results = actions.import_files_soon(form.contents(), by=request.user)
    form.tell_faults([(result.name, result.fault) for result in results if result.fault])
    read = [result.document for result in results if result.document is not None]
    if not form.is_valid():
        return _index(request, form, said=said_of(results) if read else "")
    return done(request, to=read[0] if len(read) == 1 else "imports:index", say=said_of(results))


def _index(request: HttpRequest, form: UploadForm, said: str = "") -> HttpResponse:
    paged = Paginator(queries.documents(request.user), PER_PAGE).get_page(request.GET.get("page"))
    waiting = queries.waiting_drafts()
    return page(
        request, "imports/index.html", form=form, paged=paged, waiting=waiting, just_said=said
    )


@require_GET
def document(request: HttpRequest, document: Document) -> HttpResponse:
    """What was found in a document, and how each of it stands."""
    drafts = document.drafts.select_related("record_type")
    paged = Paginator(drafts, DRAFTS_PER_PAGE).get_page(request.GET.get("page"))
    return page(
        request,
        "imports/document.html",
        document=document,
        paged=paged,
        groups=queries.groups_of(list(paged)),
        overview=queries.overview_of(document),
        differences=differences(document),
    )


@require_GET
def progress(request: HttpRequest, document: Document) -> HttpResponse:
    """How far the work on a document is; a page without script shows the whole document.

    Once the work is done the page loads anew, because its lists are other ones by then.
    """
    if not getattr(request, "htmx", False):
        return redirect(document)
    answer = page(request, "imports/_progress.html", document=document)
    if not document.work:
        answer.headers["HX-Refresh"] = "true"
    return answer


@require_POST
def accept(request: HttpRequest, document: Document) -> HttpResponse:
    """Accept all sure ones; doubtful ones go on waiting."""
    number = actions.accept_sure_soon(document, by=request.user)
    return done(request, to=document, say=said_of_accepting(number))


@require_POST
def undo(request: HttpRequest, document: Document) -> HttpResponse:
    """Take the whole import back."""
    kept = actions.undo_document_soon(document, by=request.user)
    return done(request, to=document, say=said_of_undoing(kept))


@require_POST
def reread(request: HttpRequest, document: Document) -> HttpResponse:
    """Go on with an import that was taken back."""
    actions.reread_document(document, by=request.user)
    return done(request, to=document, say=_("The import is open again. Nothing is accepted yet."))


@require_GET
def source(request: HttpRequest, document: Document) -> FileResponse:
    """The original file, always as a download: foreign files are never shown in the browser."""
    if not document.content:
        raise Http404
    answer = FileResponse(
        document.content.open("rb"),
        as_attachment=True,
        filename=document.name,
        content_type="application/octet-stream",
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
