"""Catalogues of the interface: gathered from the sources, compiled without any system package.

`python -m plaza.web.messages` compiles; with `gather` it first brings the catalogues up to date.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent.parent
LOCALE = ROOT / "locale"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def extract_template(
    fileobj: Any, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[Any, ...]]:
    """Messages of a Django template, by way of Django's own reading of it."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 - only gathering needs Django

    source = templatize(fileobj.read().decode())
    yield from extract_python(BytesIO(source.encode()), keywords, comment_tags, options)


def gathered() -> Catalog:
    """Every message of the product."""
    catalog = Catalog(charset="utf-8", project="Plaza")
    methods: list[Any] = [
        ("**/tests/**", "ignore"),
        ("**.py", "python"),
        ("**/templates/**.html", extract_template),
        ("**/templates/**.txt", extract_template),
    ]
    for name, line, message, comments, context in extract_from_dir(
        str(ROOT / "plaza"), methods, keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        catalog.add(
            message, None, [(f"plaza/{name}", line)], auto_comments=comments, context=context
        )
    return catalog


def gather() -> None:
    """Bring each language's catalogue up to date; nothing that was translated is lost."""
    fresh = gathered()
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalog = read_po(file.open("rb"), locale=file.parent.parent.name)
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        for message in catalog:
            message.locations = sorted({(name, 0) for name, _line in message.locations})
        out = BytesIO()
        write_po(out, catalog, sort_output=True, include_lineno=False, width=100, omit_header=False)
        file.write_bytes(out.getvalue())


def compile_all() -> None:
    """Write the compiled catalogue beside each language's."""
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalog = read_po(file.open("rb"), locale=file.parent.parent.name)
        out = BytesIO()
        write_mo(out, catalog)
        file.with_suffix(".mo").write_bytes(out.getvalue())


if __name__ == "__main__":
    if "gather" in sys.argv[1:]:
        gather()
    compile_all()
