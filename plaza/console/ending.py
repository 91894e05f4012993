"""How a web process begins and ends: whoever asks it to end, and how often, it ends once."""

import importlib
import signal
import threading
import time
from typing import Any

from plaza.jobs import worker

LOOK_SECONDS = 0.05
PATIENCE_SECONDS = 0.3


def application() -> Any:
    """The site, loaded in a web process; from now on that process hears of its end in one thread.

    Ctrl-C reaches all processes at once, and then the first one asks the others again. The
    handler that the web server sets would be cut by itself and wait for its own lock, for ever;
    before it is set, while the site is loaded, nobody would hear. Ctrl-C is for the first alone.
    """
    inherited = signal.getsignal(signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    threading.Thread(target=_hear, args=(inherited,), name="plaza-hears", daemon=True).start()
    return importlib.import_module("config.wsgi").application


def _hear(inherited: Any) -> None:
    """Hand the first wish on to the web server, as soon as it listens.

    Where a supervisor asks all processes, the first one has to know it before this one is gone,
    or takes that for a fault. The server may wait long for somebody who reads slowly; no job
    begins meanwhile.
    """
    asked = signal.sigwait({signal.SIGTERM})
    worker.end()
    time.sleep(PATIENCE_SECONDS)
    while (told := signal.getsignal(asked)) == inherited or not callable(told):
        time.sleep(LOOK_SECONDS)
    told(asked, None)
