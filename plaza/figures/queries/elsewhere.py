"""What figures show in other places: on the pages of programmes."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from plaza.activities.queries import years_of_programme
from plaza.programmes.models import Programme
from plaza.programmes.pages import Link


def figures_of_programme(viewer: Any, programme: Programme) -> list[Link]:
    """The figures of the years in which a programme has activities."""
    return [
        Link(_("Figures of %(year)s") % {"year": year}, reverse("figures:year", args=[year]))
        for year in years_of_programme(viewer, programme)
    ]
