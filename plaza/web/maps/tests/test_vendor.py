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
