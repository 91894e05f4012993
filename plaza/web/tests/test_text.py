import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plaza.web.text import Text


@given(some.text())
def test_words_never_hold_what_no_database_or_feed_can_write(words):
    kept = str(Text.of(words))

    kept.encode()
    assert not set(kept) & {chr(code) for code in range(32) if chr(code) not in "\t\n\r"}


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x1b", "\ud800", "\uffff"])
def test_a_sign_that_cannot_be_written_is_left_out(sign):
    assert dict(Text({"en": f"A{sign}b", "uk": sign})) == {"en": "Ab"}


def test_line_ends_and_other_scripts_stay():
    words = "One\r\nTwo\tთბილისი 👩‍👧"
    assert json.loads(json.dumps(dict(Text.of(words)))) == {"en": words}
