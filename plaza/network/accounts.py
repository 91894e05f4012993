"""How people sign in: a code by mail or a passkey; there are no passwords and no open sign-up."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plaza.network.models import Person
from plaza.network.queries import the_network

log = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are entered by the desk; nobody opens an account by herself."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": translation.gettext_lazy(
            "This is not the code. Look at the newest letter and type its six digits."
        ),
        "too_many_login_attempts": translation.gettext_lazy(
            "That was too often. Wait a few minutes, then ask for a new code."
        ),
        "rate_limited": translation.gettext_lazy("That was too often. Wait a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by herself."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def format_email_subject(self, subject: str) -> str:
        """The subject holds the fact alone."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A letter in the language of the person, in the house's look."""
        person = Person.objects.by_address(email)
        language = person.language if person else settings.LANGUAGE_CODE
        with translation.override(language):
            words = context | {
                "sheet": _sheet(person, context.get("code", "")),
                "network": the_network(),
                "day": timezone.localdate(),
            }
            headers = {"Content-Language": language}
            self.render_mail(template_prefix, email, words, headers).send()
        if no_letter_leaves() and context.get("code"):
            log.warning("PLAZA_MAIL_URL is not set. The code for %s: %s", email, context["code"])

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Our own guard has asked before (`network.views.again.freshly`)."""
        return False


def no_letter_leaves() -> bool:
    """No mail server is set: whoever has the console of the server finds the codes there."""
    return not settings.PLAZA_DEMO and not settings.PLAZA_MAIL_URL.strip()


def _sheet(person: Person | None, code: str) -> dict[str, Any]:
    """What the letter with a code says."""
    name = person.name if person else ""
    return {
        "subject": _("Your code for signing in"),
        "title": _("%(name)s, here is your code.") % {"name": name},
        "words": (_("Type these six digits on the page where you asked for them."),),
        "code": code,
        "after": (
            _("The code counts for 15 minutes and works once. None of us ever asks for it."),
        ),
        "why": _(
            "You get this letter because somebody typed your address to sign in. "
            "If it was not you, you need do nothing."
        ),
    }
