"""Which layout a document has, by what its lines say."""

from __future__ import annotations

import re
from collections import Counter

from plaza.imports.reading.document import Document
from plaza.imports.reading.layouts.hub.tokens import is_read_more
from plaza.imports.reading.normal.links import BUTTON

ENOUGH = 4  # points
HUB = {"published", "organisation", "language", "author", "download", "contact"}
BOX = {"participants", "host", "co_host", "structure", "outcomes", "resources"}
CALL = {"date", "location", "costs", "registration", "audience", "seats", "expected"}


def detect(document: Document) -> tuple[str, bool]:
    """The layout whose signs are most, and whether there are enough of them."""
    names: Counter[str] = Counter()
    for line in document.lines:
        label = document.label(line)
        if label:
            names[label.name] += 1
    hub = sum(count for name, count in names.items() if name in HUB)
    hub += 2 * sum(is_read_more(line.text) for line in document.lines)
    hub += 2 * len(BUTTON.findall(document.text)) + 3 * names["published"]
    box = 2 * sum(count for name, count in names.items() if name in BOX)
    call = 2 * sum(count for name, count in names.items() if name in CALL)
    strands = sum(bool(re.match(r"\d{1,2}[.)]\s+\S", line.text)) for line in document.lines)
    scores = {"overview": box, "hub": hub, "call": call, "project": 2 * strands}
    best = max(scores, key=lambda name: scores[name])
    return (best, True) if scores[best] >= ENOUGH else ("call", False)
