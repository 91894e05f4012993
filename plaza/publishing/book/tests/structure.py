"""A reader of the structure tree of a PDF: what a screen reader would walk through."""

import io
from collections import Counter
from dataclasses import dataclass, field

from pypdf import PdfReader


@dataclass
class Element:
    kind: str
    alt: str
    children: list["Element"] = field(default_factory=list)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, kind):
        return [e for e in self.walk() if e.kind == kind]


def opened(pdf):
    return PdfReader(io.BytesIO(pdf))


def structure(reader):
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return _element(root)


def kinds(element):
    return Counter(e.kind for e in element.walk())


def fonts(reader):
    """Each font of the book with whether it is embedded and copies out as text."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            child = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            file = {"/FontFile", "/FontFile2", "/FontFile3"} & set(child["/FontDescriptor"])
            found[font["/BaseFont"].split("+")[-1]] = bool(file) and "/ToUnicode" in font
    return found


def languages(node):
    """The language of each element that has one of its own."""
    found = [node["/Lang"]] if "/Lang" in node else []
    inner = node.get("/K", [])
    for child in inner if isinstance(inner, list) else [inner]:
        child = child.get_object()
        if isinstance(child, dict):
            found += languages(child)
    return found


def _element(node):
    element = Element(str(node.get("/S", "/Root"))[1:], str(node.get("/Alt", "")))
    inner = node.get("/K", [])
    for child in inner if isinstance(inner, list) else [inner]:
        child = child.get_object()
        if isinstance(child, dict) and "/S" in child:
            element.children.append(_element(child))
    return element
