"""The pieces of an activity, typed like a spreadsheet: each row is saved by itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from plaza.activities import actions
from plaza.activities.forms.activities import performs_meanwhile
from plaza.activities.forms.calls import call_form
from plaza.activities.forms.lines import PasteForm, lines_of, take_lines
from plaza.activities.forms.pieces import PieceForm, form_of, next_row, row_form
from plaza.activities.forms.sheets import ShownSheet, shown, shown_sheets
from plaza.activities.models import Activity
from plaza.activities.queries import Piece, Sheet
from plaza.library.queries import works_like
from plaza.web.answers import done, page, performs


@require_GET
def pieces(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Every sheet of an activity."""
    return _whole(request, activity)


@require_POST
def add(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Add a row; the next one is ready below it."""
    form = row_form(sheet, request.POST)
    facts = form.facts() if form.is_valid() else {}
    if not performs(form, actions.add_piece, sheet.activity, sheet.kind, by=request.user, **facts):
        return _again(request, form)
    row = row_form(sheet, record=form.result)  # type: ignore[attr-defined]
    rows = {"added": row, "new": next_row(sheet, row.record, focus=True)}
    return done(request, to=_at(sheet), part="activities/_added.html", **rows)


@require_POST
def save(request: HttpRequest, piece: Piece) -> HttpResponse:
    """Save a row that is there."""
    form = form_of(piece, request.POST)
    facts = form.facts() if form.is_valid() else {}
    if not performs_meanwhile(form, actions.edit_piece, piece.record, by=request.user, **facts):
        return _again(request, form)
    piece.record.refresh_from_db()
    return done(
        request,
        to=_at(piece.sheet, form.key),
        part="activities/_kept.html",
        row=form_of(piece).after(form),
        kept=True,
    )


@require_POST
def remove(request: HttpRequest, piece: Piece) -> HttpResponse:
    """Take a row out."""
    name = str(piece.record)
    actions.remove_piece(piece.record, by=request.user)
    say = _("Taken out: %(piece)s") % {"piece": name}
    return done(request, to=_at(piece.sheet), part="activities/_gone.html", say=say)


@require_POST
def paste(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Add a row for each pasted line; what was not taken stays in the field with the reason."""
    sent = request.POST
    lines = lines_of(sheet, sent.get("lines", ""), as_new=bool(sent.get("as_new")))
    pasted = take_lines(lines, by=request.user)
    if pasted.refused or not pasted.taken:
        left = PasteForm({**sent.dict(), "lines": pasted.left}, kind=sheet.kind, why=pasted.why)
        return _sent(request, shown(sheet, paste=left), paste=left)
    count = len(pasted.taken)
    say = ngettext("%(count)s row is added.", "%(count)s rows are added.", count) % {"count": count}
    rows = {"activity": sheet.activity, "sheet": shown(sheet, focus=True)}
    return done(request, to=_at(sheet), part="activities/_sheet.html", say=say, **rows)


@require_POST
def call(request: HttpRequest, activity: Activity) -> HttpResponse:
    """Write down how people can come."""
    form = call_form(activity, request.POST)
    facts = form.facts() if form.is_valid() else {}
    if not performs_meanwhile(form, actions.set_call, activity, by=request.user, **facts):
        return _whole(request, activity, call=form)
    return done(request, to=f"{activity.desk_url('pieces')}#call", say=_("The call is saved."))


@require_GET
def works(request: HttpRequest) -> HttpResponse:
    """Suggestions for a work of the library."""
    words = request.GET.get("q", "").strip()[:100]
    found = works_like(request.user, words) if words else []
    return render(request, "activities/_works.html", {"works": found})


def _at(sheet: Sheet, place: str = "") -> str:
    return f"{sheet.activity.desk_url('pieces')}#{place or sheet.kind}"


def _again(request: HttpRequest, form: PieceForm) -> HttpResponse:
    """The row with what is wrong; without htmx the whole page around it."""
    if getattr(request, "htmx", False):
        part = "activities/_kept.html" if form.record else "activities/_row.html"
        return page(request, part, row=form)
    return _sent(request, shown(form.sheet, form=form), row=form)


def _sent(request: HttpRequest, sheet: ShownSheet, **context: Any) -> HttpResponse:
    activity = sheet.sheet.activity
    if getattr(request, "htmx", False):
        return page(request, "activities/_sheet.html", activity=activity, sheet=sheet, **context)
    return _whole(request, activity, sent=sheet, **context)


def _whole(
    request: HttpRequest, activity: Activity, sent: ShownSheet | None = None, **context: Any
) -> HttpResponse:
    context.setdefault("call", call_form(activity))
    sheets = shown_sheets(activity, sent)
    return page(request, "activities/pieces.html", activity=activity, sheets=sheets, **context)
