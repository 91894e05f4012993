"""Addresses without a language, as rows keep them; `in_language` turns them to the reader's."""

from functools import lru_cache

from django.urls import reverse
from django.utils import translation


@lru_cache(maxsize=4096)
def path_of(route: str, *args: str | int) -> str:
    """Where a thing is, in the language that has no prefix."""
    with translation.override("en"):
        return reverse(route, args=args)
