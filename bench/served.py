"""A server of the product in processes of its own, and what they use, read from /proc."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench import networks

PATIENCE = 120
TICKS = os.sysconf("SC_CLK_TCK")


class Served:
    """`plaza serve` or `plaza demo` on a data folder, from its start to its end."""

    def __init__(self, data: Path, command: str = "serve", **settings: str) -> None:
        self.port = _free_port()
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, *networks.PLAZA, command, "--port", str(self.port)],
            env=networks.surroundings(data, **settings),
            cwd=networks.ROOT,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *error: object) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            for one in tree(self.process.pid):
                os.kill(one, signal.SIGKILL)
            self.process.wait()

    def wait(self) -> float:
        """Wall seconds from its start to its first answer."""
        while time.monotonic() - self.began < PATIENCE:
            if self.process.poll() is not None:
                raise RuntimeError("The server ended by itself.")
            try:
                connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
                connection.request("GET", "/")
                if connection.getresponse().status == 200:
                    return time.monotonic() - self.began
            except (OSError, HTTPException):
                time.sleep(0.02)
        raise RuntimeError("The server did not answer.")

    def cpu(self) -> float:
        """CPU seconds of all its processes, of ended children too."""
        return sum(_cpu(one) for one in tree(self.process.pid))

    def memory(self) -> dict[int, float]:
        """Resident megabytes of each of its processes."""
        return {one: _resident(one) for one in tree(self.process.pid)}


def tree(root: int) -> list[int]:
    """A process and all below it."""
    found = [root]
    for one in found:
        tasks = Path(f"/proc/{one}/task")
        try:
            for task in tasks.iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _cpu(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(int(number) for number in told[11:15]) / TICKS


def _resident(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/statm").read_text().split()
    except OSError:
        return 0.0
    return int(told[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
