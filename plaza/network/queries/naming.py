"""Who reads the name of an organisation, and what stands in its place. Decision 0004."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.query import ModelIterable
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.network.countries import country_name
from plaza.network.models import Organisation
from plaza.network.rules import visibilities, visible_to
from plaza.web.text import Text

Row = TypeVar("Row", bound=Model)
AS_PRINTED = ("name", "printed")


def as_read_by(viewer: Any, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Rows that point to an organisation, each with as much of it as the viewer may read.

    Of an organisation that she does not see only the country is left, and the row loses the
    words in which a document named it. No more queries than without. For reading, not for
    saving.
    """
    seen = visibilities(viewer)

    class Read(ModelIterable):  # type: ignore[type-arg]
        """The rows, one after the other."""

        def __iter__(self) -> Iterator[Any]:
            for row in super().__iter__():
                there = row.organisation
                yield row if there is None or there.visibility in seen else _veiled(row)

    found = rows.select_related("organisation")
    found._iterable_class = Read
    return found


def may_be_found(viewer: Any) -> Q:
    """Rows by whose organisation a viewer may find something: she sees it, or there is none."""
    seen = visible_to(viewer, "organisation__visibility")
    return Q(organisation__isnull=True) | seen if seen else Q()


def _veiled(row: Any) -> Any:
    """The row with what may stand in the organisation's place, under no number of its own."""
    country = getattr(row, "country", "") or row.organisation.country
    words = _in_its_place(country)
    stand_in = Organisation(
        name=Text.of(words, get_language() or "en"),
        sort_name=words,
        country=country,
        visibility=row.organisation.visibility,
    )
    stand_in.is_named = False
    row._meta.get_field("organisation").set_cached_value(row, stand_in)
    for field in AS_PRINTED:
        if hasattr(row, field):
            setattr(row, field, "")
    return row


def _in_its_place(country: str) -> str:
    if not country:
        return _("An organisation")
    return _("An organisation in %(country)s") % {"country": country_name(country)}
