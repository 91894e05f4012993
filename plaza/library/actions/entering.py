"""Entering a work with all that is at hand of it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from plaza.library.actions.files import add_links
from plaza.library.actions.works import add_credit, record_resource
from plaza.library.models import Resource
from plaza.network.models import Organisation
from plaza.web.models import Visibility


@transaction.atomic
def enter_resource(
    *,
    title: str,
    language: str,
    by: Any,
    behind: Iterable[tuple[Organisation | None, str]] = (),
    links: Iterable[str] = (),
    **facts: Any,
) -> Resource:
    """Enter a work, who is behind it and its links at once; only the desk sees it at first."""
    facts.setdefault("visibility", Visibility.DESK)
    resource = record_resource(title=title, language=language, by=by, **facts)
    for organisation, name in dict.fromkeys((one[0], one[1]) for one in behind):
        add_credit(resource, organisation=organisation, name=name, by=by)
    add_links(resource, urls=links, by=by)
    return resource
