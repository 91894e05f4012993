"""What the library shows in other places: on the pages of organisations, on the desk's today."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.library.models import Resource
from plaza.library.queries.desk import doubtful_links
from plaza.library.queries.hits import hits
from plaza.library.queries.visible import resources_of_organisation, resources_of_programme
from plaza.network.models import Organisation
from plaza.network.pages import Section
from plaza.network.rules import desk
from plaza.programmes.models import Programme
from plaza.web.desk import Waiting

FEW = 8


def section_of_organisation(viewer: Any, organisation: Organisation) -> Section | None:
    """The works an organisation is named behind, for its page."""
    works = resources_of_organisation(viewer, organisation)
    return _shelf(viewer, works, f"organisation={organisation.slug}")


def section_of_programme(viewer: Any, programme: Programme) -> Section | None:
    """The works that came of a programme, for its page."""
    return _shelf(viewer, resources_of_programme(viewer, programme), f"programme={programme.slug}")


def links_waiting(viewer: Any) -> Iterator[Waiting]:
    """Links that need a look, as one thing that waits for the desk."""
    count = doubtful_links(viewer).count() if desk(viewer) else 0
    if count:
        yield Waiting(
            what=ngettext("%(count)d link needs a look", "%(count)d links need a look", count)
            % {"count": count},
            why=_("They may not lead where they should. Readers are told so."),
            button=_("Look at the links"),
            url=reverse("library:doubtful"),
        )


def _shelf(viewer: Any, works: QuerySet[Resource], query: str) -> Section | None:
    found = list(works[: FEW + 1])
    if not found:
        return None
    more = f"{reverse('library:index')}?{query}" if len(found) > FEW else ""
    context = {"hits": hits(viewer, found[:FEW]), "more": more}
    return Section(_("Resources"), "library/_shelf.html", context)
