"""The desk's table of activities, an activity's form, and its moves."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.activities import actions, queries
from plaza.activities.forms.activities import ActivityForm, WhyForm, YearForm, performs_meanwhile
from plaza.activities.models import Activity
from plaza.ledger.words import history_of
from plaza.web.answers import done, page, performs

PAGE = 50


@require_GET
def table(request: HttpRequest) -> HttpResponse:
    """The activities of a year, with how much of each is handed in."""
    asked = queries.ActivityFilter.from_query(request.GET).with_year(
        queries.latest_year(request.user), unless="year" in request.GET
    )
    found = queries.at_the_desk(request.user, queries.found_activities(request.user, asked))
    paged = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return page(
        request,
        "activities/desk.html",
        asked=asked,
        paged=paged,
        rows=[queries.desk_row(one) for one in paged],
        years=queries.years(request.user),
    )


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an activity; then its pieces."""
    year = queries.ActivityFilter.from_query(request.GET).year or timezone.localdate().year
    typed = request.POST if request.method == "POST" else None
    form = ActivityForm(typed, initial={"reporting_year": year})
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.record_activity, by=request.user, **facts):
        return page(request, "activities/new.html", form=form)
    return done(
        request,
        to=_pieces(form.result),  # type: ignore[attr-defined]
        say=_("The activity is entered. Now say who takes part and what came of it."),
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Change what is known of an activity."""
    form = ActivityForm(request.POST if request.method == "POST" else None, activity=activity)
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs_meanwhile(form, actions.edit_activity, activity, by=request.user, **facts):
        return page(request, "activities/edit.html", form=form, **_beside(activity))
    activity.refresh_from_db()
    return done(request, to=_edit(activity), say=_("Saved."))


@require_POST
def duplicate(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Begin one for another year from this one."""
    form = YearForm(request.POST)
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.duplicate_activity, activity, by=request.user, **facts):
        return page(request, "activities/edit.html", form=form, **_beside(activity))
    copy = form.result  # type: ignore[attr-defined]
    return done(
        request,
        to=_edit(copy),
        say=_("This is the copy, seen at the desk only. Set its dates and look at its words."),
    )


def moves(action: Callable[..., Any], say: Any) -> Callable[..., HttpResponse]:
    """A view that makes one move with one button."""

    @require_POST
    def move(request: HttpRequest, activity: Activity) -> HttpResponse:
        action(activity, by=request.user)
        return done(request, to=_edit(activity), say=say)

    return move


def moves_with_words(
    action: Callable[..., Any], say: Any, *names: str
) -> Callable[..., HttpResponse]:
    """A view that makes one move and keeps why."""

    @require_POST
    def move(request: HttpRequest, activity: Activity) -> HttpResponse:
        form = WhyForm(request.POST)
        facts = {name: form.cleaned_data[name] for name in names} if form.is_valid() else {}
        if not performs(form, action, activity, by=request.user, **facts):
            return page(request, "activities/edit.html", why=form, **_beside(activity))
        return done(request, to=_edit(activity), say=say)

    return move


def _beside(activity: Activity) -> dict[str, Any]:
    activity.refresh_from_db()
    return {
        "activity": activity,
        "moves": queries.open_moves(activity),
        "history": history_of(activity),
        "next_year": activity.reporting_year + 1,
    }


def _edit(activity: Activity) -> str:
    return activity.desk_url("edit")


def _pieces(activity: Activity) -> str:
    return activity.desk_url("pieces")
