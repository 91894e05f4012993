"""The records as an import compares with them: read once for a batch, growing as it creates."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from plaza.activities.models import Activity, Involvement
from plaza.figures.models import PublishedFigure
from plaza.library.models import Edition, Resource
from plaza.network.matching import Matcher
from plaza.network.models import ContactPoint, Organisation
from plaza.network.names import NameBook, fold
from plaza.programmes.models import Programme

NEAR_TITLE = 88


@dataclass
class Likely:
    """What a printed name or a found record may be among the records."""

    state: str
    record: Any = None
    why: str = ""
    others: list[Any] = field(default_factory=list)
    score: float = 0.0


class Registers:
    """Names of organisations and titles of records, to be asked many times."""

    @cached_property
    def matcher(self) -> Matcher:
        """The network's names, as they stood when the batch began."""
        return Matcher(NameBook.read())

    @cached_property
    def exact(self) -> dict[str, set[int]]:
        """Folded name to the organisations that go by it; short names too."""
        found: dict[str, set[int]] = defaultdict(set)
        for name in self.matcher.book.names:
            found[name.folded].add(name.organisation)
        return found

    def learn(self, organisation: Organisation, *names: str) -> None:
        """Know an organisation that this batch created, by these names."""
        for name in (str(organisation.name), organisation.sort_name, *names):
            if folded := fold(name):
                self.exact[folded].add(organisation.pk)

    def organisation(self, name: str, country: str = "") -> Likely:
        """Whom a printed name means: one for sure, perhaps one of several, or nobody known."""
        sure = self.exact.get(fold(name), set())
        if len(sure) == 1:
            found = Organisation.objects.get(pk=next(iter(sure)))
            if not country or not found.country or found.country == country:
                return Likely("sure", found, score=1.0)
            return Likely("near", found, str(_("of another country")), [found], 0.75)
        matches = self.matcher.match(name, country)
        if not matches:
            return Likely("new")
        best = matches[0]
        alone = len(matches) == 1 or matches[1].score < best.score
        state = "sure" if best.is_sure and alone else "near"
        others = [one.organisation for one in matches]
        return Likely(state, best.organisation, str(best.why), others, best.score)

    def programme(self, title: str, year: int | None) -> Likely:
        """The programme of a year, or of a title."""
        if year is not None:
            found = Programme.objects.filter(kind=Programme.Kind.YEAR, year=year).first()
            return Likely("sure", found, score=1.0) if found else Likely("new")
        return self._titled(Programme, self._programmes, title)

    def activity(self, title: str, year: int | None) -> Likely:
        """The activity of this title in a year."""
        if year is None:
            return self._titled(Activity, self._all_activities, title)
        return self._titled(Activity, self._activities[year], title)

    def resource(self, title: str) -> Likely:
        """The work of this title in any language."""
        return self._titled(Resource, self._resources, title)

    def activity_of_host(self, year: int, hosts: list[int], starts_on: dt.date | None) -> Likely:
        """An activity of the same host, year and beginning, whatever its title."""
        same = Activity.objects.filter(
            reporting_year=year,
            starts_on=starts_on,
            involvements__organisation__in=hosts,
            involvements__role=Involvement.Role.HOST,
        ).distinct()
        others = list(same[:3])
        return Likely("near", others[0], others=others, score=0.6) if others else Likely("new")

    def figure(self, facts: dict[str, Any]) -> Likely:
        """The number that is kept from the same source already."""
        found = PublishedFigure.objects.filter(**facts).first()
        return Likely("sure", found, score=1.0) if found else Likely("new")

    def contact(self, mail: str) -> Likely:
        """The contact that is written to at an address."""
        pk = self._contacts.get(mail.strip().lower())
        if pk is None:
            return Likely("new")
        return Likely("sure", ContactPoint.objects.get(pk=pk), score=1.0)

    def _titled(self, model: Any, titles: dict[str, set[Any]], title: str) -> Likely:
        folded = fold(title)
        if not folded:
            return Likely("new")
        same = titles.get(folded, set())
        if len(same) == 1:
            return Likely("sure", self._row(model, same), score=1.0)
        near = process.extract(
            folded, list(titles), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR_TITLE, limit=3
        )
        keys = {pk for name, _likeness, _place in near for pk in titles[name]} | same
        if not keys:
            return Likely("new")
        others = list(model._base_manager.filter(pk__in=keys))
        score = max((one[1] for one in near), default=100) / 100
        return Likely("near", others[0], others=others, score=score)

    def _row(self, model: type[Model], keys: set[Any]) -> Any:
        return model._base_manager.get(pk=next(iter(keys)))

    @cached_property
    def _activities(self) -> dict[int, dict[str, set[Any]]]:
        found: dict[int, dict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
        for pk, title, year in Activity.objects.values_list("pk", "title", "reporting_year"):
            for words in title.values():
                found[year][fold(words)].add(pk)
        return found

    @cached_property
    def _all_activities(self) -> dict[str, set[Any]]:
        found: dict[str, set[Any]] = defaultdict(set)
        for titles in self._activities.values():
            for title, keys in titles.items():
                found[title] |= keys
        return found

    @cached_property
    def _programmes(self) -> dict[str, set[Any]]:
        found: dict[str, set[Any]] = defaultdict(set)
        for pk, title in Programme.objects.values_list("pk", "title"):
            for words in title.values():
                found[fold(words)].add(pk)
        return found

    @cached_property
    def _contacts(self) -> dict[str, int]:
        rows = ContactPoint.objects.exclude(mail="").values_list("mail", "pk")
        return {mail.lower(): pk for mail, pk in rows}

    @cached_property
    def _resources(self) -> dict[str, set[Any]]:
        found: dict[str, set[Any]] = defaultdict(set)
        rows = Edition.objects.filter(resource__merged_into=None).values_list(
            "resource_id", "title"
        )
        for pk, title in rows:
            found[fold(title)].add(pk)
        return found
