"""Which labels, content and links make one work: by the order the list keeps."""

from __future__ import annotations

from dataclasses import dataclass, field

from plaza.imports.reading.document import SENTENCE_END, Document
from plaza.imports.reading.layouts.hub.tokens import Button, Labelled, Segment
from plaza.imports.reading.passages import Line

SHORT = 200  # letters in the longest title


@dataclass(slots=True)
class Work:
    """One is a work of a list in the making."""

    labels: list[Labelled] = field(default_factory=list)
    content: list[Line] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        lines = [*self.content, *(labelled.line for labelled in self.labels)]
        return sorted(
            [*lines, *(button.line for button in self.buttons)], key=lambda line: line.start
        )


def works(document: Document, segments: list[Segment]) -> list[Work]:
    """The works of the document; labels alone join the content they stand beside."""
    found: list[Work] = []
    waiting: Work | None = None
    for segment in segments:
        parts = _parts(document, segment)
        if len(parts) == 1:
            only = parts[0]
            if waiting and _completes(waiting, only):
                waiting.labels += only.labels
                waiting.content += only.content
                waiting.buttons += only.buttons
                waiting = None
                continue
            whole = only.labels and only.content and _has_text(only)
            waiting = None if whole else only
        else:
            waiting = None
        found += parts
    return [work for work in found if work.content or len(work.labels) > 1]


def _completes(waiting: Work, part: Work) -> bool:
    """Whether one has only content and the other only labels."""
    if waiting.content and not waiting.labels:
        return bool(part.labels) and not part.content
    if waiting.content and part.content and not part.labels:
        return not _has_text(waiting) and bool(SENTENCE_END.search(part.content[0].text))
    return bool(waiting.labels) and not waiting.content and not part.labels


def _has_text(work: Work) -> bool:
    """Whether there is more than a title: a sentence, or a long line."""
    return any(SENTENCE_END.search(line.text) or len(line.text) > SHORT for line in work.content)


def _parts(document: Document, segment: Segment) -> list[Work]:
    runs = segment.runs
    groups = [run for run in runs if _is_labels(run)]
    if len(groups) <= 1:
        work = Work(buttons=list(segment.buttons))
        for run in runs:
            _add(work, run)
        return [work]
    if _is_labels(runs[0]):
        parts = _each(runs, labels_first=True)
    elif _is_title(document, runs[0]):
        parts = _around_title(document, runs)
    else:
        parts = _each(runs, labels_first=False)
    for button in segment.buttons:
        before = [part for part in parts if part.lines and part.lines[0].start < button.line.start]
        (before[-1] if before else parts[0]).buttons.append(button)
    return parts


def _each(runs: list[list[Line] | list[Labelled]], *, labels_first: bool) -> list[Work]:
    """Works that begin with their labels, or that end with them."""
    parts = [Work()]
    for run in runs:
        work = parts[-1]
        begins = work.content and _is_labels(run) if labels_first else work.labels
        if begins:
            parts.append(Work())
        _add(parts[-1], run)
    return parts


def _around_title(document: Document, runs: list[list[Line] | list[Labelled]]) -> list[Work]:
    """Works whose labels stand between title and text: the last short lines open the next one."""
    parts: list[Work] = [Work()]
    for place, run in enumerate(runs):
        lines = [item for item in run if isinstance(item, Line)]
        last = place + 1 >= len(runs)
        if not lines or not parts[-1].labels:
            _add(parts[-1], run)
        elif last:
            parts[-1].content += lines
        else:
            cut = _last_title(lines)
            parts[-1].content += lines[:cut]
            parts.append(Work(content=lines[cut:]))
    return parts


def _last_title(lines: list[Line]) -> int:
    """Where the title of the next work begins: the last paragraph, if it is short."""
    cut = len(lines) - 1
    while cut > 0 and not lines[cut].gap and len(lines) - cut < 3:
        if SENTENCE_END.search(lines[cut - 1].text):
            break
        cut -= 1
    return cut


def _is_title(document: Document, run: list[Line] | list[Labelled]) -> bool:
    lines = [item for item in run if isinstance(item, Line)]
    paragraphs = document.paragraphs(lines)
    return len(paragraphs) <= 2 and all(
        len(part.text) <= SHORT and not SENTENCE_END.search(part.text) for part in paragraphs
    )


def _is_labels(run: list[Line] | list[Labelled]) -> bool:
    return isinstance(run[0], Labelled)


def _add(work: Work, run: list[Line] | list[Labelled]) -> None:
    for item in run:
        if isinstance(item, Labelled):
            work.labels.append(item)
        else:
            work.content.append(item)
