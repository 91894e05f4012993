"""Every page of the product with one example of each, found as people find them: by links."""

import inspect
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve
from selectolax.lexbor import LexborHTMLParser

from plaza.web.routes import every_route
from plaza.web.rules import anyone
from tests.browser.visitors import signed_in

SIGN_IN = {"account_request_login_code"}
SIGNED_IN = {"account_logout", "mfa_list_webauthn", "mfa_add_webauthn"}


class Example(NamedTuple):
    """One page: the name of its route, where it is, its status, whether visitors may read it."""

    name: str
    address: str
    status: int
    is_public: bool


def every_page(*more):
    """One example of each page, where Dora reaches it, in the order of their names."""
    visitor = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    dora = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
    dora.cookies[settings.SESSION_COOKIE_NAME] = signed_in("dora@plaza.example")
    found, seen, ways, extra = {}, set(), _entries(), list(more)
    while ways or extra:
        address = ways.pop(0) if ways else extra.pop(0)
        name = _name(address)
        if name is None or (name in seen and address not in more):
            continue
        seen.add(name)
        answer = (visitor if name in SIGN_IN else dora).get(address)
        answer.close()
        if 300 <= answer.status_code < 400:
            ways.append(urlsplit(answer["Location"]).path)
            continue
        if _is_page(name) and not answer.streaming and b"<html" in answer.content:
            found.setdefault(name, Example(name, address, answer.status_code, _is_public(name)))
            ways += _links(answer.content)
    return [found[name] for name in sorted(found)], seen


def unseen(seen):
    """Pages to which no link leads: routes that answer GET, files left out."""
    return {
        route.name
        for route in every_route()
        if _is_page(route.name) and "." not in route.pattern and route.name not in seen
    }


def methods(view):
    """The methods that a view says it answers, or none where it says nothing."""
    while view is not None:
        closed = inspect.getclosurevars(view).nonlocals if inspect.isfunction(view) else {}
        if "request_method_list" in closed:
            return closed["request_method_list"]
        view = getattr(view, "__wrapped__", None)
    return ()


def _entries():
    """All routes without a variable part, the home first."""
    fixed = [f"/{route.pattern}" for route in every_route() if not re.search("[<(]", route.pattern)]
    return sorted(fixed, key=len)


def _is_page(name):
    return name in SIGN_IN | SIGNED_IN or "GET" in methods(_views()[name])


def _links(content):
    for link in LexborHTMLParser(content).css("a[href]"):
        href = urlsplit(link.attributes["href"] or "")
        if not href.scheme and not href.netloc and href.path.startswith("/"):
            yield href.path


def _name(address):
    if address.startswith("/uk/"):
        return None
    try:
        return resolve(address).view_name
    except Resolver404:
        return None


def _is_public(name):
    return name in SIGN_IN or getattr(_views()[name], "allow", None) is anyone


def _views():
    return {route.name: route.view for route in every_route()}
