"""Typed readers of environment variables. Each raises on nonsense and names the variable."""

import os
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    """The variable as written, or the default where it is not set."""
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """`1`, `true`, `yes`, `on` or `0`, `false`, `no`, `off`; anything else is refused."""
    written = os.environ.get(name, "").strip().lower()
    if not written:
        return default
    if written in {"1", "true", "yes", "on"}:
        return True
    if written in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {written!r}; write 1 or 0.")


def number(name: str, default: int) -> int:
    """A whole number of zero or more."""
    written = os.environ.get(name, "").strip()
    if not written:
        return default
    if not written.isdecimal():
        raise ImproperlyConfigured(f"{name} is {written!r}; write a whole number.")
    return int(written)


def names(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A list written with commas."""
    written = os.environ.get(name, "")
    return [part.strip() for part in written.split(",") if part.strip()] or list(default)


def choice(name: str, options: tuple[str, ...], default: str) -> str:
    """One of the words, in capitals or not."""
    written = os.environ.get(name, "").strip().upper()
    if written and written not in options:
        raise ImproperlyConfigured(f"{name} is {written!r}; write one of {', '.join(options)}.")
    return written or default


def folder(name: str, default: Path) -> Path:
    """A folder that can be written to, made absolute; where it is missing it is made."""
    written = os.environ.get(name, "").strip()
    found = Path(written).expanduser().resolve() if written else default
    try:
        found.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ImproperlyConfigured(
            f"{name} is {found}, which cannot be made a folder: {fault.strerror}."
        ) from fault
    if not os.access(found, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name} is {found}, where nothing may be written.")
    return found


def address(name: str, schemes: tuple[str, ...], default: str = "") -> str:
    """A web address or the like with one of these schemes, without a slash at its end."""
    written = os.environ.get(name, "").strip().rstrip("/") or default
    url = _parts(written, schemes)
    if written and not (url and url.hostname):
        raise ImproperlyConfigured(f"{name} is {written!r}; write {schemes[0]}://host.")
    return written


def database(name: str, data: Path) -> dict[str, object]:
    """`postgres://user:password@host:port/name`, or nothing for SQLite in the data folder."""
    written = os.environ.get(name, "").strip()
    if not written:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(data / "plaza.sqlite3"),
            "CONN_MAX_AGE": 60,  # opening a file with its log costs more than a page kept ready
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                    "PRAGMA foreign_keys=ON; PRAGMA cache_size=-2000;"
                ),
            },
        }
    url = _parts(written, ("postgres", "postgresql"))
    if url is None:
        example = "postgres://user:password@host:5432/name"
        raise ImproperlyConfigured(f"{name} is no address of a database; write {example}.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")) or "plaza",
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _parts(written: str, schemes: tuple[str, ...]) -> SplitResult | None:
    """The parts of an address, if it has one of these schemes and its port is a number."""
    try:
        url = urlsplit(written)
        _port = url.port  # read to be checked: it raises on nonsense
    except ValueError:
        return None
    return url if url.scheme in schemes else None


def secret(name: str, file: Path) -> str:
    """The variable, or the key kept in the data folder; a first start makes one."""
    written = os.environ.get(name, "").strip()
    if written:
        return written
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as new:
                new.write(os.urandom(48).hex())
        except FileExistsError:
            pass
    return file.read_text().strip()
