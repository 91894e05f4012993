"""The desk: releases, what was printed, totals without rows."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.figures import actions
from plaza.figures.forms import BalanceForm, FreezeForm, PublishedForm
from plaza.figures.models import OpeningBalance, PublishedFigure, Release
from plaza.figures.queries import desk as queries
from plaza.figures.views.shown import changes_shown
from plaza.web.answers import done, page, performs

Record = PublishedFigure | OpeningBalance


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """How the figures of each year stand."""
    return page(request, "figures/desk.html", years=queries.years_at_desk(request.user))


@require_http_methods(["GET", "POST"])
def freeze(request: HttpRequest, draft: queries.Draft) -> HttpResponse:
    """Freeze a release; first see what changed since the last one."""
    form = FreezeForm(request.POST or None, initial={"cut_off_on": draft.cut_off_on})
    if not performs(form, _freeze(form, draft), by=request.user):
        lines = changes_shown(draft.comparison.lines) if draft.comparison else []
        return page(request, "figures/freeze.html", draft=draft, form=form, lines=lines)
    release = form.result  # type: ignore[attr-defined]
    said = _("Release %(number)s is frozen. The year's page shows it from now on.")
    return done(request, to=release, say=said % {"number": release.number})


@require_POST
def publish(request: HttpRequest, release: Release) -> HttpResponse:
    """Let everybody see a release."""
    actions.publish_release(release, by=request.user)
    return done(request, to="figures:desk", say=_("Everybody sees the release now."))


@require_POST
def hide(request: HttpRequest, release: Release) -> HttpResponse:
    """Show a release at the desk only."""
    actions.hide_release(release, by=request.user)
    return done(request, to="figures:desk", say=_("Only the desk sees the release now."))


@require_http_methods(["GET", "POST"])
def printed(request: HttpRequest) -> HttpResponse:
    """What was printed, with a line to add one more; source and years stay for the next one."""
    remembered = queries.last_typed(request.GET)
    form = PublishedForm(request.POST or None, initial=remembered)
    if performs(form, _with(form, actions.record_published_figure), by=request.user):
        again = queries.typed_again(form.cleaned_data)
        return done(request, to=f"{request.path}?{again}#add", say=_("Kept. Add the next one."))
    found = queries.published_at_desk(request.GET.get("year", ""))
    return page(request, "figures/printed.html", form=form, found=found)


@require_http_methods(["GET", "POST"])
def totals(request: HttpRequest) -> HttpResponse:
    """Totals known without their rows, with a line to add one more."""
    form = BalanceForm(request.POST or None)
    if performs(form, _with(form, actions.record_opening_balance), by=request.user):
        return done(request, to=request.path, say=_("Kept. It counts from now on."))
    return page(request, "figures/totals.html", form=form, found=queries.balances_at_desk())


@require_http_methods(["GET", "POST"])
def edit_printed(request: HttpRequest, figure: PublishedFigure) -> HttpResponse:
    """Correct what was typed of a printed figure."""
    form = PublishedForm(request.POST or None, initial=PublishedForm.initial_of(figure))
    return _edited(request, figure, form, actions.edit_published_figure, "figures:printed")


@require_http_methods(["GET", "POST"])
def edit_total(request: HttpRequest, balance: OpeningBalance) -> HttpResponse:
    """Correct a total."""
    form = BalanceForm(request.POST or None, initial=BalanceForm.initial_of(balance))
    return _edited(request, balance, form, actions.edit_opening_balance, "figures:totals")


@require_POST
def remove_printed(request: HttpRequest, figure: PublishedFigure) -> HttpResponse:
    """Take a printed figure away."""
    actions.remove_published_figure(figure, by=request.user)
    return done(request, to="figures:printed", say=_("Taken out. The history keeps it."))


@require_POST
def remove_total(request: HttpRequest, balance: OpeningBalance) -> HttpResponse:
    """Take a total away."""
    actions.remove_opening_balance(balance, by=request.user)
    return done(request, to="figures:totals", say=_("Taken out. The history keeps it."))


def _edited(
    request: HttpRequest, record: Record, form: Any, action: Callable[..., Any], back: str
) -> HttpResponse:
    if not performs(form, _with(form, action), record, by=request.user):
        return page(request, "figures/edit.html", form=form, record=record, back=back)
    return done(request, to=back, say=_("Kept."))


def _with(form: Any, action: Callable[..., Any]) -> Callable[..., Any]:
    """The action with what the form holds, which is known only once it was found valid."""
    return lambda *record, by: action(*record, by=by, **form.cleaned_data)


def _freeze(form: Any, draft: queries.Draft) -> Callable[..., Release]:
    return lambda by: actions.freeze_release(
        draft.year, by=by, supersedes=draft.last, **form.cleaned_data
    )
