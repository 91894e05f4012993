"""What the ending of a name or an address tells, and what the first bytes tell against it."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

SAME = {"pptx": "ppt", "docx": "doc", "xlsx": "xls", "jpeg": "jpg", "htm": "html", "tiff": "tif"}
KNOWN = re.compile(
    "pdf|ppt|doc|xls|odt|odp|ods|epub|zip|mp4|mp3|webm|m4a|jpg|png|svg|html|txt|csv|rtf|tif"
)
PROGRAMS = re.compile(
    "exe|dll|com|bat|cmd|msi|scr|pif|vb[se]|wsf|ps1|sh|bash|jar|apk|app|bin|elf|lnk|reg|hta|m?js"
    "|cpl|deb|rpm|dmg|iso"
)
PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
STARTS = {
    "pdf": (b"%PDF-",),
    "zip": (b"PK",),
    "epub": (b"PK",),
    "pptx": (b"PK",),
    "docx": (b"PK",),
    "xlsx": (b"PK",),
    "odt": (b"PK",),
    "png": (b"\x89PNG",),
    "jpg": (b"\xff\xd8",),
}


def ending_of(address: str) -> str:
    """The letters after the last dot of a name or of an address's path."""
    return PurePosixPath(urlsplit(address).path).suffix.lstrip(".").lower()


def format_of(address: str) -> str:
    """`pdf`, `ppt`, `doc`; nothing where the ending names no format."""
    ending = ending_of(address)
    form = SAME.get(ending, ending)
    return form if KNOWN.fullmatch(form) else ""


def label_of(address: str) -> str:
    """A label for a link: its format, else the last word of its address, else its host."""
    if form := format_of(address):
        return form.upper()
    parts = urlsplit(address)
    last = unquote(PurePosixPath(parts.path).name)
    return " ".join(last.replace("_", " ").replace("-", " ").split())[:80] or parts.netloc


def why_refused(name: str, head: bytes) -> str:
    """Why a file is not taken: a program, or other than its ending says; else nothing."""
    ending = ending_of(name)
    start = head.removeprefix(b"\xef\xbb\xbf")
    if PROGRAMS.fullmatch(ending) or start.startswith(PROGRAM_STARTS):
        return _("“%(name)s” is a program. Programs are not kept here.") % {"name": name}
    expected = STARTS.get("jpg" if ending == "jpeg" else ending)
    if expected and not head.lstrip().startswith(expected):
        return _("“%(name)s” is not what its ending says. Save it again and add it then.") % {
            "name": name
        }
    return ""
