"""Reads of the outbox, for the secretariat."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from plaza.network.rules import secretariat
from plaza.post.models import Letter
from plaza.post.states import State
from plaza.web.desk import Waiting


@dataclass(frozen=True)
class OutboxFilter:
    """Which letters are shown; it stands in the address."""

    state: str = ""
    words: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "OutboxFilter":
        """What the address says; what it does not know is left out."""
        state = query.get("state", "")
        return cls(state if state in State else "", query.get("q", "").strip()[:200])

    @property
    def query(self) -> str:
        """The address again, for the next page."""
        query = QueryDict(mutable=True)
        pairs = {"state": self.state, "q": self.words}
        query.update({key: value for key, value in pairs.items() if value})
        return f"{query.urlencode()}&" if query else ""


def letters(narrow: OutboxFilter) -> QuerySet[Letter]:
    """Letters, the newest first."""
    found = Letter.objects.select_related("person").defer("text", "html")
    if narrow.state:
        found = found.filter(state=narrow.state)
    for word in narrow.words.split():
        found = found.filter(to__icontains=word) | found.filter(subject__icontains=word)
    return found


def letters_by_state() -> dict[str, int]:
    """How many letters stand where."""
    rows = Letter.objects.order_by().values_list("state").annotate(number=Count("pk"))
    return dict(rows)


def letter_at_desk(viewer: Any, pk: int) -> Letter:
    """One letter."""
    found = Letter.objects.select_related("person").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def open_questions(viewer: Any) -> int | None:
    """How many letters wait for a person's decision."""
    number = Letter.objects.filter(state__in=(State.UNCERTAIN, State.FAILED)).count()
    return number or None


def letters_that_wait(viewer: Any) -> Iterable[Waiting]:
    """Uncertain and failed letters, as things that wait at the desk."""
    if not secretariat(viewer):
        return
    undecided = Letter.objects.filter(state__in=(State.UNCERTAIN, State.FAILED))
    for letter in undecided.select_related("person").defer("text", "html")[:20]:
        who = letter.person or letter.to
        uncertain = letter.state == State.UNCERTAIN
        yield Waiting(
            what=_("A letter is uncertain") if uncertain else _("A letter was not sent"),
            why=(
                _("The line broke while we wrote to %(who)s. The letter is there or not.")
                if uncertain
                else _("The server did not take the letter to %(who)s.")
            )
            % {"who": who},
            button=_("Look at it"),
            url=reverse("post:letter", args=[letter.pk]),
        )
