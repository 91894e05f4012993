"""People who are named in documents that were brought in."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from plaza.imports.models import Document, Draft
from plaza.network.personal import Mention, Personal
from plaza.network.queries.traces import Traces, traces_of

WHY = Personal(
    _("so that a record can show where its words came from"),
    _("until you are erased"),
)


def traces_in_documents(person: Any) -> Traces:
    """How documents name her; a first name alone is also the name of others."""
    traces = traces_of(person)
    return replace(traces, names=frozenset(name for name in traces.names if " " in name.strip()))


def is_named_in(draft: Draft, traces: Traces) -> bool:
    """Whether a found record says anything about her."""
    kept = (draft.title, draft.fields, draft.applied, draft.doubts)
    return traces.names_her(json.dumps(kept, ensure_ascii=False))


def mentions_of(person: Any) -> Iterator[Mention]:
    """The lines of each document in which a person is named, in the order of the documents."""
    traces = traces_in_documents(person)
    noun = capfirst(str(Document._meta.verbose_name))
    for document in Document.objects.only("name", "text").order_by("pk").iterator(chunk_size=20):
        lines = list(dict.fromkeys(_lines(document.text, traces)))
        if lines:
            yield Mention(noun, "imports.document", document.name, "\n".join(lines), WHY)


def _lines(text: str, traces: Traces) -> Iterator[str]:
    for found in traces.pattern.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        yield " ".join(text[start : end if end >= 0 else len(text)].split())
