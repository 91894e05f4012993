"""Reads of programmes. The viewer comes first; what she cannot see is not there."""

from plaza.programmes.queries.desk import (
    desk_contribution,
    desk_programme,
    desk_programmes,
    desk_strand,
)
from plaza.programmes.queries.elsewhere import payments_waiting
from plaza.programmes.queries.money import (
    EURO,
    Money,
    Sum,
    YearMoney,
    in_euro,
    is_told,
    money_in_year,
    money_of_programme,
    money_of_years,
    money_told,
    year_of_money,
    years_with_money,
)
from plaza.programmes.queries.visible import (
    partners_by_role,
    programmes_by_kind,
    visible_programme,
    visible_programmes,
)

__all__ = [
    "EURO",
    "Money",
    "Sum",
    "YearMoney",
    "desk_contribution",
    "desk_programme",
    "desk_programmes",
    "desk_strand",
    "in_euro",
    "is_told",
    "money_in_year",
    "money_of_programme",
    "money_of_years",
    "money_told",
    "partners_by_role",
    "payments_waiting",
    "programmes_by_kind",
    "visible_programme",
    "visible_programmes",
    "year_of_money",
    "years_with_money",
]
