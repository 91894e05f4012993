"""Marks for words that the product translates; the reading itself knows no language of a reader."""


def gettext_noop(words: str) -> str:
    """The same words, gathered for translation."""
    return words
