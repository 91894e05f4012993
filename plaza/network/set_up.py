"""The first start: a link that opens the set-up page once, and closed doors until then."""

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.db import connection

from plaza.network.models import Network


def set_up_link() -> str | None:
    """A fresh address of the set-up page, or None when the network is set up already.

    Only a hash of it is kept; an older link stops working.
    """
    if Network.objects.filter(opened_at__isnull=False).exists():
        _file().unlink(missing_ok=True)
        return None
    token = secrets.token_urlsafe(24)
    kept = {"hash": _hashed(token), "database": _database()}
    new = _file().with_suffix(".new")
    with os.fdopen(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as out:
        json.dump(kept, out)
    new.replace(_file())
    return f"{settings.PLAZA_ADDRESS}/set-up/{token}/"


def opens(token: str) -> bool:
    """Whether a link is the one that was printed, and was not used yet."""
    return hmac.compare_digest(_kept().get("hash", ""), _hashed(token))


def is_waiting() -> bool:
    """Whether a link was printed and nobody has used it; until then the doors are closed."""
    return _file().exists() and _kept().get("database") == _database()


def use_up() -> None:
    """The link has done its work."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.PLAZA_DATA) / "set-up.json"


def _kept() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(_file().read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return found


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _database() -> str:
    return str(connection.settings_dict["NAME"])
