"""Places: country and city of a venue, the city in its English spelling, or online."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from plaza.imports.reading import vocabulary
from plaza.imports.reading.doubts import doubt
from plaza.imports.reading.found import Doubt, Json
from plaza.imports.reading.normal.countries import NAMED_IN, country, find_countries, plain


def place(printed: str) -> tuple[Json, list[Doubt]]:
    """The venue these words name, and what is doubtful about it."""
    doubts: list[Doubt] = []
    if re.search(rf"\b{vocabulary.pattern('sessions', 'online')}\b", printed, re.IGNORECASE):
        return {"country": None, "city": None, "online": True}, doubts
    parts = [
        part.strip(" .") for part in re.split(r"[,()/]|\s[-–—]\s", printed) if part.strip(" .")
    ]
    code: str | None = None
    city: str | None = None
    for part in parts:
        found = country(part)
        if found and code is None:
            code = found
        elif not any(letter.isdigit() for letter in part) and city is None:
            city = part
    if code is None:
        named = find_countries(printed)
        code = named[0].code if named else None
        if code and city and country(city) is None and named:
            city = city.replace(printed[named[0].start : named[0].end], "").strip(" ,") or None
    if city:
        english = cities().get(plain(city))
        if english and english != city:
            doubts.append(doubt("spelling_differs", printed=city))
            city = english
    if code is None and (city is None or plain(city) not in cities()):
        doubts.append(doubt("country_not_understood"))
    return {"country": code, "city": city, "online": False}, doubts


@cache
def cities() -> dict[str, str]:
    """Capital and other great cities as printed in many languages, to their English names."""
    table: dict[str, str] = {}
    for tag in NAMED_IN:
        for zone, names in Locale.parse(tag).time_zones.items():
            english = zone.rsplit("/", 1)[-1].replace("_", " ")
            table.setdefault(plain(english), english)
            if names.get("city"):
                table.setdefault(plain(str(names["city"])), english)
    table["kyiv"] = table["kiev"] = "Kyiv"
    table.update(OTHERS)
    return table


OTHERS = {
    "gent": "Ghent", "gand": "Ghent", "den haag": "The Hague", "firenze": "Florence",
    "torino": "Turin", "lisboa": "Lisbon", "milano": "Milan", "leiden": "Leiden",
    "praag": "Prague", "antwerpen": "Antwerp",
}  # fmt: skip
