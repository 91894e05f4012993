"""What keeps a release public: higher rooms that print its numbers register it in `apps.ready`."""

from collections.abc import Callable

from plaza.figures.models import Release

Hold = Callable[[Release], str]
_holds: list[Hold] = []


def register_hold(hold: Hold) -> None:
    """Add a reason why a release stays public; `hold(release)` is a sentence, or nothing."""
    if hold not in _holds:
        _holds.append(hold)


def holds_on(release: Release) -> list[str]:
    """The sentences of all rooms that need this release to stay public."""
    return [sentence for hold in _holds if (sentence := hold(release))]
