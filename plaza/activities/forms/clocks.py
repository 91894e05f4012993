"""Moments as a clock in a zone shows them."""

import datetime as dt
import zoneinfo


def in_zone(clock: dt.datetime | None, zone: str) -> dt.datetime | None:
    """The moment that a clock in a zone shows."""
    return clock.replace(tzinfo=zoneinfo.ZoneInfo(zone)) if clock else None


def is_skipped(clock: dt.datetime, zone: str) -> bool:
    """No clock in the zone shows this: it was put forward over it."""
    moment = clock.replace(tzinfo=zoneinfo.ZoneInfo(zone))
    return moment.astimezone(dt.UTC).astimezone(moment.tzinfo).replace(tzinfo=None) != clock
