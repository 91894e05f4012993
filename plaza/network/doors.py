"""Doors: nobody sees anything before the network is set up."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plaza.network import set_up


class DoorsMiddleware:
    """While the set-up page waits for its person, every other page says that it is not open yet."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if set_up.is_waiting() and "/set-up/" not in request.path_info:
            return render(request, "network/closed.html", status=503)
        return self.get_response(request)
