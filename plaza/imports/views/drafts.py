"""One found record beside its source."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plaza.imports import actions
from plaza.imports.forms.review import ReviewForm
from plaza.imports.items import items_of
from plaza.imports.models import Draft
from plaza.imports.names import NOT_A
from plaza.imports.queries.records import address_of, match_of
from plaza.imports.queries.review import next_question, next_waiting, review_of
from plaza.imports.queries.source import CONCLUDED
from plaza.web.answers import done, page


@require_GET
def draft(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Is this what the page says?"""
    return _page(request, draft, ReviewForm(draft.kind, items_of(draft.fields)))


@require_POST
def accept_draft(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Accept what is sure and what was confirmed; go on with the next record."""
    form = ReviewForm(draft.kind, items_of(draft.fields), request.POST)
    if not form.is_valid():
        return _page(request, draft, form, status=422)
    take = _numbers_to_take(draft, form)
    actions.accept_draft(draft, by=request.user, take=take, values=form.values())
    following = next_waiting(draft)
    if following is None:
        return done(request, to=draft.document, say=_("That was the last one of this document."))
    said = _("“%(title)s” is accepted.") % {"title": draft.title}
    return done(request, to=_url(following), say=said)


@require_POST
def correct_draft(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Keep corrected values; nothing is accepted yet."""
    form = ReviewForm(draft.kind, items_of(draft.fields), request.POST)
    if not form.is_valid():
        return _page(request, draft, form, status=422)
    actions.correct_draft(draft, by=request.user, values=form.values())
    return redirect(_url(draft, at=_number(request.POST.get("at"))))


@require_POST
def answer_draft(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Answer the question of a field; go on with the next one."""
    number, _sign, choice = request.POST.get("answer", "").partition(":")
    at = _number(number) or 0
    actions.answer_draft(draft, number=at, choice=choice, by=request.user)
    draft.refresh_from_db()
    return redirect(_url(draft, at=next_question(draft, at)))


@require_POST
def choose_record(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Say that the draft is the record it may be, or that it is new."""
    record = match_of(draft) if request.POST.get("same") else None
    actions.choose_record(draft, record=record, by=request.user)
    return redirect(_url(draft))


@require_POST
def reject_draft(request: HttpRequest, draft: Draft) -> HttpResponse:
    """This is no record; go on with the next one."""
    actions.reject_draft(draft, by=request.user)
    following = next_waiting(draft)
    said = _("“%(title)s” is left out.") % {"title": draft.title}
    return done(request, to=_url(following) if following else draft.document, say=said)


@require_POST
def undo_draft(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Take back what came of this record; it waits again."""
    kept = actions.undo_draft(draft, by=request.user)
    said = " ".join([_("“%(title)s” waits again.") % {"title": draft.title}, *kept])
    return done(request, to=_url(draft), say=said)


def _page(request: HttpRequest, draft: Draft, form: ReviewForm, status: int = 200) -> HttpResponse:
    review = review_of(draft, at=_number(request.GET.get("at")), editors=form.editors)
    answer = page(
        request,
        "imports/draft.html",
        review=review,
        draft=draft,
        document=draft.document,
        wrong=[one for one in form.editors.values() if one.is_bound and one.errors],
        record_url=address_of(review.record),
        not_a=NOT_A[draft.kind],
        concluded=CONCLUDED,
    )
    answer.status_code = status
    return answer


def _numbers_to_take(draft: Draft, form: ReviewForm) -> set[int]:
    """Sure fields, and those that were just corrected."""
    items = items_of(draft.fields)
    return {item.n for item in items if item.waits and (item.sure or item.n in form.values())}


def _number(words: Any) -> int | None:
    return int(words) if str(words or "").isdigit() else None


def _url(draft: Draft, at: int | None = None) -> str:
    url = reverse("imports:draft", args=[draft.document_id, draft.pk])
    return f"{url}?at={at}#draft-{at}" if at else url
