"""Tags of the library's templates: found words are marked, sizes are said."""

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plaza.library.folding import found_in
from plaza.web.text import Said

register = template.Library()


@register.simple_tag
def marked(said: Said, words: tuple[str, ...]) -> SafeString:
    """Words in their language, those that were looked for are marked."""
    pieces, end = [], 0
    for start, stop in found_in(said.text, words) if words else []:
        pieces.append(format_html("{}<mark>{}</mark>", said.text[end:start], said.text[start:stop]))
        end = stop
    pieces.append(format_html("{}", said.text[end:]))
    whole = format_html_join("", "{}", ((piece,) for piece in pieces))
    if said.language.split("-")[0] == (get_language() or "en").split("-")[0]:
        return whole
    return format_html('<span lang="{}" dir="auto">{}</span>', said.language, whole)


@register.filter
def in_words(size: int | None) -> str:
    """A size as people say it: 840 kB, 2.1 MB; nothing when it is not known."""
    if not size:
        return ""
    for unit, limit, places in ((_("kB"), 10**6, 0), (_("MB"), 10**9, 1), (_("GB"), 10**12, 1)):
        if size < limit:
            number = size * 1000 / limit
            return f"{number_format(max(number, 1), places)} {unit}"
    return f"{number_format(size / 10**9, 0)} {_('GB')}"
