"""The sections of a work on the desk: languages, names, parts, files. Each is saved by itself."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plaza.library import actions, queries
from plaza.library.forms import desk as sections
from plaza.library.forms.pieces import (
    DaysForm,
    FileRow,
    LinksForm,
    NewPartForm,
    PartForm,
    UploadForm,
    retitled,
)
from plaza.library.forms.works import CreditRow, NewEditionForm
from plaza.library.models import Credit, Edition, File, Part, Resource
from plaza.library.views.desk import at
from plaza.web.answers import done, page, performs
from plaza.web.rows import keep_rows, row_set, saves_by_itself

SECTIONS: dict[str, Callable[[Resource], dict[str, Any]]] = {
    "languages": sections.languages,
    "names": sections.names,
    "parts": sections.parts,
    "files": sections.files,
}


@require_POST
def add_edition(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Add a language."""
    form = NewEditionForm(request.POST)
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.add_edition, resource, by=request.user, **facts):
        return _again(request, resource, "languages", new_edition=form)
    return _done(request, resource, "languages", _("The language is added."))


def _mover(verb: str) -> Callable[[HttpRequest, Edition], HttpResponse]:
    @require_POST
    def move(request: HttpRequest, edition: Edition) -> HttpResponse:
        """Move an edition on by its verb."""
        actions.move_edition(edition, verb, by=request.user)
        words = {"language": edition.spoken, "state": edition.get_state_display().lower()}
        say = _("%(language)s: %(state)s.") % words
        return _done(request, edition.resource, "languages", say)

    return move


begin_edition = _mover("begin")
submit_edition = _mover("submit")
publish_edition = _mover("publish")
withdraw_edition = _mover("withdraw")


@require_POST
def names(request: HttpRequest, resource: Resource) -> HttpResponse:
    """The names behind a work, as rows."""
    rows = row_set(CreditRow, data=request.POST, prefix="credits")
    deeds = (partial(actions.add_credit, resource), actions.edit_piece)
    return _rows(request, resource, "names", rows, Credit, deeds)


@require_POST
def add_part(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Add a part."""
    form = NewPartForm(request.POST, resource=resource, prefix="new")
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.add_part, resource, by=request.user, **facts):
        return _again(request, resource, "parts", new_part=form)
    return _done(request, resource, "parts", _("The part is added."))


@require_POST
def add_days(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Add days at once."""
    form = DaysForm(request.POST, resource=resource, prefix="days")
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.add_days, resource, by=request.user, **facts):
        return _again(request, resource, "parts", days=form)
    count = len(form.result)  # type: ignore[attr-defined]
    say = ngettext("%(count)d day is added.", "%(count)d days are added.", count)
    return _done(request, resource, "parts", say % {"count": count})


@require_POST
def edit_part(request: HttpRequest, part: Part) -> HttpResponse:
    """Say what a part is called."""
    form = PartForm(request.POST, prefix=f"part-{part.pk}")
    facts = dict(form.cleaned_data) if form.is_valid() else {}
    if facts:
        facts["title"] = retitled(part, facts["title"], part.title.said().language)
    if not performs(form, actions.edit_piece, part, by=request.user, **facts):
        return _again(request, part.resource, "parts", wrong=form)
    return _done(request, part.resource, "parts", _("Saved."))


def _shifter(shift: Callable[..., bool]) -> Callable[[HttpRequest, Part], HttpResponse]:
    @require_POST
    def move(request: HttpRequest, part: Part) -> HttpResponse:
        """Give a part another place in the tree."""
        moved = shift(part, by=request.user)
        say = "" if moved else _("It cannot go further that way.")
        return _done(request, part.resource, "parts", say, moved=part)

    return move


raise_part = _shifter(partial(actions.shift_part, steps=-1))
sink_part = _shifter(partial(actions.shift_part, steps=1))
lower_part = _shifter(actions.lower_part)
lift_part = _shifter(actions.lift_part)


@require_POST
def files(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Files and links, as rows."""
    rows = row_set(FileRow, data=request.POST, prefix="files", resource=resource)
    deeds = (partial(actions.add_link, resource), actions.edit_file)
    return _rows(request, resource, "files", rows, File, deeds)


@require_POST
def links(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Add many links at once; lines without one stay in the field with the reason."""
    form = LinksForm(request.POST, resource=resource, prefix="links")
    facts = dict(form.cleaned_data) if form.is_valid() else {}
    facts["urls"] = facts.pop("addresses", [])
    if not performs(form, actions.add_links, resource, by=request.user, **facts):
        return _again(request, resource, "files", links=form)
    count = len(form.result)  # type: ignore[attr-defined]
    say = ngettext("%(count)d link is added.", "%(count)d links are added.", count)
    said = say % {"count": count}
    if form.left:
        sent = {**request.POST.dict(), "links-addresses": form.left}
        left = LinksForm(sent, resource=resource, prefix="links")
        return _again(request, resource, "files", links=left, said=said)
    return _done(request, resource, "files", said)


@require_POST
def upload(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Keep files here."""
    form = UploadForm(request.POST, request.FILES, resource=resource)
    facts = dict(form.cleaned_data) if form.is_valid() else {}
    if not performs(form, actions.store_files, resource, by=request.user, **facts):
        return _again(request, resource, "files", upload=form)
    stored: actions.Stored = form.result  # type: ignore[attr-defined]
    count = len(stored.files)
    say = ngettext("%(count)d file is added.", "%(count)d files are added.", count)
    sentences = [say % {"count": count}, *stored.refused]
    return _done(request, resource, "files", " ".join(sentences))


@require_POST
def trust(request: HttpRequest, file: File) -> HttpResponse:
    """Say that a link leads where it should."""
    actions.trust_link(file, by=request.user)
    if request.POST.get("next") == "doubtful":
        return done(request, to="library:doubtful", say=_("“%(link)s” is fine.") % {"link": file})
    return _done(request, file.resource, "files", _("“%(link)s” is fine.") % {"link": file})


@require_POST
def remove_part(request: HttpRequest, part: Part) -> HttpResponse:
    """Take a part out; its files stay with the work."""
    return _remove(request, part, "parts")


@require_POST
def remove_edition(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Take a language away."""
    return _remove(request, edition, "languages")


def _remove(request: HttpRequest, piece: Part | Edition, section: str) -> HttpResponse:
    resource, name = piece.resource, str(piece)
    actions.remove_piece(piece, by=request.user)
    return _done(request, resource, section, _("Taken out: %(name)s.") % {"name": name})


def _rows(
    request: HttpRequest, resource: Resource, section: str, rows: Any, model: Any, deeds: Any
) -> HttpResponse:
    """Keep rows; those the page sent by itself are answered with the new keys alone."""
    by_itself, (add, edit) = saves_by_itself(request), deeds
    kept = keep_rows(
        rows,
        find=lambda key: model.objects.filter(resource=resource, pk=key).first(),
        add=partial(add, by=request.user),
        edit=partial(edit, by=request.user),
        remove=None if by_itself else partial(actions.remove_piece, by=request.user),
    )
    if by_itself:
        return page(request, "web/forms/sheet_kept.html", kept=kept, formset=rows)
    if kept.wrong:
        return _again(request, resource, section, **SENT[section](rows))
    return _done(request, resource, section, _("Saved."))


SENT: dict[str, Callable[[Any], dict[str, Any]]] = {
    "names": lambda rows: {"credits": rows},
    "files": lambda rows: {"files": rows},
}


def _again(request: HttpRequest, resource: Resource, section: str, **sent: Any) -> HttpResponse:
    """The section with what is wrong; without htmx the whole page around it."""
    fresh = queries.desk_resource(request.user, resource.slug)
    if getattr(request, "htmx", False):
        shown = SECTIONS[section](fresh)
        return page(request, f"library/desk/_{section}.html", **{**shown, **sent})
    return page(request, "library/desk/edit.html", **sections.desk_page(fresh, **sent))


def _done(
    request: HttpRequest, resource: Resource, section: str, say: str, **more: Any
) -> HttpResponse:
    fresh = queries.desk_resource(request.user, resource.slug)
    shown = SECTIONS[section](fresh) if getattr(request, "htmx", False) else {}
    part = f"library/desk/_{section}.html"
    return done(request, to=at(resource, section), part=part, say=say, **shown, **more)
