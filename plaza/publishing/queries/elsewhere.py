"""What overviews show in other places: on the pages of programmes."""

from typing import Any

from django.utils.translation import gettext as _

from plaza.activities.queries import years_of_programme
from plaza.programmes.models import Programme
from plaza.programmes.pages import Link
from plaza.publishing.queries.overviews import visible_overviews
from plaza.publishing.states import State


def overviews_of_programme(viewer: Any, programme: Programme) -> list[Link]:
    """The published overviews of the years in which a programme has activities."""
    years = years_of_programme(viewer, programme)
    found = visible_overviews(viewer).filter(state=State.PUBLISHED, year__in=years)
    return [
        Link(_("The overview of %(year)s") % {"year": one.year}, one.get_absolute_url())
        for one in found
    ]
