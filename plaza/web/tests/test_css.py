import re
from pathlib import Path

import brotli
import pytest

from plaza.web import bundle

FOLDER = Path(bundle.__file__).parent / "static/web/css"
FILES = {
    file.name: re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.S)
    for file in FOLDER.glob("*.css")
}
WHOLE = "\n".join(FILES.values())
LAYERS = {
    "tokens.css": "base",
    "reset.css": "reset",
    "base.css": "base",
    "layout.css": "layout",
    "utilities.css": "utilities",
}
COMPONENTS = {
    name: text
    for name, text in FILES.items()
    if name not in {*LAYERS, "map.css"} and "@layer components" in text
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|color)\(|:\s*(?:white|black)\b")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|(?:max-|min-)?(?:width|height))\s*:"
)
# Drawn only while somebody types, drags or prints, or on another page than /design/.
ELSEWHERE = {
    "combobox__list",
    "combobox__none",
    "save--offline",
    "save--wrong",
    "skip",
    "sheet",
    "rail__who",
    "main",
    "main--plain",
    "mark--cover",
    "print-only",
    "screen-only",
    "notices",
}


def classes(text):
    return {
        name
        for head in re.findall(r"([^{}]*)\{", text)
        for name in re.findall(r"\.([a-zA-Z][\w-]*)", head)
    }


def test_tokens_begin_with_the_order_of_layers():
    first = (FOLDER / "tokens.css").read_text().splitlines()[0]
    assert first == "@layer reset, base, layout, components, pages, utilities;"


def test_every_file_lives_in_one_layer():
    layers = {name: set(re.findall(r"@layer (\w+) \{", text)) for name, text in FILES.items()}
    assert {name: found for name, found in layers.items() if len(found) != 1} == {}


def test_every_variable_is_defined():
    used = set(re.findall(r"var\(\s*(--[\w-]+)(?=\s*\))", WHOLE))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", WHOLE)) == set()


def test_colours_stand_in_the_tokens_alone():
    named = {name: COLOUR.findall(text) for name, text in FILES.items() if name != "tokens.css"}
    assert {name: found for name, found in named.items() if found} == {}


def test_components_name_colours_by_meaning():
    palette = re.compile(r"var\(--(?:paper|ink|line|cloth|brick)[-\d]*\)")
    assert {
        name: palette.findall(text) for name, text in COMPONENTS.items() if palette.search(text)
    } == {}


def test_nothing_is_important_outside_utilities():
    assert {name for name, text in FILES.items() if "!important" in text} <= {"utilities.css"}


def test_sides_are_logical():
    bare = {
        name: re.sub(r"@media[^{]*|linear-gradient\([^;]*", "", text)
        for name, text in FILES.items()
    }
    assert {
        name: PHYSICAL.findall(text) for name, text in bare.items() if PHYSICAL.search(text)
    } == {}


def test_one_file_is_one_class():
    begun = {
        name: {
            re.split("__|--", first.group(1))[0]
            for head in re.findall(r"([^{}@]*)\{", text)
            if (first := re.search(r"\.([a-zA-Z][\w-]*)", head))
        }
        - {name.removesuffix(".css"), name.removesuffix(".css") + "s"}
        for name, text in COMPONENTS.items()
    }
    assert {name: found for name, found in begun.items() if found} == {}


def test_there_are_fewer_than_thirty_utilities():
    assert len(classes(FILES["utilities.css"])) < 30


def test_the_stylesheet_stays_small_before_pages_add_theirs():
    house = "\n".join(text for text in FILES.values() if "@layer pages" not in text.splitlines()[0])
    assert len(brotli.compress(house.encode())) < 14_000


@pytest.mark.django_db
def test_design_shows_every_class(client):
    page = client.get("/design/").content.decode()
    shown = {name for value in re.findall(r'class="([^"]*)"', page) for name in value.split()}
    ours = set().union(
        *map(classes, COMPONENTS.values()),
        classes(FILES["layout.css"]),
        classes(FILES["utilities.css"]),
    )
    assert ours - shown - ELSEWHERE == set()
