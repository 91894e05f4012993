"""Everything that stands on the desk's page of one programme."""

from decimal import Decimal
from typing import Any

from plaza.ledger.trees import in_order
from plaza.ledger.words import history_of
from plaza.programmes.forms.money import ContributionRow
from plaza.programmes.forms.programmes import PartnerRow, ProgrammeForm
from plaza.programmes.forms.strands import NewStrandForm, StrandForm
from plaza.programmes.models import Programme
from plaza.programmes.queries import money_of_programme
from plaza.web.provenance import provenance_of
from plaza.web.rows import row_set

LATEST = 12


def desk_page(programme: Programme, **sent: Any) -> dict[str, Any]:
    """All sections of a programme; a form that was just sent stands in its place."""
    return {
        "programme": programme,
        "form": ProgrammeForm(programme=programme),
        **partners(programme),
        **strands(programme),
        **money(programme),
        "history": history_of(programme, most=LATEST),
        "sources": provenance_of(programme),
        **sent,
    }


def partners(programme: Programme) -> dict[str, Any]:
    """Who carries the programme, as rows."""
    rows = [
        {"key": one.pk, "organisation": one.organisation, "role": one.role}
        for one in programme.partners.select_related("organisation").order_by("role", "pk")
    ]
    return {"programme": programme, "partners": row_set(PartnerRow, rows, prefix="partners")}


def strands(programme: Programme) -> dict[str, Any]:
    """The strands with a form for each, and what adds to them."""
    tree = [
        (strand, depth, StrandForm(initial=_strand(strand), prefix=f"strand-{strand.pk}"))
        for strand, depth in in_order(programme.strands.all())
    ]
    new = NewStrandForm(programme=programme, prefix="new")
    return {"programme": programme, "strands": tree, "new_strand": new}


def money(programme: Programme) -> dict[str, Any]:
    """Contributions as rows, with their sums."""
    found = money_of_programme(programme)
    rows = [
        {
            "key": row.contribution.pk,
            **{
                name: getattr(row.contribution, name)
                for name in ContributionRow.base_fields
                if name not in {"key", "DELETE", "rate"}
            },
            "rate": short(row.contribution.rate),
        }
        for row in found.rows
    ]
    return {
        "programme": programme,
        "contributions": row_set(ContributionRow, rows, prefix="money"),
        "money": found,
    }


def short(rate: Decimal | None) -> str:
    """A rate without the zeros at its end."""
    return "" if rate is None else format(rate.normalize(), "f")


def _strand(strand: Any) -> dict[str, Any]:
    return {
        "number": strand.number,
        "title": strand.title.said().text,
        "kind": strand.kind,
        "text": strand.text.said().text,
    }
