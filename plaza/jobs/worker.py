"""The embedded worker: a thread of the server that does what is due."""

import logging
import threading

from django.db import close_old_connections

from plaza.jobs.actions import wake, work_off

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 5.0


def start() -> threading.Thread:
    """Start the thread; it ends with the process."""
    thread = threading.Thread(target=run, name="plaza-worker", daemon=True)
    thread.start()
    return thread


def run() -> None:
    """Do what is due, for ever."""
    while True:
        try:
            close_old_connections()
            work_off()
        except Exception:
            logger.exception("The worker goes on after a fault")
        wake.wait(PAUSE_SECONDS)
        wake.clear()
