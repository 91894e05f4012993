"""What the fields of a document's drafts need to know, asked from the records."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.utils import timezone

from plaza.imports.items import Item
from plaza.imports.kinds.base import Missing, Setting
from plaza.imports.models import Document
from plaza.imports.registers import Registers
from plaza.network.models import Organisation


def setting_of(
    document: Document,
    *,
    year: int | None,
    organisation: Callable[[Item], Organisation],
    record_of: Callable[[str], Model | None],
) -> Setting:
    """The setting of a document."""
    today: dt.date = timezone.localdate()
    return Setting(
        language=document.language or "en",
        source=str(document),
        year=year,
        organisation=organisation,
        record_of=record_of,
        today=today,
    )


def only_known(registers: Registers) -> Callable[[Item], Organisation]:
    """Organisations that are known for sure; nothing is created."""

    def organisation(item: Item) -> Organisation:
        match = item.match or {}
        if match.get("state") != "sure":
            raise Missing
        return Organisation.objects.get(pk=match["id"])

    return organisation


def name_of(item: Item) -> str:
    """The name of an organisation in a field."""
    value: Any = item.value
    return str(value["name"] if isinstance(value, dict) else value)


def country_of(item: Item) -> str:
    """The country a field says beside a name, if any."""
    value: Any = item.value
    return str(value.get("country") or "") if isinstance(value, dict) else ""


def short_of(item: Item) -> str:
    """The short name printed beside a name, if any."""
    value: Any = item.value
    return str(value.get("short") or "") if isinstance(value, dict) else ""
