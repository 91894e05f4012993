"""Values of fields as JSON, and back into words."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.db.models.fields.files import FieldFile


def plain(value: Any) -> Any:
    """A JSON form that a person can still read: a record becomes its number and its name."""
    if isinstance(value, Model):
        return {"id": str(value.pk), "name": str(value)[:200]}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal | FieldFile):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
