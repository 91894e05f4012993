"""Who may, where it does not depend on any noun. A docstring is the sentence in docs/access.md."""

from collections.abc import Callable
from typing import Any

Rule = Callable[..., bool]


def anyone(viewer: Any, *subjects: Any) -> bool:
    """Everybody, signed in or not."""
    return True


def signed_in(viewer: Any, *subjects: Any) -> bool:
    """People who have signed in."""
    return bool(viewer.is_authenticated)


def visitors_too(rule: Rule) -> Rule:
    """Mark a rule that may also allow people who have not signed in."""
    rule.visitors_too = True  # type: ignore[attr-defined]
    return rule


def asks_visitors(rule: Rule) -> bool:
    """Whether a rule is asked before anybody is sent to sign in."""
    return rule is anyone or getattr(rule, "visitors_too", False)
