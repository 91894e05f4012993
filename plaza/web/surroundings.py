"""What every page knows: the network, the languages, the rooms of the menu."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import translation

from plaza.web.languages import in_language, room_of

_providers: list[Callable[[HttpRequest], dict[str, Any]]] = []


def provide(provider: Callable[[HttpRequest], dict[str, Any]]) -> None:
    """A higher room adds what its part of the frame needs; called from `apps.ready`."""
    if provider not in _providers:
        _providers.append(provider)


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Context of every template, also of the one for a request that was refused at the door."""
    if not hasattr(request, "user"):
        request.user = AnonymousUser()
    page = request.GET.get("page", "")
    known: dict[str, Any] = {
        "demo": settings.PLAZA_DEMO,
        "address": settings.PLAZA_ADDRESS,
        "page_of_list": f"?page={page}" if page.isdecimal() and page != "1" else "",
        "room_here": room_of(request.path),
        "languages": [
            {
                "tag": tag,
                "name": translation.get_language_info(tag)["name_local"],
                "path": (path := in_language(request.path, tag)),
                "url": f"{path}?{query}" if (query := request.GET.urlencode()) else path,
                "current": tag == translation.get_language(),
            }
            for tag, _ in settings.LANGUAGES
        ],
    }
    for provider in _providers:
        known.update(provider(request))
    return known
