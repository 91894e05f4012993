"""What came of an upload, in one or two sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.imports.actions import Result
from plaza.imports.models import Document


def said_of(results: Sequence[Result]) -> str:
    """How many files were read, and which were known already."""
    known = [str(result.document) for result in results if result.is_known]
    new = [result.document for result in results if result.document and not result.is_known]
    fresh = [document for document in new if not document.work]
    said = []
    if fresh:
        said.append(_said_of_reading(fresh))
    if later := len(new) - len(fresh):
        said.append(_said_of_later(later))
    if known:
        said.append(_("Read before, nothing was added: %(names)s.") % {"names": ", ".join(known)})
    return " ".join(said)


def _said_of_reading(fresh: Sequence[Document]) -> str:
    if drafts := sum(document.drafts.count() for document in fresh):
        words = ngettext("%(n)s record was found.", "%(n)s records were found.", drafts)
        return words % {"n": drafts}
    words = ngettext("The file is read.", "%(n)s files are read.", len(fresh))
    return words % {"n": len(fresh)}


def _said_of_later(number: int) -> str:
    words = ngettext(
        "A large file is being read. You can leave this page; the work goes on.",
        "%(n)s large files are being read. You can leave this page; the work goes on.",
        number,
    )
    return words % {"n": number}


def said_of_accepting(number: int | None) -> str:
    """What "Accept all sure ones" did, or that it goes on by itself."""
    if number is None:
        return _("The sure ones are being accepted. You can leave this page; the work goes on.")
    words = ngettext(
        "%(n)s record is accepted. What is doubtful waits for you.",
        "%(n)s records are accepted. What is doubtful waits for you.",
        number,
    )
    return words % {"n": number}


def said_of_undoing(kept: Sequence[str] | None) -> str:
    """That an import is taken back and what stays of it, or that the work goes on by itself."""
    if kept is None:
        return _("The import is being taken back. You can leave this page; the work goes on.")
    return " ".join([_("This import is taken back."), *kept])
