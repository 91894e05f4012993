"""What opens and closes a book: about the network, thanks, how to join, notes on the records."""

from django.conf import settings
from django.utils.translation import gettext as _

from plaza.activities.models import HOSTING
from plaza.publishing.book.data import Ask, Host, Join, Note, Notes, Opening, Step, Thanks
from plaza.publishing.book.told import Told
from plaza.publishing.building.material import Material, paragraphs_of


def opening(material: Material) -> Opening | None:
    """About the network and the year."""
    overview = material.overview
    blocks = [*paragraphs_of(overview.introduction), *paragraphs_of(overview.about)]
    if not blocks:
        return None
    return Opening(heading=_("About this year"), lead=blocks[0], paragraphs=tuple(blocks[1:]))


def thanks(material: Material) -> Thanks | None:
    """Who made the year possible, and who hosted."""
    blocks = paragraphs_of(material.overview.thanks)
    hosts = _hosts(material)
    if not blocks and not hosts:
        return None
    return Thanks(
        heading=_("Thanks"),
        lead=blocks[0] if blocks else _("These organisations opened their doors."),
        paragraphs=blocks[1:],
        hosts_heading=_("Hosts and co-hosts"),
        hosts=tuple(hosts),
    )


def join(material: Material) -> Join | None:
    """How to join: each paragraph is a step; its first sentence is the step's name."""
    blocks = paragraphs_of(material.overview.join)
    ask = _ask(material)
    if not blocks and ask is None:
        return None
    return Join(
        heading=_("Join in"),
        lead=blocks[0] if blocks else "",
        steps=tuple(_step(block) for block in blocks[1:]),
        ask=ask,
    )


def notes(material: Material) -> Notes | None:
    """Each conflict of the sources in a paragraph: what it is about, then two sentences."""
    items = [_step(block) for block in paragraphs_of(material.overview.notes)]
    if not items:
        return None
    return Notes(
        heading=_("Notes on the records"),
        lead=_("Where the sources disagree or are silent, we say so and repair nothing."),
        items=tuple(Note(item.title, item.text) for item in items),
    )


def _hosts(material: Material) -> list[Host]:
    found: dict[int | None, Host] = {}
    for entry in material.entries:
        for one in entry.activity.involvements.all():
            if one.role in HOSTING and one.organisation is not None:
                country = one.country_name if one.is_named else ""
                found.setdefault(one.organisation_id, Host(str(one.organisation), country))
    return sorted(found.values(), key=lambda host: host.name)


def _step(block: Told) -> Step:
    title, _dot, text = block.partition(". ")
    return Step(Told.of(title.rstrip("."), block.language), Told.of(text, block.language))


def _ask(material: Material) -> Ask | None:
    lines: list[str] = list(paragraphs_of(material.overview.whom_to_ask))
    mail = material.network.membership_mail
    if not lines and mail:
        lines = [mail]
    if not lines:
        return None
    office = material.office
    where = (
        [str(office), ", ".join(part for part in (office.city, office.country_name) if part)]
        if office
        else [str(material.network)]
    )
    site = settings.PLAZA_ADDRESS.split("://", 1)[-1]
    return Ask(heading=_("Whom to ask"), lines=(*lines, site), address=tuple(filter(None, where)))
