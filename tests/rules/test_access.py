"""Who may use which address: asked of the product itself by real requests."""

import os
import re
from pathlib import Path

import pytest
from django.urls import reverse

from plaza.web.routes import every_route
from tests.rules.world import build

TABLE = Path(__file__).resolve().parents[2] / "docs" / "access.md"
# Pages of django-allauth: how people sign in and out, and their passkeys.
THIRD_PARTY = {
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_reauthenticate",
    "account_logout",
    "mfa_index",
    "mfa_login_webauthn",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
}
PEOPLE = ("visitor", "ana", "ben", "cleo", "dora", "emil", "fay")
INTRODUCTION = """# Who may use which address

Made by `make access` from real requests: every route is asked once by a visitor and by each member
of the cast, with an object that everybody can see. A changed permission is a changed line here.
**yes**: the answer is a page, a file, or that the address wants to be posted to. *sign in*: the way
to sign in. no: the person may not.

Dora is of the secretariat, Emil is an editor, Ben speaks for a member, Ana hosts, Fay reviews, Cleo
comes from outside.

| Address | Who may | Visitor | Ana | Ben | Cleo | Dora | Emil | Fay |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def test_every_address_says_who_may_use_it():
    silent = {route.name for route in every_route() if not hasattr(route.view, "allow")}

    assert silent == THIRD_PARTY


def test_every_rule_has_a_sentence():
    rules = {route.view.allow for route in every_route() if hasattr(route.view, "allow")}

    assert [rule.__name__ for rule in rules if not (rule.__doc__ or "").strip()] == []


@pytest.mark.django_db
def test_the_access_matrix_is_the_one_we_agreed(client, cast, settings, tmp_path):
    settings.PLAZA_DATA = tmp_path
    found = INTRODUCTION + "\n".join(matrix(client, cast, build(cast))) + "\n"
    if os.environ.get("PLAZA_WRITE_ACCESS"):
        TABLE.write_text(found)

    assert found == TABLE.read_text()


def matrix(client, cast, world):
    lines = []
    for route in every_route():
        names = set(re.findall(r"<(?:\w+:)?(\w+)>", route.pattern))
        address = reverse(route.name, kwargs=world.arguments(route.name, names))
        answers = [asked(client, cast.get(person), address) for person in PEOPLE]
        shown = re.sub(r"<(?:\w+:)?(\w+)>", r"‹\1›", route.pattern)
        lines.append(f"| `/{shown}` | {sentence(route)} | {' | '.join(answers)} |")
    return sorted(lines)


def sentence(route):
    if not hasattr(route.view, "allow"):
        return "Signing in and passkeys."
    return route.view.allow.__doc__.strip().splitlines()[0]


def asked(client, person, address):
    client.logout()
    if person is not None:
        client.force_login(person)
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer)
    if answer.status_code == 302 and answer["Location"].startswith("/sign-in/"):
        return "*sign in*"
    return {403: "no", 404: "not there"}.get(answer.status_code, "**yes**")
