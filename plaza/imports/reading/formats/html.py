"""HTML to text: blocks as lines, links kept, scripts and hidden things dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DROPPED = {"script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "head",
           "canvas", "form", "nav"}  # fmt: skip
BLOCKS = {"p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "dl",
          "table", "blockquote", "figure", "figcaption", "address", "pre", "h1", "h2", "h3", "h4",
          "h5", "h6", "hr", "tbody", "thead", "body", "html", "center", "details",
          "summary"}  # fmt: skip
APART = {"p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section",
         "article", "hr", "dl"}  # fmt: skip
LINES = {"li", "tr", "dt", "dd"}
FILES = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|zip|epub|mp4)(?:[?#]|$)", re.IGNORECASE)
DEEPEST = 200


def text_of(markup: str) -> tuple[str, bool]:
    """The text of a page, and whether scripts were dropped from it."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - a heavy import for one kind

    tree = LexborHTMLParser(markup)
    scripts = bool(tree.css("script")) or bool(re.search(r"\son\w+\s*=|javascript:", markup))
    parts: list[str] = []
    if tree.body is not None:
        _walk(tree.body, parts, 0)
    text = re.sub(r"[ \t\r\f\u00a0]*\n[ \t]*", "\n", "".join(parts))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n", scripts


def looks_like_html(text: str) -> bool:
    """Whether a text is a page of HTML."""
    start = text[:2000].lstrip().casefold()
    if start.startswith(("<!doctype html", "<html", "<?xml")) and "<html" in start:
        return True
    tags = re.findall(
        r"<(?:p|div|h[1-6]|ul|li|table|tr|td|a|span|br|body)\b[^<>]*>", text[:20000], re.I
    )
    return (start.startswith("<") and len(tags) >= 2) or start.startswith("<!doctype html")


def _walk(node: LexborNode, parts: list[str], depth: int) -> None:
    if depth > DEEPEST:
        parts.append(" " + (node.text(deep=True) or ""))
        return
    child = node.child
    while child is not None:
        _one(child, parts, depth)
        child = child.next


def _one(node: LexborNode, parts: list[str], depth: int) -> None:
    tag = node.tag or ""
    if tag == "-text":
        parts.append(re.sub(r"\s+", " ", node.text(deep=False) or ""))
        return
    if tag in DROPPED or tag.startswith("-") or _is_hidden(node):
        return
    if tag == "br":
        parts.append("\n")
    elif tag == "a":
        _link(node, parts, depth)
    elif tag == "tr":
        _row(node, parts, depth)
    elif tag in BLOCKS or tag in LINES:
        edge = "\n\n" if tag in APART else "\n"
        parts.append(edge + ("• " if tag == "li" else ""))
        _walk(node, parts, depth + 1)
        parts.append(edge)
    else:
        _walk(node, parts, depth + 1)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").casefold()
    return "hidden" in attributes or "display:none" in style


def _link(node: LexborNode, parts: list[str], depth: int) -> None:
    inner: list[str] = []
    _walk(node, inner, depth + 1)
    words = " ".join("".join(inner).split())
    address = (node.attributes.get("href") or "").strip()
    if address.startswith("mailto:"):
        mail = address[7:].split("?")[0]
        parts.append(words if mail in words else f"{words} {mail}".strip())
    elif not re.match(r"https?://", address, re.IGNORECASE):
        parts.append("".join(inner))
    elif FILES.search(address) or _stands_alone(node):
        label = words.replace('"', "'") or address
        safe = address.replace('"', "%22")
        parts.append(f'\nbutton[src="{safe}"][label="{label}"]\n')
    elif address.rstrip("/") in words:
        parts.append(words)
    else:
        parts.append(f"{words} ({address})")


def _stands_alone(node: LexborNode) -> bool:
    """Whether a link is a button: made to look like one, or alone in its block."""
    style = node.attributes.get("class") or ""
    if re.search(r"\b(?:btn|button|download)", style, re.IGNORECASE):
        return True
    parent = node.parent
    if parent is None or parent.tag not in ("li", "p", "div", "dd", "td"):
        return False
    return (parent.text(deep=True) or "").strip() == (node.text(deep=True) or "").strip()


def _row(node: LexborNode, parts: list[str], depth: int) -> None:
    """A row of two cells as label and value, any other as cells with bars between."""
    cells = []
    child = node.child
    while child is not None:
        if child.tag in ("td", "th"):
            inner: list[str] = []
            _walk(child, inner, depth + 1)
            cells.append((child.tag, "".join(inner).strip("\n ")))
        child = child.next
    if len(cells) == 2 and "\n" not in cells[0][1]:
        label = cells[0][1].rstrip(":")
        parts.append(f"\n{label}: {cells[1][1]}\n" if label else f"\n{cells[1][1]}\n")
    else:
        parts.append("\n" + " | ".join(" ".join(words.split()) for _, words in cells) + "\n")
