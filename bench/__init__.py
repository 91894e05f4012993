"""What Plaza costs: CPU, bytes and memory, each beside a target; run with `make bench`.

Never part of the tests: a slow machine is no fault. Pages are compared with a bare Django page
that is measured in the same moment, so that a busy or a slow machine says nearly the same.
"""
