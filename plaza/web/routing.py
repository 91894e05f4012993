"""One URL: where it is, among which things it looks, and who may use it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from plaza.web.rules import asks_visitors


def route(
    pattern: str,
    view: Callable[..., HttpResponseBase],
    *,
    name: str,
    allow: Callable[..., bool],
    among: Callable[..., Any] | None = None,
) -> URLPattern:
    """Declare a URL with its access; the view receives the object, found and allowed.

    `among(viewer, **kwargs)` finds the one thing this viewer can see, or raises Http404,
    `Gone` or `Moved`. `allow(viewer, thing)` settles who; otherwise the answer is 403, or the
    way to sign in for somebody who has not.
    """

    @wraps(view)
    def endpoint(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        found = [among(request.user, **kwargs)] if among else []
        if not allow(request.user, *found):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise PermissionDenied
        return view(request, *found, **({} if among else kwargs))

    endpoint.allow = allow  # type: ignore[attr-defined]
    endpoint.among = among  # type: ignore[attr-defined]
    return path(
        pattern,
        login_not_required(endpoint) if asks_visitors(allow) else endpoint,
        name=name,
    )
