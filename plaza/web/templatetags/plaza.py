"""Tags that every template has: `can`, `say`, `choices`, `in_paragraphs`, `bundle` and others."""

import re
from collections.abc import Iterator
from typing import Any

from django import template
from django.db.models import Model
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils.formats import localize
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from plaza.web.bundle import bundle as bundle_name
from plaza.web.facets import Facet
from plaza.web.structured import structured_data
from plaza.web.text import Said, Text

register = template.Library()
_CHECKED = SafeString(" checked")
_BULLETS = re.compile(r"((?:^[ \t]*[•*-][ \t]+\S.*\n?\s*)+)", re.MULTILINE)


@register.simple_tag(takes_context=True)
def can(context: template.Context, name: str, *subjects: Any) -> bool:
    """Ask the route itself whether this viewer may use it, so a button and its URL agree."""
    endpoint = _endpoints().get(name)
    if endpoint is None:
        raise template.TemplateSyntaxError(f"No route is called {name!r}.")
    return bool(endpoint.allow(context["request"].user, *subjects))


@register.simple_tag
def say(text: Text | Said | str | None) -> SafeString | str:
    """Words in the reader's language; others are marked with theirs."""
    if not text:
        return ""
    if isinstance(text, str):
        text = Said(text, getattr(text, "language", "") or get_language() or "")
    said = text.said() if isinstance(text, Text) else text
    if not isinstance(said, Said) or _same(said.language):
        return said.text
    return format_html('<span lang="{}" dir="auto">{}</span>', said.language, said.text)


@register.filter
def foreign(text: Text | None) -> str:
    """The language tag of a text that is not in the reader's language, else nothing."""
    if not text:
        return ""
    said = text.said()
    return "" if _same(said.language) else said.language


@register.filter
def number_of_errors(form: BaseForm) -> int:
    """How many sentences a form says about what was typed; one field may have several."""
    return sum(len(errors) for errors in form.errors.values())


@register.filter
def in_paragraphs(words: str | Text) -> SafeString:
    """Plain text as paragraphs; lines that begin with a bullet become a list."""
    pieces = [
        format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", _points(piece)))
        if number % 2
        else SafeString(linebreaks(piece.strip("\n"), autoescape=True))
        for number, piece in enumerate(_BULLETS.split(str(words).replace("\r\n", "\n")))
        if piece.strip()
    ]
    return format_html_join("\n", "{}", ((piece,) for piece in pieces))


@register.simple_tag
def choices(facet: Facet) -> SafeString:
    """What a list can be narrowed by, each with a box; one call, as a list may have a hundred."""
    return format_html_join(
        "\n",
        '<label class="facet__choice"><input class="box" type="checkbox" name="{}" value="{}"{}>'
        "<span{}>{}</span><span>{}</span></label>",
        (
            (
                facet.key,
                one.value,
                _CHECKED if one.chosen else "",
                format_html(' lang="{}"', one.language) if one.language else "",
                one.label,
                localize(one.count),
            )
            for one in facet.choices
        ),
    )


@register.simple_tag
def structured(subject: Model | None) -> SafeString:
    """The record as JSON-LD, for the head of its page."""
    return structured_data(subject) if subject is not None else SafeString("")


@register.simple_tag
def bundle(kind: str) -> str:
    """Address of the joined stylesheet or script."""
    return static(bundle_name(kind + ""))  # a template literal is a SafeString, which Path refuses


def _points(lines: str) -> Iterator[tuple[str]]:
    for line in lines.splitlines():
        if line.strip():
            yield (line.strip()[1:].strip(),)


def _same(language: str) -> bool:
    return language.split("-")[0] == (get_language() or "en").split("-")[0]


_ROUTES: dict[str, Any] = {}


def _endpoints() -> dict[str, Any]:
    if not _ROUTES:
        from plaza.web.routes import every_route  # noqa: PLC0415 - the table is whole only at run time

        _ROUTES.update({name: view for name, _pattern, view in every_route()})
    return _ROUTES
