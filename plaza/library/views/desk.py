"""The desk's list of works, and the page on which one work is kept."""

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaza.ledger.meanwhile import seen_in
from plaza.library import actions, queries
from plaza.library.forms.desk import desk_page
from plaza.library.forms.works import EditionForm, MergeForm, NewWorkForm, WorkForm
from plaza.library.models import Edition, Resource
from plaza.network.forms.languages import usual_languages
from plaza.web.answers import done, page, performs

PER_PAGE = 50


@require_GET
def works(request: HttpRequest) -> HttpResponse:
    """All works, the last added first."""
    chosen = queries.DeskFilter.from_query(request.GET)
    found = queries.desk_resources(request.user, chosen)
    paged = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(work, queries.marks_of(work, links=False)) for work in paged]
    return page(
        request,
        "library/desk/works.html",
        chosen=chosen,
        paged=paged,
        rows=rows,
        ways=queries.WAYS,
        doubtful=queries.doubtful_links(request.user).count(),
    )


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter a work; the rest is added on its own page."""
    form = NewWorkForm(request.POST if request.method == "POST" else None)
    facts = form.cleaned_data if form.is_valid() else {}
    if not performs(form, actions.enter_resource, by=request.user, **facts):
        names = usual_languages()
        return page(request, "library/desk/new.html", form=form, language_names=names)
    resource = form.result  # type: ignore[attr-defined]
    return done(request, to=at(resource), say=_("“%(title)s” is entered.") % {"title": resource})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, resource: Resource) -> HttpResponse:
    """What is true of the work in every language."""
    if request.method == "GET":
        return page(request, "library/desk/edit.html", **desk_page(resource))
    form = WorkForm(request.POST, resource=resource)
    seen = seen_in(request.POST)
    if not performs(form, keep_work, form, resource, by=request.user, seen=seen):
        return page(request, "library/desk/edit.html", **desk_page(resource, work=form))
    return done(request, to=at(resource), part="web/forms/saved.html", say=_("Saved."))


@require_http_methods(["GET", "POST"])
def words(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The words of one language of a work."""
    form = EditionForm(request.POST if request.method == "POST" else None, edition=edition)
    facts = form.cleaned_data if form.is_valid() else {}
    seen = seen_in(request.POST)
    if not performs(form, actions.edit_edition, edition, by=request.user, seen=seen, **facts):
        names = usual_languages()
        return page(
            request, "library/desk/words.html", edition=edition, form=form, language_names=names
        )
    to = at(edition.resource, "languages")
    return done(request, to=to, part="web/forms/saved.html", say=_("Saved."))


@require_POST
def withdraw(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Take a work out of the library."""
    actions.withdraw_resource(resource, by=request.user, note=request.POST.get("note", "")[:500])
    say = _("“%(title)s” is withdrawn. Its address says that it was here.") % {"title": resource}
    return done(request, to=at(resource), say=say)


@require_POST
def restore(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Put a withdrawn work back."""
    actions.restore_resource(resource, by=request.user)
    return done(request, to=at(resource), say=_("“%(title)s” is back.") % {"title": resource})


@require_POST
def merge(request: HttpRequest, resource: Resource) -> HttpResponse:
    """Make two records of one work one."""
    form = MergeForm(request.POST)
    into = form.cleaned_data["into"] if form.is_valid() else None
    if not performs(form, actions.merge_resource, resource, into=into, by=request.user):
        return page(request, "library/desk/edit.html", **desk_page(resource, merge=form))
    return done(request, to=at(into), say=_("The two records are one now."))


@require_GET
def doubtful(request: HttpRequest) -> HttpResponse:
    """Links that may not lead where they should."""
    links = queries.doubtful_links(request.user)
    paged = Paginator(links, PER_PAGE).get_page(request.GET.get("page"))
    return page(request, "library/desk/doubtful.html", paged=paged)


@transaction.atomic
def keep_work(form: WorkForm, resource: Resource, *, by: Any, seen: int | None) -> bool:
    """Save the facts of a work with its topics."""
    facts = dict(form.cleaned_data)
    topics = actions.topics_named(facts.pop("topics"), by=by)
    return actions.edit_resource(resource, by=by, seen=seen, topics=topics, **facts)


def at(resource: Any, place: str = "") -> str:
    """The desk's page of a work, at one of its sections."""
    return reverse("library:edit", args=[resource.slug]) + (f"#{place}" if place else "")
