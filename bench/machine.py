"""Facts of the machine that a number needs beside it; nothing that names a place or a person."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path


def facts() -> dict[str, str]:
    """Processor, memory, versions, and how busy the machine was."""
    return {
        "processor": f"{os.cpu_count()} x {_processor()}",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "Django": version("django"),
        "SQLite": sqlite3.sqlite_version,
    }


def load() -> str:
    """How many processes wanted the processor in the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    text = about.read_text() if about.exists() else ""
    names = [line.split(":", 1)[1].strip() for line in text.splitlines() if "model name" in line]
    return names[0] if names else platform.processor() or "unknown"
