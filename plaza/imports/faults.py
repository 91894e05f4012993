"""Why a file cannot be read, as one sentence in the reader's language."""

from django.utils.translation import gettext

from plaza.imports.reading.source import SENTENCES, Unreadable


def sentence_of(fault: Unreadable) -> str:
    """The sentence of a fault."""
    return gettext(SENTENCES[fault.code]).format(**fault.params)
