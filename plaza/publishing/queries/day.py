"""The desk's day: what waits, and what happened since."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.ledger.models import Entry
from plaza.ledger.words import Told, told
from plaza.web.desk import Waiting, waiting_for
from plaza.web.periods import date_words

MOST = 40
TOUCHED, SEARCHED = 8, 120


@dataclass(frozen=True)
class Row:
    """One thing that waits, with its day in words and how pressing it is."""

    waiting: Waiting
    due: str
    pressing: str


class Day:
    """The first page of the desk for one person on one day."""

    def __init__(self, viewer: Any, today: dt.date) -> None:
        self.viewer = viewer
        self.today = today

    @property
    def date(self) -> str:
        """The day in words."""
        return date_words(self.today)

    @cached_property
    def waiting(self) -> list[Waiting]:
        """All that waits, the most pressing first."""
        return waiting_for(self.viewer)

    @property
    def rows(self) -> list[Row]:
        """What is shown of it."""
        return [self._row(one) for one in self.waiting[:MOST]]

    @property
    def more(self) -> int:
        """How many things are not shown."""
        return max(len(self.waiting) - MOST, 0)

    @property
    def greeting(self) -> str:
        """How things stand, in one or two sentences."""
        name, count = self.viewer.name, len(self.waiting)
        hello = _("Good day, %(name)s.") % {"name": name}
        if not count:
            return f"{hello} " + _("Nothing waits for you.")
        waits = ngettext(
            "%(count)s thing waits for you.", "%(count)s things wait for you.", count
        ) % {"count": count}
        pressing = sum(one.due_on is not None and one.due_on <= self.today for one in self.waiting)
        if not pressing:
            return f"{hello} {waits}"
        late = ngettext("%(count)s of them is due.", "%(count)s of them are due.", pressing)
        return f"{hello} {waits} {late % {'count': pressing}}"

    @cached_property
    def deeds(self) -> list[tuple[str, Told]]:
        """The records touched last at the desk, each with the last deed done to it."""
        entries = (
            Entry.objects.exclude(room="post")  # letters have a page of their own
            .select_related("by", "subject_type", "part_type")
            .order_by("-id")
        )
        latest: dict[tuple[int, str], Entry] = {}
        for entry in entries[:SEARCHED]:
            latest.setdefault((entry.subject_type_id, entry.subject_id), entry)
        return [(entry.subject_label, told(entry)) for entry in [*latest.values()][:TOUCHED]]

    def _row(self, one: Waiting) -> Row:
        if one.due_on is None:
            return Row(one, _("When you can"), "")
        if one.due_on < self.today:
            return Row(one, _("Since %(day)s") % {"day": date_words(one.due_on)}, "late")
        if one.due_on == self.today:
            return Row(one, _("Today"), "now")
        return Row(one, date_words(one.due_on), "")
