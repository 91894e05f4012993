import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).parents[4] / "vendor"
ROW = re.compile(r"^\| `([^`]+)` .*`([0-9a-f]{64})` \|$", re.MULTILINE)


def test_every_foreign_file_is_the_one_its_checksum_names():
    promised = dict(ROW.findall((VENDOR / "README.md").read_text()))
    found = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(VENDOR.rglob("*"))
        if path.suffix in {".otf", ".ttf", ".gz"}
    }

    assert found == promised


def test_every_foreign_file_has_a_version_and_a_licence_that_lies_beside_it():
    rows = [line for line in (VENDOR / "README.md").read_text().splitlines() if ROW.match(line)]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    licences = {name for row in cells for name in re.findall(r"`([^`]+)`", row[2])}

    assert [row[0] for row in cells if not (row[1] and row[2])] == []
    assert licences == {
        str(path.relative_to(VENDOR)) for path in VENDOR.rglob("LICENSE*") if path.is_file()
    }
