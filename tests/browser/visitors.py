"""People who come to the site with a browser of their own."""

import re

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from playwright.sync_api import expect

from plaza.network.models import Person

PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)
EXPECTED = re.compile(r"status of (403|404|409|410|422|503)|ERR_INTERNET_DISCONNECTED|^htmx:")


class Visitors:
    """Opens browsers and hears what their pages complain about."""

    def __init__(self, chromium, address):
        self.chromium = chromium
        self.address = address
        self.contexts = []
        self.complaints = []

    def __enter__(self):
        return self

    def __exit__(self, *_fault):
        for context in self.contexts:
            context.close()

    def come(self, who=None, *, script=True, width=1440, height=900, **wishes):
        """A page in a browser of its own; `who` is the address of somebody signed in."""
        context = self.chromium.new_context(
            base_url=self.address,
            java_script_enabled=script,
            viewport={"width": width, "height": height},
            locale="en-GB",
            reduced_motion="reduce",
            **wishes,
        )
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if who:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": signed_in(who)}
            context.add_cookies([cookie | {"url": self.address}])
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        return page

    def _hear(self, message):
        if message.type in {"error", "warning"} and not EXPECTED.search(message.text):
            place = (message.location or {}).get("url", "").removeprefix(self.address)
            self.complaints.append(f"{place}: {message.text}")


def sign_in_by_code(page, address):
    """Sign in as people do: ask for a code, read it, type it."""
    page.goto("/sign-in/")
    page.get_by_role("textbox", name="Email").fill(address)
    page.get_by_role("button", name="Send me a code").click()
    code = page.get_by_text("This is a demonstration").locator("strong").inner_text()
    page.get_by_role("textbox", name="Code").fill(code)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)


def signed_in(address):
    """The key of a session that somebody has opened a moment ago."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    person = Person.objects.by_address(address)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, person, method="code")
    request.session.save()
    return request.session.session_key
