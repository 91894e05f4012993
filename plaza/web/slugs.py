"""Addresses made from titles in any script."""

from typing import Any

from anyascii import anyascii
from django.db.models import Model
from django.utils.text import slugify

from plaza.web.text import Text


def slug_of(title: Text | str, *, longest: int = 60) -> str:
    """A readable address in Latin letters: the English title, else any, cut between words."""
    words = title.said("en").text if isinstance(title, Text) else title
    slug = slugify(anyascii(words))
    if len(slug) > longest:
        slug = slug[: longest + 1].rsplit("-", 1)[0][:longest]
    return slug.strip("-")


def free_slug(model: type[Model], title: Text | str, *, otherwise: str, **scope: Any) -> str:
    """An address that no other row in this scope has; numbers are added from 2 on."""
    stem = slug_of(title) or otherwise
    taken = set(
        model._base_manager.filter(slug__startswith=stem, **scope).values_list("slug", flat=True)
    )
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
