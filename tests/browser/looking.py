"""Looking at a page as machines can: axe by day and by night, and every width people have."""

from typing import NamedTuple

from axe_playwright_python.base import AXE_SCRIPT

NARROW = ((320, 640), (390, 844))  # axe reads at the last of them
WIDE = ((768, 1024), (1440, 900))
ALL_RULES = {"resultTypes": ["violations"]}
COLOURS = ALL_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
READ = "(options) => { window.reading = axe.run(document, options); }"
FOUND = """async () => (await window.reading).violations.map((rule) =>
  `${rule.id}: ${rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`)"""
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
WIDEST = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll *"))
  .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""}`)
  .slice(0, 3).join(" | ")"""


class Look(NamedTuple):
    """What was found on a page; each is a sentence for the one who mends it."""

    axe: list[str]
    sideways: list[str]


def look_at(address, narrow, wide):
    """Look at an address in two browsers at once, one for phones and one for desks."""
    look = Look([], [])
    for page, sizes in ((narrow, NARROW), (wide, WIDE)):
        page.goto(address)
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            if page.evaluate(SIDEWAYS):
                look.sideways.append(f"{width}: {page.evaluate(WIDEST)}")
        page.evaluate(AXE_SCRIPT)
    for scheme, rules in (("light", ALL_RULES), ("dark", COLOURS)):
        for page in (narrow, wide):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(READ, rules)
        for page, sizes in ((narrow, NARROW), (wide, WIDE)):
            look.axe.extend(f"{sizes[-1][0]} {scheme}: {one}" for one in page.evaluate(FOUND))
    return look
