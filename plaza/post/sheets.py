"""What a letter says, once; its text and HTML are made of the same words in the same order."""

from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from plaza.network.queries import the_network
from plaza.post.look import inlined


class Fact(NamedTuple):
    """One line of facts: what, and its value."""

    name: str
    value: str


class Button(NamedTuple):
    """The one button of a letter; it opens a page and never acts by itself."""

    label: str
    url: str


@dataclass(frozen=True)
class Sheet:
    """A letter before it is put into a form: the subject holds the fact, the title the name."""

    subject: str
    title: str
    words: tuple[str, ...]
    why: str
    facts: tuple[Fact, ...] = ()
    button: Button | None = None
    after: tuple[str, ...] = ()
    code: str = ""


class Forms(NamedTuple):
    """A letter as text and as HTML."""

    text: str
    html: str


def forms_of(sheet: Sheet, language: str) -> Forms:
    """Text and HTML of a letter, in the house's look."""
    with translation.override(language):
        context = {
            "sheet": sheet,
            "network": the_network(),
            "day": timezone.localdate(),
            "address": settings.PLAZA_ADDRESS,
        }
        text = render_to_string("post/letter.txt", context)
        html = render_to_string("post/letter.html", context)
    return Forms(text.strip() + "\n", inlined(html))
