"""Writing SVG: short numbers, escaped attributes, hidden or labelled pictures."""

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString

Value = str | float | None


def number(value: float) -> str:
    """At most two decimals, without trailing zeros."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def percent(value: float) -> str:
    """A place on the width of the picture."""
    return f"{number(value)}%"


def element(name: str, *children: str, **attributes: Value) -> SafeString:
    """One element; `class_` and `stroke_width` become `class` and `stroke-width`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(map(conditional_escape, children))
    closed = f">{inner}</{name}>" if inner else "/>"
    return SafeString(f"<{name}{written}{closed}")


def circle(x: float, y: float, radius: float) -> SafeString:
    """The element that pictures have most of."""
    return SafeString(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')


def picture(*children: str, label: str = "", **attributes: Value) -> SafeString:
    """A whole picture: with a label it is an image that says it, without one it is hidden."""
    if label:
        title = element("title", label)
        return element("svg", title, *children, role="img", aria_label=label, **attributes)
    return element("svg", *children, aria_hidden="true", **attributes)


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
