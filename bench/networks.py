"""Networks to measure on: the sample one and a large one, made once and kept in `bench/var/`."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VAR = HERE / "var"
NAMES = ("demo", "large")
SOURCES = {
    "demo": ("plaza/**/migrations/*.py", "plaza/console/demo/*", "examples/*",
             "plaza/imports/**/*.py", "plaza/figures/sample.py"),
    "large": ("plaza/**/migrations/*.py", "bench/large/*.py"),
    "empty": ("plaza/**/migrations/*.py",),
}  # fmt: skip
PLAZA = ["-c", "from plaza.console.main import cli; cli()"]
COMMANDS = {
    "demo": [*PLAZA, "demo", "--only-prepare"],
    "large": ["-m", "bench.large.make"],
    "empty": [*PLAZA, "init"],
}
READY = "bench-is-ready"


def kept(name: str) -> Path:
    """The data folder of a network, made now if what it is made from has changed."""
    folder = VAR / "networks" / f"{name}-{_key(name)}"
    if (folder / READY).exists():
        return folder
    for old in folder.parent.glob(f"{name}-*"):
        shutil.rmtree(old)
    folder.mkdir(parents=True)
    print(f"Making the {name} network (kept for the next time) ...", flush=True)
    subprocess.run(
        [sys.executable, *COMMANDS[name]],
        env=surroundings(folder),
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (folder / READY).write_text("")
    return folder


def copy(name: str, purpose: str) -> Path:
    """A data folder of one's own that may be changed and thrown away."""
    folder = VAR / "run" / f"{purpose}-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kept(name), folder)
    return folder


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """The environment of a process that works on a data folder, whatever is set outside."""
    outside = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PLAZA_") and name not in {"DATABASE_URL", "REDIS_URL", "PORT"}
    }
    return outside | {
        "PLAZA_DATA": str(data),
        "PLAZA_DEMO": "1",
        "PLAZA_WORKER": "0",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **more,
    }


def _key(name: str) -> str:
    """A mark of everything the network is made from."""
    mark = hashlib.sha256()
    for file in _files(SOURCES[name]):
        mark.update(file.name.encode() + file.read_bytes())
    return mark.hexdigest()[:12]


def _files(patterns: Iterable[str]) -> list[Path]:
    found = {file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()}
    return sorted(file for file in found if "tests" not in file.parts and file.suffix != ".pyc")
