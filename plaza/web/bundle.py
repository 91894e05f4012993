"""One stylesheet and one script for all pages, joined from the small files at start-up.

The joined files carry a hash of their content in their name, so that they may be kept for ever.
"""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import brotli
import django_htmx
from django.conf import settings

HERE = Path(__file__).parent / "static" / "web"
FIRST = {"css": ["tokens.css"], "js": []}


@lru_cache(maxsize=2)
def bundle(kind: str) -> str:
    """The file name of the joined `css` or `js`; it exists when this returns."""
    content = _joined(kind)
    name = f"plaza-{hashlib.sha256(content).hexdigest()[:12]}.{kind}"
    folder = bundle_folder()
    if not (folder / f"{name}.gz").exists():
        _write(folder / name, content)
        _write(folder / f"{name}.br", brotli.compress(content, quality=9))
        _write(folder / f"{name}.gz", gzip.compress(content, mtime=0))
    return name


def bundle_folder() -> Path:
    """Where the joined files lie."""
    folder = Path(settings.PLAZA_DATA) / "static"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _joined(kind: str) -> bytes:
    files = {file.name: file for file in sorted((HERE / kind).glob(f"*.{kind}"))}
    order = [name for name in FIRST[kind] if name in files]
    order += [name for name in files if name not in order]
    texts = [files[name].read_text() for name in order]
    if kind == "js":
        htmx = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"
        texts = [htmx.read_text(), *texts] if htmx.exists() else texts
        return "\n;".join(texts).encode()
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", "\n".join(texts), flags=re.S)).encode()


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: two servers may start at once."""
    new = file.with_suffix(file.suffix + f".{hashlib.sha256(content).hexdigest()[:6]}.new")
    new.write_bytes(content)
    new.replace(file)
