"""Show once more who you are, before something guarded."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_http_methods

from plaza.web.answers import page

FRESH_SECONDS = 15 * 60


@require_http_methods(["GET", "POST"])
def again(request: HttpRequest) -> HttpResponse:
    """Sign in once more, then go on where she was."""
    onward = _safe(request)
    if request.method == "GET":
        return page(request, "network/again.html", onward=onward)
    logout(request)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': onward})}")


def freshly(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in only who signed in within the last quarter of an hour; others sign in once more."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not _is_fresh(request):
            return redirect(f"{reverse('network:again')}?{urlencode({'next': request.path})}")
        return view(request, *args, **kwargs)

    return guarded


def _is_fresh(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < FRESH_SECONDS


def _safe(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if allowed else reverse("network:my")
