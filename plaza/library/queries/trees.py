"""What is inside a package: its parts in order, their files, what is there in which language."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaza.ledger.trees import in_order
from plaza.library.models import File, Part, Resource
from plaza.library.states import State
from plaza.network.language_names import own_name

UNWELL = (File.Health.DOUBTFUL, File.Health.BROKEN)
KINDS_COUNTED: dict[str, Callable[[int], str]] = {
    "guide": lambda count: ngettext("%(count)d guide", "%(count)d guides", count),
    "module": lambda count: ngettext("%(count)d module", "%(count)d modules", count),
    "day": lambda count: ngettext("%(count)d day", "%(count)d days", count),
    "session": lambda count: ngettext("%(count)d session", "%(count)d sessions", count),
    "other": lambda count: ngettext("%(count)d part", "%(count)d parts", count),
}
STANDING = {
    State.ANNOUNCED: "promised",
    State.IN_WORK: "working",
    State.IN_REVIEW: "working",
}


@dataclass(frozen=True)
class Cell:
    """How one part stands in one language."""

    tag: str
    standing: str

    @property
    def words(self) -> str:
        """The same in words."""
        return {
            "done": _("There to read"),
            "working": _("In work"),
            "promised": _("Promised"),
            "none": _("Not planned"),
        }[self.standing]


@dataclass(frozen=True)
class Branch:
    """One part, how deep it lies, its files, and how it stands in each language."""

    part: Part
    depth: int
    files: list[File]
    cells: list[Cell] = field(default_factory=list)


@dataclass(frozen=True)
class Column:
    """One language of a package: how many parts can be read in it, and how many are on the way."""

    tag: str
    name: str
    done: int
    working: int
    whole: int


@dataclass(frozen=True)
class Tree:
    """A package: its branches in order, its languages, and the files that belong to no part."""

    branches: list[Branch]
    columns: list[Column]
    loose: list[File]

    @property
    def files(self) -> list[File]:
        """All files, those of the whole work first."""
        return [*self.loose, *(file for branch in self.branches for file in branch.files)]

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self.files)

    @property
    def size(self) -> int:
        """How many bytes of them are stored here."""
        return sum(file.size or 0 for file in self.files)

    @property
    def arcs(self) -> list[int]:
        """For the cover: how many pieces each part has."""
        arcs: list[int] = []
        for branch in self.branches:
            if branch.depth:
                arcs[-1] += 1
            else:
                arcs.append(1)
        return arcs or [max(1, len(self.loose))]

    @property
    def health(self) -> str:
        """One sentence on the links; nothing when none is known to answer or to fail."""
        links = [file for file in self.files if file.url]
        unwell = sum(file.health in UNWELL for file in links)
        if unwell:
            words = ngettext(
                "%(unwell)d of %(whole)d link may not lead where it should",
                "%(unwell)d of %(whole)d links may not lead where they should",
                len(links),
            )
            return words % {"unwell": unwell, "whole": len(links)}
        if links and all(file.health == File.Health.GOOD for file in links):
            words = ngettext("The link answers", "All %(whole)d links answer", len(links))
            return words % {"whole": len(links)}
        return ""

    @property
    def words(self) -> str:
        """How many parts of which kind: “3 guides, 8 days”."""
        counts = Counter(branch.part.kind for branch in self.branches)
        return ", ".join(
            KINDS_COUNTED[kind](counts[kind]) % {"count": counts[kind]}
            for kind in Part.Kind
            if counts[kind]
        )


def tree_of(resource: Resource) -> Tree:
    """The parts and files of a work, with what is there in which language. Two queries.

    Files of an edition that was withdrawn are left out.
    """
    files: dict[int | None, list[File]] = defaultdict(list)
    for file in resource.files.select_related("edition"):
        if file.edition is None or file.edition.state != State.WITHDRAWN:
            files[file.part_id].append(file)
    parts = list(resource.parts.all())
    editions = [one for one in resource.editions.all() if one.state != State.WITHDRAWN]
    original = next((one.language for one in editions if one.is_original), "")
    states = {one.language: one.state for one in editions}
    branches = []
    for part, depth in in_order(parts):
        spoken = {_language(file, original) for file in files[part.pk]}
        cells = [Cell(tag, _standing(tag, spoken, states)) for tag in states]
        branches.append(Branch(part, depth, files[part.pk], cells))
    columns = [_column(tag, place, branches) for place, tag in enumerate(states)]
    return Tree(branches, columns if branches else [], files[None])


def _language(file: File, original: str) -> str:
    return file.language or (file.edition.language if file.edition else original)


def _standing(tag: str, spoken: set[str], states: dict[str, str]) -> str:
    if tag in spoken:
        return "done"
    return STANDING.get(State(states[tag]), "none")


def _column(tag: str, place: int, branches: list[Branch]) -> Column:
    standing = [branch.cells[place].standing for branch in branches]
    return Column(
        tag=tag,
        name=own_name(tag),
        done=standing.count("done"),
        working=standing.count("working"),
        whole=len(branches),
    )
