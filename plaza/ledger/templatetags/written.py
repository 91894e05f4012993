"""`{% written "activities" "network" by year %}...{% endwritten %}`: a part kept for visitors."""

from collections.abc import Hashable

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token

from plaza.ledger.memory import written

register = template.Library()


class Written(Node):
    """A part of a template that is written once for visitors while its rooms stand still."""

    def __init__(
        self, name: Hashable, nodelist: NodeList, rooms: list[str], by: list[FilterExpression]
    ) -> None:
        self.name = name
        self.nodelist = nodelist
        self.rooms = rooms
        self.by = by

    def render(self, context: template.Context) -> str:
        """From memory for a visitor; anew for everybody else."""
        viewer = getattr(context.get("request"), "user", None)
        if viewer is None:
            return self.nodelist.render(context)
        by = tuple(one.resolve(context) for one in self.by)
        return written(viewer, self.name, self.rooms, by, lambda: self.nodelist.render(context))


@register.tag("written")
def parse(parser: Parser, token: Token) -> Written:
    """The rooms are literals; after `by` comes all else that the part depends on.

    Whatever else it shows must follow from the rooms, the language and the day: no path, no
    form, nothing of the request.
    """
    words = token.split_contents()[1:]
    at = words.index("by") if "by" in words else len(words)
    rooms = [word.strip("\"'") for word in words[:at]]
    if not rooms:
        raise template.TemplateSyntaxError("`written` names the rooms that its part reads.")
    by = [parser.compile_filter(word) for word in words[at + 1 :]]
    nodelist = parser.parse(("endwritten",))
    parser.delete_first_token()
    origin = parser.origin.name if parser.origin is not None else ""
    return Written((origin, token.lineno, token.position), nodelist, rooms, by)
