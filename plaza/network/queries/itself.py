"""Reads of the network itself."""

from copy import copy
from typing import Any

from django.http import HttpRequest

from plaza.ledger.memory import remembered
from plaza.network.models import Network


def the_network() -> Network:
    """The network as it is set up, or the empty one before anybody has."""
    return Network.objects.first() or Network.empty()


def network_of(request: HttpRequest) -> Network:
    """The network as the frame of a page needs it: one of the request's own."""
    if not hasattr(request, "_network"):
        request._network = copy(_as_it_stands())  # type: ignore[attr-defined]
    found: Any = request._network  # type: ignore[attr-defined]
    return found  # type: ignore[no-any-return]


@remembered("network", key=lambda: None, most=4)
def _as_it_stands() -> Network:
    return the_network()
