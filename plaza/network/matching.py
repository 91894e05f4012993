"""Which organisation is meant by a name as somebody printed it.

Names are compared as weighted words: a word that half of the network carries in its name says
little, one that only one organisation carries says nearly all. Spelling may differ, words may
stand in another order or be written together.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from plaza.network.models import Organisation
from plaza.network.names import Entry, Name, NameBook, domain_of, fold, name_book

SURE = 0.95
LEAST = 0.55
LIMIT = 5
OTHER_COUNTRY = 0.75
Scorer = Callable[..., float]
WAYS: tuple[Scorer, ...] = (fuzz.token_sort_ratio, fuzz.token_set_ratio, fuzz.ratio)
TWIN_WAYS = WAYS[:1]
COMMON_WORDS = frozenset((Path(__file__).parent / "common_words.txt").read_text().split())
_IN_BRACKETS = re.compile(r"\s*[(\[]([^)\]]+)[)\]]\s*")


class Match(NamedTuple):
    """An organisation that may be meant, how sure that is from 0 to 1, and why."""

    organisation: Organisation
    score: float
    why: str | Promise

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at it; only while no other match is as good."""
        return self.score >= SURE


class Likeness(NamedTuple):
    """How alike two names are, and in what."""

    score: float
    why: str | Promise


class Pair(NamedTuple):
    """Two records that may be one organisation."""

    first: Organisation
    second: Organisation
    score: float
    why: str | Promise


class Matcher:
    """Recognises many names against one reading of the network; make one per batch."""

    def __init__(self, book: NameBook | None = None) -> None:
        self.book = book or name_book()

    def match(self, name: str, country: str = "") -> list[Match]:
        """The organisations that may be meant, the likeliest first; none where nothing is near."""
        found: dict[int, Likeness] = {}
        for way in _ways_to_print(name):
            for candidate in self._near(way):
                likeness = self._likeness(way, candidate, country)
                if likeness.score > found.get(candidate.organisation, Likeness(0, "")).score:
                    found[candidate.organisation] = likeness
        good = {pk: one for pk, one in found.items() if one.score >= LEAST}
        order = sorted(good, key=lambda pk: -good[pk].score)[:LIMIT]
        rows = Organisation.objects.in_bulk(order) if order else {}
        return [Match(rows[pk], good[pk].score, good[pk].why) for pk in order if pk in rows]

    def likely_twins(self, least: float = 0.8) -> list[tuple[int, int, Likeness]]:
        """Pairs of organisations that may be one, the likeliest first."""
        pairs: dict[tuple[int, int], Likeness] = {}
        for name in self._all:
            if name.sort == "short":
                continue
            country = self.book.entries[name.organisation].country
            for other in self._near(name.folded, limit=6, ways=TWIN_WAYS, cutoff=65):
                if other.organisation == name.organisation:
                    continue
                key = _pair(name.organisation, other.organisation)
                likeness = self._likeness(name.folded, other, country)
                if likeness.score >= max(least, pairs.get(key, Likeness(0, "")).score):
                    pairs[key] = likeness
        for key in self._same_house():
            pairs.setdefault(key, Likeness(least, _("the same website")))
        return sorted(((*key, one) for key, one in pairs.items()), key=lambda row: -row[2].score)

    @cached_property
    def _all(self) -> list[Name]:
        return self.book.names

    @cached_property
    def _folded(self) -> list[str]:
        return [name.folded for name in self._all]

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """The fewer organisations carry a word, the more it says."""
        carried = Counter(
            word
            for entry in self.book.entries.values()
            for word in {word for name in entry.names for word in name.folded.split()}
        )
        whole = len(self.book.entries) + 1
        return {word: math.log(1 + whole / count) for word, count in carried.items()}

    def _weight(self, word: str) -> float:
        usual = math.log(1 + (len(self.book.entries) + 1))
        weight = self._rarity.get(word, usual) / usual
        return 0.15 * weight if word in COMMON_WORDS else weight

    def _near(
        self, folded: str, limit: int = 12, ways: Sequence[Scorer] = WAYS, cutoff: int = 45
    ) -> list[Name]:
        """The few names worth a closer look."""
        if not folded:
            return []
        places: dict[int, None] = {}
        for scorer in ways:
            best = process.extract(
                folded, self._folded, scorer=scorer, limit=limit, score_cutoff=cutoff
            )
            places |= dict.fromkeys(place for _words, _score, place in best)
        return [self._all[place] for place in places]

    def _likeness(self, folded: str, name: Name, country: str) -> Likeness:
        likeness = self._alike(folded, name)
        theirs = self.book.entries[name.organisation].country
        if country and theirs and country != theirs:
            return Likeness(likeness.score * OTHER_COUNTRY, _("alike, but of another country"))
        return likeness

    def _alike(self, folded: str, name: Name) -> Likeness:
        if folded == name.folded:
            return Likeness(1.0, _SAME[name.sort])
        if name.sort == "short":
            return Likeness(0.0, "")
        if folded.replace(" ", "") == name.folded.replace(" ", ""):
            return Likeness(0.98, _("the same letters"))
        mine, theirs = _joined(folded.split(), name.folded.split())
        shared, only_mine, only_theirs = self._compare(mine, theirs)
        if not shared:
            return Likeness(0.0, "")
        if not only_mine and not only_theirs:
            return Likeness(0.97, _("the same words"))
        if not only_mine or not only_theirs:
            return self._part(shared, only_mine + only_theirs)
        score = 2 * shared / (2 * shared + only_mine + only_theirs)
        return Likeness(min(0.94, score), _("another spelling"))

    def _part(self, shared: float, rest: float) -> Likeness:
        """One name lies whole in the other: worth the more, the less is left over."""
        score = shared / (shared + rest)
        if shared < 0.8:
            return Likeness(score * 0.8, _("a part of the name"))
        return Likeness(min(0.93, 0.6 + 0.35 * score), _("a part of the name"))

    def _compare(self, mine: list[str], theirs: list[str]) -> tuple[float, float, float]:
        """The weight of the words in both, only here, only there."""
        shared, only_mine, left = 0.0, 0.0, list(theirs)
        for word in mine:
            twin = _twin(word, left)
            if twin is None:
                only_mine += self._weight(word)
            else:
                left.remove(twin)
                likeness = fuzz.ratio(word, twin) / 100
                shared += likeness * max(self._weight(word), self._weight(twin))
                only_mine += (1 - likeness) * self._weight(word)
        return shared, only_mine, sum(map(self._weight, left))

    def _same_house(self) -> Iterable[tuple[int, int]]:
        houses: dict[str, Entry] = {}
        for entry in self.book.entries.values():
            domain = domain_of(entry.website)
            if domain and domain in houses:
                yield _pair(houses[domain].pk, entry.pk)
            elif domain:
                houses[domain] = entry


_SAME: dict[str, str | Promise] = {
    "name": _("the same name"),
    "alias": _("one of its other names"),
    "short": _("its short name"),
}


def match_organisation(name: str, country: str = "") -> list[Match]:
    """The organisations that may be meant by a printed name, the likeliest first."""
    return Matcher().match(name, country)


def likely_twins() -> list[Pair]:
    """Records that may be one organisation, as far as nobody has merged them."""
    found = Matcher().likely_twins()
    rows = Organisation.objects.in_bulk({pk for one, two, _why in found for pk in (one, two)})
    return [
        Pair(rows[one], rows[two], likeness.score, likeness.why)
        for one, two, likeness in found
        if {one, two} <= rows.keys() and not _is_unit(rows[one], rows[two])
    ]


def _is_unit(one: Organisation, two: Organisation) -> bool:
    return one.parent_id == two.pk or two.parent_id == one.pk


def _ways_to_print(name: str) -> list[str]:
    """The name, the name without what stands in brackets, and what stands there."""
    bare = _IN_BRACKETS.sub(" ", name)
    inside = _IN_BRACKETS.findall(name)
    ways = [fold(name), fold(bare), *(fold(one) for one in inside)]
    return [way for way in dict.fromkeys(ways) if way]


def _joined(mine: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Words that one side writes together and the other apart are written together in both."""
    return _join(mine, set(theirs)), _join(theirs, set(mine))


def _join(words: list[str], known: set[str]) -> list[str]:
    result, start = [], 0
    while start < len(words):
        for end in (start + 4, start + 3, start + 2):
            together = "".join(words[start:end])
            if end <= len(words) and together in known:
                result.append(together)
                start = end
                break
        else:
            result.append(words[start])
            start += 1
    return result


def _twin(word: str, others: list[str]) -> str | None:
    if word in others:
        return word
    if len(word) < 4:
        return None
    near = max(others, key=lambda other: fuzz.ratio(word, other), default=None)
    return near if near is not None and fuzz.ratio(word, near) >= 80 else None


def _pair(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)
