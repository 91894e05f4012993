"""Verbs of programmes and who carries them."""

from typing import Any

from django.db import transaction

from plaza.ledger.actions import amend, create, remove
from plaza.ledger.meanwhile import own_facts
from plaza.network.models import Organisation
from plaza.programmes.models import Partner, Programme
from plaza.web.slugs import free_slug
from plaza.web.text import Text, as_text, sort_form

TAKEN = frozenset({"new", "money"})  # words of the addresses around it


@transaction.atomic
def record_programme(*, title: Text | str, by: Any, **facts: Any) -> Programme:
    """Enter a programme: a year of peer learning, a project, an initiative."""
    titled = as_text(title)
    return create(
        Programme(
            title=titled,
            sort_title=sort_form(titled, 300),
            slug=facts.pop("slug", "") or _free_slug(titled),
            **facts,
        ),
        by=by,
    )


@transaction.atomic
def edit_programme(programme: Programme, *, by: Any, seen: int | None = None, **facts: Any) -> bool:
    """Change a programme; its address stays. What others changed since `seen` is left or told."""
    facts = own_facts(programme, facts, seen=seen, by=by)
    if "title" in facts:
        facts["title"] = as_text(facts["title"])
        facts["sort_title"] = sort_form(facts["title"], 300)
    return amend(programme, by=by, **facts)


def add_partner(programme: Programme, *, organisation: Organisation, role: str, by: Any) -> Partner:
    """Name an organisation in a role of the programme."""
    return create(Partner(programme=programme, organisation=organisation, role=role), by=by)


def edit_part(part: Any, *, by: Any, **facts: Any) -> bool:
    """Change a partner, a strand or a contribution."""
    return amend(part, by=by, **facts)


def remove_part(part: Any, *, by: Any) -> None:
    """Take a partner, a strand or a contribution away."""
    remove(part, by=by)


def _free_slug(title: Text) -> str:
    slug = free_slug(Programme, title, otherwise="programme")
    return f"{slug}-programme" if slug in TAKEN else slug
