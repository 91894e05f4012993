"""The desk: what waits today, and the making of an overview."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.publishing import actions
from plaza.publishing.forms import ArrangeForm, BeginForm, ChapterForm, OverviewForm
from plaza.publishing.models import Chapter, Overview
from plaza.publishing.pages import files_of
from plaza.publishing.queries import visible_overviews
from plaza.publishing.queries.day import Day
from plaza.publishing.queries.making import activities_of, years_without_overview
from plaza.publishing.queries.overviews import LANGUAGES
from plaza.web.answers import done, page, performs


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What waits for whom, each with one button."""
    return page(request, "publishing/today.html", day=Day(request.user, timezone.localdate()))


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All overviews, and years that have none."""
    return _all(request, BeginForm())


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin the overview of a year."""
    form = BeginForm(request.POST)
    year = form.cleaned_data.get("year") if form.is_valid() else None
    if not performs(form, actions.begin_overview, year, by=request.user):
        return _all(request, form)
    at = reverse("publishing:edit", args=[year])
    return done(request, to=at, say=_("Now choose order and words."))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, overview: Overview) -> HttpResponse:
    """The words of an overview."""
    form = OverviewForm(request.POST or None, overview=overview)
    if request.method == "GET" or not form.is_valid():
        return _making(request, overview, form=form)
    if not performs(form, actions.edit_overview, overview, by=request.user, **form.changed()):
        return _making(request, overview, form=form)
    return done(request, to=overview.desk_url, say=_("Saved. The page and the PDF follow."))


@require_POST
def arrange(request: HttpRequest, overview: Overview) -> HttpResponse:
    """The order of the activities."""
    form = ArrangeForm(request.POST, overview=overview, activities=activities_of(overview))
    if not form.is_valid() or not performs(
        form, actions.arrange_chapters, overview, by=request.user, **form.arrangement()
    ):
        return _making(request, overview, arranging=form)
    return done(request, to=overview.desk_url, say=_("The order is saved."))


@require_http_methods(["GET", "POST"])
def chapter(request: HttpRequest, chapter: Chapter) -> HttpResponse:
    """The words of an activity in this overview."""
    form = ChapterForm(request.POST or None, chapter=chapter)
    if request.method == "POST" and form.is_valid():
        overview, activity = chapter.overview, chapter.activity
        facts = {"activity": activity, **form.changed()}
        if performs(form, actions.edit_chapter, overview, by=request.user, **facts):
            return done(request, to=overview.desk_url, say=_("Saved. The page and the PDF follow."))
    return page(request, "publishing/desk_chapter.html", chapter=chapter, form=form)


@require_POST
def publish(request: HttpRequest, overview: Overview) -> HttpResponse:
    """Let everybody read it, or say beside its words what is missing."""
    form = forms.Form(request.POST)
    if not performs(form, actions.publish_overview, overview, by=request.user):
        return _making(request, overview, publishing=form)
    return done(request, to=overview, say=_("Everybody can read it now."))


@require_POST
def withdraw(request: HttpRequest, overview: Overview) -> HttpResponse:
    """Take it back."""
    actions.withdraw_overview(overview, by=request.user)
    return done(request, to=overview.desk_url, say=_("Taken back. Its address says so."))


def _all(request: HttpRequest, form: BeginForm) -> HttpResponse:
    return page(
        request,
        "publishing/desk_overviews.html",
        overviews=visible_overviews(request.user),
        years=years_without_overview(),
        form=form,
    )


def _making(
    request: HttpRequest,
    overview: Overview,
    *,
    form: OverviewForm | None = None,
    arranging: ArrangeForm | None = None,
    publishing: forms.Form | None = None,
) -> HttpResponse:
    return page(
        request,
        "publishing/desk_overview.html",
        overview=overview,
        editions=[
            (get_language_info(tag)["name_local"], files_of(overview, tag)) for tag in LANGUAGES
        ],
        form=form or OverviewForm(overview=overview),
        publishing=publishing,
        arranging=arranging or ArrangeForm(overview=overview, activities=activities_of(overview)),
    )
