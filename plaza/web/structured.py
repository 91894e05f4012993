"""Records in the words of schema.org; a higher room says how, pages print it in their head."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model
from django.utils.safestring import SafeString, mark_safe

_writers: dict[type[Model], Callable[[Any], Mapping[str, Any]]] = {}


def register_structured(model: type[Model], write: Callable[[Any], Mapping[str, Any]]) -> None:
    """Say how records of a model look in JSON-LD; called from a room's `apps.ready`."""
    _writers[model] = write


def structured_data(subject: Model) -> SafeString:
    """A script element with JSON-LD, safe inside HTML; empty where no room wrote one."""
    write = _writers.get(type(subject))
    if write is None:
        return SafeString("")
    data = {"@context": "https://schema.org", **{k: v for k, v in write(subject).items() if v}}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, code)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
