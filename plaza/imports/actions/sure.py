"""Accepting all that is sure in a document."""

from typing import Any

from django.db import transaction

from plaza.imports.actions.correcting import refuse_undone
from plaza.imports.actions.drafts import accept_what_is_sure, publish_created
from plaza.imports.actions.work import forget_notes_of_work, refuse_at_work
from plaza.imports.kinds.registry import KINDS
from plaza.imports.models import Document, Draft
from plaza.imports.registers import Registers
from plaza.ledger.actions import advance


@transaction.atomic
def accept_sure(document: Document, *, by: Any) -> int:
    """Accept every draft whose identity is sure, with its sure fields; answers how many.

    What is doubtful is never taken: it goes on waiting on its draft. Activities that come of it
    are seen by everybody from then on.
    """
    refuse_undone(document)
    registers = Registers()
    taken = sum(
        accept_what_is_sure(draft, document, registers, by=by) for draft in in_order(document)
    )
    publish_created(document, by=by)
    return taken


@transaction.atomic
def reread_document(document: Document, *, by: Any) -> None:
    """Go on with an import that was taken back, once all of it is."""
    refuse_at_work(document)
    advance(document, "reread", by=by)
    forget_notes_of_work(document)


def in_order(document: Document) -> list[Draft]:
    """The drafts, those that others point to first; rejecting one moves no other."""
    order = list(KINDS)
    drafts = document.drafts.only("kind", "position")
    return sorted(drafts, key=lambda draft: (order.index(draft.kind), draft.position))
