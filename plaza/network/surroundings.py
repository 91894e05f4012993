"""What the frame of every page needs of the network."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from plaza.network.accounts import no_letter_leaves
from plaza.network.cast import CAST
from plaza.network.queries import network_of
from plaza.network.rules import desk, secretariat
from plaza.web.desk import RailItem, rail
from plaza.web.routes import every_route
from plaza.web.theme import theme_key

_allowed: dict[str, Any] = {}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The network, its colours, and the links around the page."""
    network = network_of(request)
    key = theme_key(network.accent, network.warm)
    known = {
        "network": network,
        "theme_url": reverse("web:theme", args=[key]) if key else "",
        "foot_links": foot_links(),
        "my_links": my_links(request),
    }
    path = request.path_info
    if "/desk/" in path and desk(request.user):
        known["desk_rooms"] = desk_rooms(request)
    if settings.PLAZA_DEMO and "/sign-in/" in path:
        known |= {"cast": CAST, "demo_code": _code_in_session(request)}
    if "/sign-in/" in path:
        known["no_letter_leaves"] = no_letter_leaves()
    return known


def foot_links() -> list[dict[str, str]]:
    """What stands at the end of every page."""
    return [
        {"url": reverse("network:about"), "label": _("About")},
        {"url": reverse("network:accessibility"), "label": _("Accessibility")},
        {"url": reverse("network:privacy"), "label": _("Privacy")},
    ]


def my_links(request: HttpRequest) -> list[dict[str, str]]:
    """Where a person who has signed in can go."""
    if not request.user.is_authenticated:
        return []
    links = [
        {"url": reverse("network:my"), "label": _("My settings")},
        {"url": reverse("network:my_data"), "label": _("My data")},
    ]
    if desk(request.user):
        first = next((item for item in rail() if _may(item, request)), None)
        if first is not None:
            links.insert(0, {"url": reverse(first.route), "label": _("The desk")})
    return links


def desk_rooms(request: HttpRequest) -> list[dict[str, Any]]:
    """The rail of the desk, in groups; what this person may not use is not there."""
    groups: list[dict[str, Any]] = []
    first = reverse(rail()[0].route)
    for item in rail():
        if not _may(item, request):
            continue
        url = reverse(item.route)
        is_here = request.path == url if url == first else request.path.startswith(url)
        link = {
            "label": item.label,
            "url": url,
            "count": item.count(request.user) if item.count else None,
            "current": is_here,
        }
        if not groups or groups[-1]["label"] != item.section:
            groups.append({"label": item.section, "links": []})
        groups[-1]["links"].append(link)
    return groups


def _may(item: RailItem, request: HttpRequest) -> bool:
    if not _allowed:
        _allowed.update(
            {name: view.allow for name, _p, view in every_route() if hasattr(view, "allow")}
        )
    allow = _allowed.get(item.route, secretariat)
    return bool(allow(request.user))


def _code_in_session(request: HttpRequest) -> str:
    """The code of this browser's own sign-in; a demonstration shows it instead of a letter."""
    waiting = request.session.get("account_login") or {}
    return str(_find(waiting, "code") or "")


def _find(held: Any, name: str) -> Any:
    if isinstance(held, dict):
        if name in held:
            return held[name]
        return next((found for one in held.values() if (found := _find(one, name))), None)
    return None
