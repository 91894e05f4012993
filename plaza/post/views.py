"""The desk: the outbox."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plaza.ledger.words import history_of
from plaza.post import actions, queries
from plaza.post.models import Letter
from plaza.post.states import State
from plaza.post.transport import check, the_server
from plaza.web.answers import done, page

PER_PAGE = 50


@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    """All letters, and whether they left."""
    narrow = queries.OutboxFilter.from_query(request.GET)
    paged = Paginator(queries.letters(narrow), PER_PAGE).get_page(request.GET.get("page"))
    counts = queries.letters_by_state()
    return page(
        request,
        "post/outbox.html",
        narrow=narrow,
        paged=paged,
        states=[(state, state.label, counts[state]) for state in State if counts.get(state)],
        open_questions=queries.open_questions(request.user),
        server=the_server(),
    )


@require_GET
def letter(request: HttpRequest, letter: Letter) -> HttpResponse:
    """One letter."""
    return page(request, "post/letter_page.html", letter=letter, history=history_of(letter))


@require_POST
def resend(request: HttpRequest, letter: Letter) -> HttpResponse:
    """Send it again."""
    actions.resend(letter, by=request.user)
    return done(request, to=_page_of(letter), say=_("It goes out again, within a minute."))


@require_POST
def drop(request: HttpRequest, letter: Letter) -> HttpResponse:
    """Let it lie."""
    actions.drop(letter, by=request.user)
    return done(request, to=_page_of(letter), say=_("It is not sent any more."))


@require_POST
def ask_server(request: HttpRequest) -> HttpResponse:
    """Ask the mail server whether letters would leave."""
    return done(request, to=reverse("post:outbox"), say=check().sentence)


def _page_of(letter: Letter) -> str:
    return reverse("post:letter", args=[letter.pk])
