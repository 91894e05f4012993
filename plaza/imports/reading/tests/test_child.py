import subprocess
import sys

import pytest

from plaza.imports.reading import child
from plaza.imports.reading.child import read_files
from plaza.imports.reading.found import Reading

PAGE = b"Host: Story House\nCountry: Latvia\nParticipants: 8\nStructure: 2 webinars of 1 hour\n"


def test_one_child_reads_several_files_and_refuses_others():
    results = read_files([("a.txt", PAGE), ("b.txt", b""), ("c.txt", PAGE)])
    assert [
        result.source.name if isinstance(result, Reading) else result.code for result in results
    ] == ["a.txt", "empty", "c.txt"]


def test_a_file_over_the_limit_never_reaches_the_child():
    results = read_files([("a.txt", b"x" * (2 * 1024 * 1024))], limit_mb=1)
    assert [result.code for result in results] == ["too_large"]


def test_too_little_memory_costs_the_file_and_nothing_else():
    results = read_files([("a.txt", PAGE)], memory_mb=24)
    assert [result.code for result in results] == ["reader_failed"]


def test_a_child_that_is_killed_is_replaced():
    process = child.Child(seconds=5, memory_mb=1024)
    process._process.kill()
    with pytest.raises(child.Unreadable):
        process.read("a.txt", PAGE, 50)
    assert isinstance(read_files([("a.txt", PAGE)])[0], Reading)


def test_reading_needs_no_django():
    code = "import plaza.imports.reading.child, sys; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=child.ROOT
    )
    assert done.stdout == "False\n"
