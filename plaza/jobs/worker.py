"""The embedded worker: a thread of the server that does what is due."""

import logging
import threading

from django.db import OperationalError, close_old_connections, connections

from plaza.jobs.actions import ending, wake, work_off

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 5.0


def start() -> threading.Thread:
    """Start the thread; when the process ends, it does the job that it has begun, and no other."""
    thread = threading.Thread(target=run, name="plaza-worker")
    thread.start()
    threading.Thread(target=_end_with_the_process, name="plaza-ending").start()
    return thread


def run() -> None:
    """Do what is due until the process ends."""
    while not ending.is_set():
        try:
            close_old_connections()
            work_off()
        except OperationalError as fault:
            logger.error("The worker waits, the database does not take what it does: %s", fault)
        except Exception:
            logger.exception("The worker goes on after a fault")
        wake.wait(PAUSE_SECONDS)
        wake.clear()
    connections.close_all()


def end() -> None:
    """Begin no other job in this process."""
    ending.set()
    wake.set()


def _end_with_the_process() -> None:
    """Python waits for its threads at the end of the main one, so this one can tell the worker."""
    threading.main_thread().join()
    end()
