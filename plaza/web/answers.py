"""What a view answers: a page, or the end of a deed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from plaza.web.refusals import Refused


def page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """A rendered page; 422 if it carries a form that was filled in wrongly."""
    wrong = any(
        isinstance(value, forms.BaseForm | forms.BaseFormSet)
        and value.is_bound
        and not value.is_valid()
        for value in context.values()
    )
    answer = render(request, template, context, status=422 if wrong else 200)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def done(
    request: HttpRequest,
    *,
    to: Any,
    part: str | None = None,
    say: Any = None,
    **context: Any,
) -> HttpResponse:
    """After a deed: the changed part for htmx, a redirect to the thing for all others.

    `say` is the sentence the person reads next; it names what happens now.
    """
    if getattr(request, "htmx", False) and part:
        subject = {str(to._meta.model_name): to} if isinstance(to, Model) else {}
        answer = render(request, part, {**subject, **context, "said": say})
        answer.headers["HX-Trigger"] = "plaza:deed"  # what tells of deeds loads itself anew
    else:
        if say:
            messages.success(request, say)
        answer = redirect(to)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def performs(form: forms.BaseForm, action: Callable[..., Any], *args: Any, **facts: Any) -> bool:
    """Run an action for a valid form; its refusal becomes a sentence on the form, nothing is lost.

    What the action answered is kept in `form.result`.
    """
    if not form.is_valid():
        return False
    try:
        form.result = action(*args, **facts)  # type: ignore[attr-defined]
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
