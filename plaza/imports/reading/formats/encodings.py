"""Bytes to text: the encoding is found by its mark, by its form, or by which reads like words."""

from __future__ import annotations

import codecs
import re

from plaza.imports.reading import vocabulary

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CENTRAL = {"sl", "hr", "pl", "cs", "hu", "sk", "bs"}
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SAMPLE = 200_000


def decode(data: bytes) -> str | None:
    """The text, lines ending in ``\\n``, or None if these bytes are no text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_try(data, encoding))
    wide = _wide(data)
    if wide:
        return _checked(_try(data, wide))
    text = _try(data, "utf-8")
    if text is None:
        text = _best(data)
    return _checked(text)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return None


def _checked(text: str | None) -> str | None:
    if text is None:
        return None
    sample = text[:SAMPLE]
    if len(CONTROLS.findall(sample)) > len(sample) // 500:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return re.sub(r"[\x00\v\u2028\u2029]", "\n", lines)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of most letters is the same."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, encoding in ((odd, "utf-16-le"), (even, "utf-16-be")):
        usual = sum(byte in (0, 4, 1, 0x20) for byte in high)
        if usual > 0.9 * len(high) and sum(byte in (0, 4) for byte in high) > 0.7 * len(high):
            return encoding
    return None


def _best(data: bytes) -> str | None:
    """Of the one-byte encodings the one in which the letters beyond ASCII make words."""
    texts = {name: data.decode(name, errors="replace") for name in ("cp1251", "cp1252", "cp1250")}
    scores = {name: _score(text[:SAMPLE]) for name, text in texts.items()}
    plain = re.sub(r"[^\x00-\x7f]+", " ", texts["cp1252"])
    if vocabulary.languages_of(plain)[0] in CENTRAL:
        scores["cp1250"] += 0.5
    else:
        scores["cp1252"] += 0.2
    best = max(scores, key=lambda name: scores[name])
    return texts[best] if scores[best] > -1 else None


def _score(text: str) -> float:
    """How much the letters beyond ASCII look like parts of words, for each of them."""
    beyond = sum(letter > "\x7f" for letter in text)
    points = 0.0
    for word in re.findall(r"[^\W_]*[^\x00-\x7f][^\W_]*", text):
        cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in word)
        letters = sum(letter.isalpha() for letter in word)
        if not letters:
            points += 0 if all(letter in TYPOGRAPHY for letter in word) else -1
        elif cyrillic and cyrillic < letters:
            points -= 3
        elif cyrillic:
            points += cyrillic if len(word) > 2 else 0.5 * cyrillic
        else:
            accents = sum(letter > "\x7f" for letter in word)
            points += accents if 2 * accents <= letters + 1 else -accents
        if any(letter.isupper() for letter in word[1:]) and not word.isupper():
            points -= 1
    points -= 3 * text.count("\ufffd")
    return points / max(beyond, 1)


TYPOGRAPHY = set("–—‘’“”„…•·«»°©®™€§№")
