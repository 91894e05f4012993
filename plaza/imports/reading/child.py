"""Reading foreign files in a short-lived child process with limits of time and memory.

The protocol is plain: a line of JSON and the bytes of a file go in, a line of JSON comes out. A
crash or a reading that takes too long costs that file and nothing else.
"""

from __future__ import annotations

import json
import os
import resource
import selectors
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from plaza.imports.reading.files import LIMIT_MB, open_file
from plaza.imports.reading.found import Reading
from plaza.imports.reading.read import read_source
from plaza.imports.reading.source import Unreadable

SECONDS = 60
MEMORY_MB = 1024
ROOT = Path(__file__).resolve().parents[3]


def read_files(
    files: Iterable[tuple[str, bytes]],
    *,
    limit_mb: int = LIMIT_MB,
    seconds: int = SECONDS,
    memory_mb: int = MEMORY_MB,
) -> list[Reading | Unreadable]:
    """What each file says, or why it cannot be read, in the order of the files.

    One child reads them all; after a crash a new one goes on with the next file.
    """
    results: list[Reading | Unreadable] = []
    child: Child | None = None
    for name, data in files:
        if len(data) > limit_mb * 1024 * 1024:
            results.append(Unreadable("too_large", limit=limit_mb))
            continue
        child = child or Child(seconds, memory_mb)
        try:
            results.append(child.read(name, data, limit_mb))
        except Unreadable as refusal:
            results.append(refusal)
            if not child.is_alive:
                child = None
    if child:
        child.stop()
    return results


class Child:
    """One child process that reads files one after the other."""

    def __init__(self, seconds: int, memory_mb: int) -> None:
        self._seconds = seconds
        command = [
            sys.executable,
            "-m",
            "plaza.imports.reading.child",
            str(seconds),
            str(memory_mb),
        ]
        paths = [str(ROOT), *(path for path in sys.path if path.endswith("-packages"))]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(paths), "LC_ALL": "C.UTF-8"},
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def read(self, name: str, data: bytes, limit_mb: int) -> Reading:
        """What the file says; ``Unreadable`` if it cannot be read, or the child did not survive."""
        assert self._process.stdin
        header = json.dumps({"name": name, "size": len(data), "limit_mb": limit_mb})
        try:
            self._process.stdin.write(header.encode() + b"\n" + data)
            self._process.stdin.flush()
        except OSError as error:
            self.stop()
            raise Unreadable("reader_failed") from error
        answer = self._answer()
        if "unreadable" in answer:
            refusal = answer["unreadable"]
            raise Unreadable(refusal["code"], **refusal["params"])
        return Reading.from_json(answer["reading"])

    def stop(self) -> None:
        """End the child, whatever it does."""
        if self._process.stdin:
            try:
                self._process.stdin.close()
            except OSError:
                self._process.kill()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        deadline = time.monotonic() + 2 * self._seconds
        received = bytearray()
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while not received.endswith(b"\n"):
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    self._process.kill()
                    self.stop()
                    raise Unreadable("took_too_long")
                part = os.read(self._process.stdout.fileno(), 1 << 20)
                if not part:
                    code = self._process.wait()
                    self.stop()
                    raise Unreadable(
                        "took_too_long" if code in SIGNALS_OF_TIME else "reader_failed"
                    )
                received += part
        answer: dict[str, Any] = json.loads(received)
        return answer


def serve(incoming: BinaryIO, outgoing: BinaryIO, seconds: int) -> None:
    """Answer each file that comes in, until the other side closes."""
    while header := incoming.readline():
        said = json.loads(header)
        data = incoming.read(said["size"])
        _allow(seconds)
        try:
            reading = read_source(open_file(said["name"], data, limit_mb=said["limit_mb"]))
            answer = {"reading": reading.to_json()}
        except Unreadable as refusal:
            answer = {"unreadable": refusal.to_json()}
        except Exception:  # whatever a foreign file provokes, the answer is one sentence
            answer = {"unreadable": Unreadable("reader_failed").to_json()}
        outgoing.write(json.dumps(answer).encode() + b"\n")
        outgoing.flush()


def _allow(seconds: int) -> None:
    """Give the next file its seconds of processor time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = spent + seconds
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (wanted, hard))


def main(arguments: list[str]) -> int:
    """The child: limits first, then files from standard input."""
    seconds, memory_mb = int(arguments[0]), int(arguments[1])
    memory = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer, seconds)
    return 0


SIGNALS_OF_TIME = (-24, -9)  # SIGXCPU, and SIGKILL at the hard limit

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
