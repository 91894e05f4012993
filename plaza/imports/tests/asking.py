"""A draft of the overview, and the number of its field."""

from plaza.imports.items import items_of


def draft_of(document):
    return document.drafts.get(key="activity:songs-by-the-river")


def number(draft, name):
    return next(item.n for item in items_of(draft.fields) if item.name == name)
