"""Verbs of works, their editions and the names behind them."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plaza.ledger.actions import advance, amend, create, record_deed, relate, remove
from plaza.ledger.meanwhile import own_facts
from plaza.ledger.trees import next_position
from plaza.library.folding import folded
from plaza.library.models import Credit, Edition, Resource, Topic
from plaza.network.models import Organisation
from plaza.web.refusals import Refused
from plaza.web.slugs import free_slug
from plaza.web.text import Text, as_text, sort_form

TAKEN = frozenset({"new", "doubtful", "files"})  # words of the addresses around it
SEARCHED = ("title", "subtitle", "summary")


@transaction.atomic
def record_resource(
    *,
    title: str,
    language: str,
    by: Any,
    subtitle: str = "",
    summary: str = "",
    text: str = "",
    **facts: Any,
) -> Resource:
    """Enter a work with its first edition, the original."""
    title = " ".join(title.split())
    edition = {name: facts.pop(name) for name in ("state", "title_language") if name in facts}
    resource = create(
        Resource(
            sort_title=title[:400],
            slug=facts.pop("slug", "") or _free_slug(title),
            **facts,
        ),
        by=by,
    )
    add_edition(
        resource,
        by=by,
        language=language,
        title=title[:400],
        subtitle=subtitle,
        summary=summary,
        text=text,
        is_original=True,
        **edition,
    )
    return resource


@transaction.atomic
def edit_resource(resource: Resource, *, by: Any, seen: int | None = None, **facts: Any) -> bool:
    """Change what is true of the work in every language; others' changes are left or told."""
    topics = facts.pop("topics", None)
    facts = own_facts(resource, facts, seen=seen, by=by)
    changed = amend(resource, by=by, **facts) if facts else False
    if topics is not None:
        changed = relate(resource, by=by, topics=topics) or changed
    return changed


@transaction.atomic
def withdraw_resource(resource: Resource, *, by: Any, note: str = "") -> None:
    """Take a work out of the library; its address says that it was here."""
    if resource.withdrawn_at is not None:
        raise Refused(_("“%(title)s” was withdrawn already.") % {"title": resource})
    amend(resource, by=by, verb="withdraw", note=note, withdrawn_at=timezone.now())


@transaction.atomic
def restore_resource(resource: Resource, *, by: Any) -> None:
    """Put a withdrawn work back; its address works again."""
    if resource.withdrawn_at is None:
        raise Refused(_("“%(title)s” was not withdrawn.") % {"title": resource})
    amend(resource, by=by, verb="restore", withdrawn_at=None)


@transaction.atomic
def merge_resource(resource: Resource, *, into: Resource, by: Any) -> None:
    """Make two records one: all that points to the first moves, its address leads to the other.

    Where both have an edition in a language the other's stays, and files of the first belong to
    it from then on. That holds for what other rooms point to a work with, too.
    """
    if resource.pk == into.pk or resource.merged_into_id or into.merged_into_id:
        raise Refused(_("Choose another work that was not merged itself."))
    moved = _move_editions(resource, into, by=by)
    credited = set(into.credits.values_list("organisation", "name", "role"))
    for credit in resource.credits.all():
        if (credit.organisation_id, credit.name, credit.role) not in credited:
            amend(credit, by=by, verb="move", resource=into)
    for relation in Resource._meta.related_objects:
        if relation.related_model in (Edition, Credit):
            continue
        facts: dict[str, Any] = {relation.field.name: into}
        rows = relation.related_model._base_manager.filter(**{relation.field.name: resource})
        for piece in rows:
            moved += amend(piece, by=by, verb="move", **facts)
    relate(into, by=by, topics={*into.topics.all(), *resource.topics.all()})
    amend(resource, by=by, verb="merge", merged_into=into)
    record_deed(into, "take_in", by=by, changes={"moved": [None, moved]}, note=str(resource))


def _move_editions(resource: Resource, into: Resource, *, by: Any) -> int:
    """Move the editions that the other work lacks; say how many."""
    theirs = {one.language: one for one in into.editions.all()}
    moved = 0
    for edition in resource.editions.all():
        if (twin := theirs.get(edition.language)) is None:
            amend(edition, by=by, verb="move", resource=into, is_original=False)
            moved += 1
            continue
        for file in edition.files.all():
            amend(file, by=by, verb="move", edition=twin)
    return moved


@transaction.atomic
def add_edition(resource: Resource, *, language: str, title: str, by: Any, **facts: Any) -> Edition:
    """Add a language; an announced one has no file yet and says so."""
    edition = Edition(
        resource=resource, language=language, title=" ".join(title.split())[:400], **facts
    )
    edition.folded = _folded(edition)
    return create(edition, by=by)


@transaction.atomic
def edit_edition(edition: Edition, *, by: Any, seen: int | None = None, **facts: Any) -> bool:
    """Change the words of an edition; the work is ordered by its original's title.

    What others changed since the deed `seen` is left as it is, or told.
    """
    facts = own_facts(edition, facts, seen=seen, by=by)
    changed = amend(edition, by=by, **facts)
    if set(facts) & set(SEARCHED):
        Edition.objects.filter(pk=edition.pk).update(folded=_folded(edition))
    if edition.is_original and "title" in facts:
        amend(edition.resource, by=by, sort_title=sort_form(Text.of(edition.title), 400))
    return changed


def move_edition(edition: Edition, verb: str, *, by: Any) -> None:
    """Move an edition by one of its verbs: begin, submit, publish, withdraw."""
    advance(edition, verb, by=by)


def add_credit(
    resource: Resource,
    *,
    by: Any,
    organisation: Organisation | None = None,
    name: str = "",
    role: str = Credit.Role.PUBLISHER,
) -> Credit:
    """Name who is behind a work: an organisation, or a printed name nobody has matched."""
    return create(
        Credit(
            resource=resource,
            organisation=organisation,
            name=name,
            folded=folded(name)[:500],
            role=role,
            position=next_position(resource.credits.all()),
        ),
        by=by,
    )


@transaction.atomic
def edit_piece(piece: Any, *, by: Any, **facts: Any) -> bool:
    """Change a credit or a part."""
    if isinstance(piece, Credit) and "name" in facts:
        piece.folded = folded(facts["name"])[:500]
        Credit.objects.filter(pk=piece.pk).update(folded=piece.folded)
    return amend(piece, by=by, **facts)


@transaction.atomic
def remove_piece(piece: Any, *, by: Any) -> None:
    """Take a credit, an edition, a part or a file away; a work keeps one edition."""
    if isinstance(piece, Edition) and piece.resource.editions.count() == 1:
        raise Refused(_("A work keeps one edition. Withdraw the work instead."))
    remove(piece, by=by)


def record_topic(*, name: Text | str, by: Any) -> Topic:
    """Enter a subject."""
    named = as_text(name)
    return create(
        Topic(
            name=named,
            sort_name=sort_form(named, 200),
            slug=free_slug(Topic, named, otherwise="topic"),
        ),
        by=by,
    )


@transaction.atomic
def topics_named(names: Iterable[str], *, by: Any) -> list[Topic]:
    """The topics of these names in their order; a name that nobody knows becomes a topic."""
    known = {folded(name): topic for topic in Topic.objects.all() for name in topic.name.values()}
    found: dict[int, Topic] = {}
    for name in (" ".join(name.split()) for name in names):
        if not name:
            continue
        topic = known.get(folded(name))
        if topic is None:
            topic = known[folded(name)] = record_topic(name=name, by=by)
        found[topic.pk] = topic
    return list(found.values())


def _free_slug(title: str) -> str:
    slug = free_slug(Resource, title, otherwise="resource")
    return f"{slug}-work" if slug in TAKEN else slug


def _folded(edition: Edition) -> str:
    return folded(*(getattr(edition, name) for name in SEARCHED))
