"""The network itself: its settings, what it says about itself, the first set-up."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaza.ledger.shelf import kept
from plaza.ledger.words import history_of
from plaza.network import actions, queries
from plaza.network import set_up as first_start
from plaza.network.forms.itself import NetworkForm, SettingsForm, SetUpForm
from plaza.network.mail_check import check_mail
from plaza.network.models import Network, Person
from plaza.network.personal import every_purpose
from plaza.network.preview import first_page
from plaza.web.answers import done, page, performs
from plaza.web.theme import READY, contrasts, is_colour

SIGNS_IN = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
@kept("network")
def about(request: HttpRequest) -> HttpResponse:
    """What the network is and whom to ask."""
    return page(request, "network/about.html", office=queries.the_office())


@require_GET
@kept("network")
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use these pages, and what is known to be missing."""
    return page(request, "network/accessibility.html")


@require_GET
@kept("network")
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored about people, why, and until when."""
    return page(request, "network/privacy.html", purposes=every_purpose())


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """What the network is called and how it looks."""
    network = queries.the_network()
    typed = _with_pair(request.POST)
    form: NetworkForm = SettingsForm(typed or None, request.FILES or None, network=network)
    if request.POST.keys() & {"try", "pair"}:
        form = form.unjudged()
    if not performs(form, lambda: actions.set_up_network(by=request.user, **form.cleaned_data)):
        history = history_of(network) if network.opened_at else []
        return page(
            request, "network/settings.html", form=form, history=history, **_tried(form, network)
        )
    return done(request, to=reverse("network:settings"), say=_("Saved. Every page shows it now."))


@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest, token: str) -> HttpResponse:
    """The first page of all, opened by a link that is printed on the console."""
    if not first_start.opens(token):
        raise Http404
    network = Network(languages=["en", "uk"])
    typed = _with_pair(request.POST)
    form: NetworkForm = SetUpForm(typed or None, request.FILES or None, network=network)
    asked = check_mail() if "ask_mail" in request.POST else None
    if request.POST.keys() & {"try", "pair", "ask_mail"}:
        form = form.unjudged()
    if not performs(form, lambda: _open(form.cleaned_data)):
        around = _tried(form, network)
        return page(request, "network/set_up.html", form=form, asked=asked, **around)
    _come_in(request, form.result)  # type: ignore[attr-defined]
    said = _("The network is open. Enter its organisations first.")
    return done(request, to=reverse("network:organisations"), say=said)


def _with_pair(typed: QueryDict) -> QueryDict:
    """What was typed, with the colours of the ready pair that was pressed."""
    pair = str(typed.get("pair"))
    if pair not in READY:
        return typed
    changed = typed.copy()
    _name, changed["accent"], changed["warm"] = READY[pair]
    return changed


def _come_in(request: HttpRequest, person: Person) -> None:
    """The link is used up, and whoever had it has signed in."""
    first_start.use_up()
    login(request, person, backend=SIGNS_IN)
    record_authentication(request, person, method="link")


def _open(given: dict[str, Any]) -> Any:
    name, address = given.pop("person"), given.pop("address")
    return actions.open_network(
        person=name, address=address, language=get_language() or "en", **given
    )


def _tried(form: NetworkForm, network: Network) -> dict[str, Any]:
    """The page as it would look with what stands in the form."""
    accent, warm = (_colour(form, network, name) for name in ("accent", "warm"))
    name = str(form["name"].value() or "") or str(network)
    motto = str(form["motto"].value() or "")
    return {
        "ready": READY,
        "pairs": contrasts(accent, warm),
        "previews": [first_page(name, motto, accent, warm, night=one) for one in (False, True)],
    }


def _colour(form: NetworkForm, network: Network, name: str) -> str:
    written = str(form[name].value() or "")
    return written.lower() if is_colour(written) else str(getattr(network, name))
