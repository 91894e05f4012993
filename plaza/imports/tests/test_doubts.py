"""What the reading doubts is said in the reader's language."""

import pytest
from django.utils.translation import gettext, override

from plaza.imports.doubts import sentence
from plaza.imports.faults import sentence_of
from plaza.imports.reading.doubts import BLOCKING, OPEN
from plaza.imports.reading.source import SENTENCES, Unreadable


def test_a_doubt_is_said_in_the_language_of_the_reader():
    doubt = {"code": "link_repeated", "params": {"times": 3}, "sentence": ""}

    assert sentence(doubt) == "The address is printed 3 times."
    with override("uk"):
        assert sentence(doubt) == "Адресу надруковано разів: 3."


def test_why_a_file_cannot_be_read_is_said_in_the_language_of_the_reader():
    with override("uk"):
        assert sentence_of(Unreadable("too_large", limit=50)) == (
            "Файл більший за 50 МБ. Розділіть його або попросіть збільшити межу."
        )


@pytest.mark.parametrize("words", [*BLOCKING.values(), *OPEN.values(), *SENTENCES.values()])
def test_every_doubt_is_translated(words):
    with override("uk"):
        assert gettext(words) != words
