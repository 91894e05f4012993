"""Words in the form in which they are compared: no case, no accents, any script.

`network.names.fold` goes further and writes every script in Latin letters: right for names,
which are printed in many ways, and wrong for texts, where the words found are marked in place.
"""

import unicodedata


def folded(*texts: str) -> str:
    """Texts joined, without case and accents, with single spaces."""
    whole = unicodedata.normalize("NFKD", " ".join(text for text in texts if text))
    kept = "".join(sign for sign in whole if unicodedata.category(sign) != "Mn")
    return " ".join(kept.casefold().split())


def found_in(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where folded words stand in a text, as places in the text as it was written."""
    plain, places = [], []
    for place, sign in enumerate(text):
        for letter in folded(sign) or (" " if sign.isspace() else ""):
            plain.append(letter)
            places.append(place)
    line = "".join(plain)
    found = []
    for word in words:
        start = line.find(word) if word else -1
        while start >= 0:
            found.append((places[start], places[start + len(word) - 1] + 1))
            start = line.find(word, start + len(word))
    return _joined(sorted(found))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
