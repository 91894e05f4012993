"""The desk's list of programmes, the page on which one is kept, and the money of a year."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.ledger.meanwhile import seen_in
from plaza.programmes import actions, queries
from plaza.programmes.forms import desk as sections
from plaza.programmes.forms.money import ContributionRow
from plaza.programmes.forms.programmes import PartnerRow, ProgrammeForm
from plaza.programmes.forms.strands import NewStrandForm, StrandForm
from plaza.programmes.models import Contribution, Partner, Programme, Strand
from plaza.web.answers import done, page, performs
from plaza.web.rows import keep_rows, row_set, saves_by_itself
from plaza.web.text import as_text

SECTIONS: dict[str, Callable[[Programme], dict[str, Any]]] = {
    "partners": sections.partners,
    "strands": sections.strands,
    "money": sections.money,
}


@require_GET
def programmes(request: HttpRequest) -> HttpResponse:
    """All programmes, the newest first."""
    found = list(queries.desk_programmes(request.user))
    years = queries.years_with_money()
    return page(request, "programmes/desk/programmes.html", programmes=found, years=years)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter a programme; the rest is added on its own page."""
    form = ProgrammeForm(request.POST if request.method == "POST" else None)
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.record_programme, by=request.user, **facts):
        return page(request, "programmes/desk/new.html", form=form)
    programme: Programme = form.result  # type: ignore[attr-defined]
    return done(request, to=at(programme), say=_("“%(title)s” is entered.") % {"title": programme})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, programme: Programme) -> HttpResponse:
    """What a programme is."""
    if request.method == "GET":
        return page(request, "programmes/desk/edit.html", **sections.desk_page(programme))
    form = ProgrammeForm(request.POST, programme=programme)
    facts = form.cleaned_data if form.is_valid() else {}
    seen = seen_in(request.POST)
    if not performs(form, actions.edit_programme, programme, by=request.user, seen=seen, **facts):
        shown = sections.desk_page(programme, form=form)
        return page(request, "programmes/desk/edit.html", **shown)
    return done(request, to=at(programme), part="web/forms/saved.html", say=_("Saved."))


@require_POST
def partners(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Who carries a programme, as rows."""
    rows = row_set(PartnerRow, data=request.POST, prefix="partners")
    deeds = (partial(actions.add_partner, programme), actions.edit_part)
    return _rows(request, programme, "partners", rows, Partner, deeds)


@require_POST
def contributions(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Money of a programme, as rows."""
    rows = row_set(ContributionRow, data=request.POST, prefix="money")
    deeds = (partial(actions.add_contribution, programme), actions.edit_contribution)
    return _rows(request, programme, "money", rows, Contribution, deeds)


@require_POST
def add_strand(request: HttpRequest, programme: Programme) -> HttpResponse:
    """Add a strand, or a part of one."""
    form = NewStrandForm(request.POST, programme=programme, prefix="new")
    facts = dict(form.cleaned_data) if form.is_valid() else {}
    facts |= {name: as_text(facts[name]) for name in ("title", "text") if name in facts}
    if not performs(form, actions.add_strand, programme, by=request.user, **facts):
        return _again(request, programme, "strands", new_strand=form)
    return _done(request, programme, "strands", _("The strand is added."))


@require_POST
def edit_strand(request: HttpRequest, strand: Strand) -> HttpResponse:
    """Change a strand's number, title, kind and text, in the language in which it is shown."""
    form = StrandForm(request.POST, prefix=f"strand-{strand.pk}")
    facts = dict(form.cleaned_data) if form.is_valid() else {}
    for name in ("title", "text") if facts else ():
        words = getattr(strand, name)
        facts[name] = words.plus(facts[name].replace("\r\n", "\n"), words.said().language)
    if not performs(form, actions.edit_part, strand, by=request.user, **facts):
        return _again(request, strand.programme, "strands", wrong=form)
    return _done(request, strand.programme, "strands", _("Saved."))


def _mover(move: Callable[..., Any]) -> Callable[[HttpRequest, Strand], HttpResponse]:
    @require_POST
    def moved(request: HttpRequest, strand: Strand) -> HttpResponse:
        """Give a strand another place in the tree."""
        say = "" if move(strand, by=request.user) else _("It cannot go further that way.")
        return _done(request, strand.programme, "strands", say)

    return moved


raise_strand = _mover(partial(actions.shift_strand, steps=-1))
sink_strand = _mover(partial(actions.shift_strand, steps=1))
lower_strand = _mover(actions.lower_strand)
lift_strand = _mover(actions.lift_strand)


@require_POST
def remove_strand(request: HttpRequest, strand: Strand) -> HttpResponse:
    """Take a strand out, with the parts inside it."""
    name = str(strand)
    actions.remove_part(strand, by=request.user)
    say = _("Taken out: %(name)s.") % {"name": name}
    return _done(request, strand.programme, "strands", say)


@require_GET
def money(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The money of a year, programme by programme."""
    years = queries.years_with_money()
    year = year or (years[0] if years else timezone.localdate().year)
    return page(
        request, "programmes/desk/money.html", money=queries.money_in_year(year), years=years
    )


@require_POST
def pay(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Say that money was paid."""
    actions.pay_contribution(contribution, by=request.user)
    return done(request, to=at(contribution.programme, "money"), say=_("It is paid."))


def at(programme: Programme, place: str = "") -> str:
    """The desk's page of a programme, at one of its sections."""
    return reverse("programmes:edit", args=[programme.slug]) + (f"#{place}" if place else "")


def _rows(
    request: HttpRequest, programme: Programme, section: str, rows: Any, model: Any, deeds: Any
) -> HttpResponse:
    """Keep rows; those the page sent by itself are answered with the new keys alone."""
    by_itself, (add, edit) = saves_by_itself(request), deeds
    kept = keep_rows(
        rows,
        find=lambda key: model.objects.filter(programme=programme, pk=key).first(),
        add=partial(add, by=request.user),
        edit=partial(edit, by=request.user),
        remove=None if by_itself else partial(actions.remove_part, by=request.user),
    )
    if by_itself:
        return page(request, "web/forms/sheet_kept.html", kept=kept, formset=rows)
    if kept.wrong:
        name = "contributions" if section == "money" else section
        return _again(request, programme, section, **{name: rows})
    return _done(request, programme, section, _("Saved."))


def _again(request: HttpRequest, programme: Programme, section: str, **sent: Any) -> HttpResponse:
    """The section with what is wrong; without htmx the whole page around it."""
    fresh = queries.desk_programme(request.user, programme.slug)
    if getattr(request, "htmx", False):
        shown = {**SECTIONS[section](fresh), **sent}
        return page(request, f"programmes/desk/_{section}.html", **shown)
    return page(request, "programmes/desk/edit.html", **sections.desk_page(fresh, **sent))


def _done(request: HttpRequest, programme: Programme, section: str, say: str) -> HttpResponse:
    fresh = queries.desk_programme(request.user, programme.slug)
    shown = SECTIONS[section](fresh) if getattr(request, "htmx", False) else {}
    part = f"programmes/desk/_{section}.html"
    return done(request, to=at(fresh, section), part=part, say=say, **shown)
