import subprocess
import sys
from pathlib import Path


def test_rooms_import_downwards_only():
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint, "--no-cache"], capture_output=True, text=True)

    assert run.returncode == 0, run.stdout
