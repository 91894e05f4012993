"""A work as its page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.library.models import Credit, Edition, File, Resource
from plaza.library.queries.hits import Mark, marks_of, reading_words
from plaza.library.queries.trees import UNWELL, Tree
from plaza.library.rules import may_have
from plaza.library.states import State
from plaza.network.countries import country_name
from plaza.network.models import ContactPoint
from plaza.network.rules import insider
from plaza.web.text import Said


@dataclass(frozen=True)
class Reading:
    """One work as one reader reads it, in one edition."""

    edition: Edition
    title: Said
    subtitle: Said
    summary: Said
    text: Said
    marks: list[Mark]
    sentence: str
    editions: list[Edition]
    credits: list[tuple[str, list[Credit]]]
    countries: list[str]
    ages: str
    contact: ContactPoint | None
    may_have: bool
    access: str
    main: File | None = None

    @property
    def original_name(self) -> str:
        """The language of the original, which files without a language of their own are in."""
        return next((one.spoken for one in self.editions if one.is_original), "")

    @property
    def text_language(self) -> str:
        """The language of the words where it is not the page's."""
        here = (get_language() or "en").split("-")[0]
        return "" if self.text.language.split("-")[0] == here else self.text.language

    @property
    def main_words(self) -> str:
        """What the one button says."""
        file = self.main
        if file is None:
            return ""
        named = {"format": file.format.upper(), "label": file.label}
        if file.content:
            return _("Download the %(format)s") % named if file.format else _("Download the file")
        return _("Open the %(format)s") % named if file.format else _("Open the page")


def reading_of(viewer: Any, resource: Resource, edition: Edition, tree: Tree) -> Reading:
    """What the page of a work says to this viewer."""
    return Reading(
        edition=edition,
        title=Said(edition.title, edition.titled_in),
        subtitle=Said(edition.subtitle, edition.titled_in),
        summary=Said(edition.summary, edition.language),
        text=Said(_beyond(edition.summary, edition.text), edition.language),
        marks=marks_of(resource, yours=edition if edition.state == State.PUBLISHED else None),
        sentence=reading_words(resource, edition),
        editions=[one for one in resource.editions.all() if one.state != State.WITHDRAWN],
        credits=list(_by_role(resource)),
        countries=sorted(country_name(code) for code in resource.countries or ()),
        ages=ages_words(resource.age_from, resource.age_to),
        contact=contact_today(viewer, resource),
        may_have=may_have(viewer, resource),
        access=access_words(viewer, resource),
        main=_main(tree, edition),
    )


def contact_today(viewer: Any, resource: Resource) -> ContactPoint | None:
    """Whom to ask about a work, as long as that person is there."""
    contact, today = resource.contact, timezone.localdate()
    if contact is None or not (contact.is_public or insider(viewer)):
        return None
    began = contact.valid_from is None or contact.valid_from <= today
    ended = contact.valid_until is not None and contact.valid_until < today
    return contact if began and not ended else None


def ages_words(age_from: int | None, age_to: int | None) -> str:
    """The ages of the children a work is about; nothing when they are not known."""
    if age_from is None and age_to is None:
        return ""
    if age_to is None:
        return _("From %(age)d years on") % {"age": age_from}
    if not age_from:
        return _("Up to %(age)d years") % {"age": age_to}
    if age_from == age_to:
        return _("%(age)d years") % {"age": age_from}
    return _("%(first)d to %(last)d years") % {"first": age_from, "last": age_to}


def access_words(viewer: Any, resource: Resource) -> str:
    """How this viewer can have the files; nothing when she has them."""
    if may_have(viewer, resource):
        return ""
    return {
        Resource.Access.MEMBERS: _("The files are for members. Sign in to read them."),
        Resource.Access.REQUEST: _("The files are given on request. Ask the people named here."),
        Resource.Access.PURCHASE: _("This work is sold. Ask the people named here."),
        Resource.Access.TRAINING: _("The files come with a training. Ask the people named here."),
    }[Resource.Access(resource.access)]


def _main(tree: Tree, edition: Edition) -> File | None:
    """The file of the whole work in this edition's language; none when there are several parts."""
    spoken = {edition.language, "" if edition.is_original else edition.language}
    files = [one for one in tree.loose if one.spoken in spoken and one.health not in UNWELL]
    return files[0] if files else None


def _by_role(resource: Resource) -> Iterator[tuple[str, list[Credit]]]:
    order = list(Credit.Role)
    credits = sorted(resource.credits.all(), key=lambda one: order.index(Credit.Role(one.role)))
    for role, group in groupby(credits, key=lambda one: one.role):
        yield str(Credit.Role(role).label), list(group)


def _beyond(summary: str, text: str) -> str:
    """The text without its first paragraph where that is the summary, which stands above it."""
    first, _blank, rest = text.strip().partition("\n\n")
    return rest.strip() if first.split() == summary.split() else text
