"""How the C library keeps memory that a large page has used and does not need any more."""

import ctypes
import os

# One pool for all threads, and freed memory goes back: what a large page took is not held for good.
RULES = {"MALLOC_ARENA_MAX": (-8, 1), "MALLOC_TRIM_THRESHOLD_": (-1, 131_072)}


def keep_small() -> None:
    """Hold little in reserve, in this process and those it forks; a rule set outside stays.

    The C library reads the variables of the same names only when a program begins, and a fork
    does not begin one. Where it is another library than GNU's, nothing changes.
    """
    tell = getattr(ctypes.CDLL(None), "mallopt", None)
    for name, (option, value) in RULES.items():
        if tell is not None and name not in os.environ:
            tell(option, value)
