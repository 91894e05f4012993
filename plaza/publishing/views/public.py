"""The first page, and overviews to read and to keep."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from plaza.ledger.shelf import kept
from plaza.publishing.models import Overview
from plaza.publishing.pages import overview_page
from plaza.publishing.printing import printed
from plaza.publishing.queries import Edition, visible_overviews
from plaza.publishing.queries.front import Front
from plaza.web.answers import page

ROOMS = ("activities", "figures", "library", "network", "programmes", "publishing")
TYPES = {
    "pdf": "application/pdf",
    "print.pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
@kept(*ROOMS)
def home(request: HttpRequest) -> HttpResponse:
    """What is on, the year in figures, what is new, where it happened."""
    front = Front(request.user, timezone.localdate())
    return page(request, "publishing/home.html", front=front)


@require_safe
@kept(*ROOMS)
def index(request: HttpRequest) -> HttpResponse:
    """All overviews."""
    return page(request, "publishing/overviews.html", overviews=visible_overviews(request.user))


@require_safe
@kept(*ROOMS)
def overview(request: HttpRequest, overview: Overview) -> HttpResponse:
    """The overview of a year, to read on screen."""
    return page(
        request, "publishing/overview.html", **overview_page(overview, request.GET.get("page"))
    )


@require_safe
def edition(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The overview as a file."""
    content = printed(edition.overview, edition.language, edition.form)
    answer = HttpResponse(content, content_type=TYPES[edition.form])
    answer["Content-Disposition"] = f'inline; filename="{edition.file_name}"'
    answer["Cache-Control"] = "no-cache"
    return answer
