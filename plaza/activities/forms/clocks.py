"""Moments as a clock in a zone shows them."""

import datetime as dt
import zoneinfo


def in_zone(clock: dt.datetime | None, zone: str) -> dt.datetime | None:
    """The moment that a clock in a zone shows."""
    return clock.replace(tzinfo=zoneinfo.ZoneInfo(zone)) if clock else None
