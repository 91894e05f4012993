"""Reads of the network itself."""

from typing import Any

from django.http import HttpRequest

from plaza.network.models import Network


def the_network() -> Network:
    """The network as it is set up, or the empty one before anybody has."""
    return Network.objects.first() or Network.empty()


def network_of(request: HttpRequest) -> Network:
    """The network, read once per request."""
    if not hasattr(request, "_network"):
        request._network = the_network()  # type: ignore[attr-defined]
    found: Any = request._network  # type: ignore[attr-defined]
    return found  # type: ignore[no-any-return]
