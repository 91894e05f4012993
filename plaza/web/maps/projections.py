"""From degrees to map units: the European frame and the world, both true to area."""

from __future__ import annotations

import math

from plaza.web.maps.geometry import Point


def european(place: Point) -> Point:
    """Lambert's azimuthal projection around 33 E 52 N; Portugal to Kyrgyzstan is 1000 units."""
    lon, lat, centre = math.radians(place[0] - 33), math.radians(place[1]), math.radians(52)
    near = math.sin(centre) * math.sin(lat) + math.cos(centre) * math.cos(lat) * math.cos(lon)
    k = 870.638 * math.sqrt(2 / max(1 + near, 1e-6))
    across = math.cos(lat) * math.sin(lon)
    up = math.cos(centre) * math.sin(lat) - math.sin(centre) * math.cos(lat) * math.cos(lon)
    return 496.862 + k * across, 309.006 - k * up


def equal_earth(place: Point) -> Point:
    """Equal Earth (Savric, Patterson and Jenny, 2018); the whole world is 1000 units wide."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(place[1])))
    slope = a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)
    x = 2 * math.sqrt(3) * math.radians(place[0]) * math.cos(t) / (3 * slope)
    y = t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))
    return 500 + x * 184.7, 252 - y * 184.7
