"""How the server ends, whoever asks it to."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

import pytest

PLAZA = [sys.executable, "-c", "from plaza.console.main import cli; cli()"]


@pytest.fixture
def server(tmp_path):
    env = {**os.environ, "PLAZA_DATA": str(tmp_path), "PLAZA_DEMO": "1", "PLAZA_WORKER": "1"}
    env.pop("DATABASE_URL", None)
    subprocess.run([*PLAZA, "init"], env=env, check=True, capture_output=True)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    served = subprocess.Popen(
        [*PLAZA, "serve", "--port", str(port)],
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        assert answers(port)
        yield served
    finally:
        if served.poll() is None:
            os.killpg(served.pid, signal.SIGKILL)
        served.communicate()


def answers(port):
    for _time in range(600):
        line = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            line.request("GET", "/robots.txt")
            return line.getresponse().read() is not None
        except ConnectionError:
            time.sleep(0.05)
        finally:
            line.close()
    return False


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_the_server_ends_where_all_its_processes_are_asked_at_once(server, way):
    os.killpg(server.pid, way)

    assert server.wait(20) == 0
    assert b"Unexpected exit" not in server.stderr.read()
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)
