"""Words with the language they are in."""

from __future__ import annotations


class Told(str):
    """Words that somebody wrote; `language` says which, where it is not the book's."""

    language: str = ""

    @classmethod
    def of(cls, text: str, language: str = "") -> Told:
        """Words with their language; none means that it is the book's."""
        told = cls(text)
        told.language = language
        return told
