"""What was worked out from some rooms, remembered until something is done in one of them."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection
from django.utils.translation import get_language

from plaza.ledger.queries import ticks

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def remembered(
    *rooms: str,
    key: Callable[Asked, Hashable],
    most: int = 64,
) -> Callable[[Callable[Asked, Found]], Callable[Asked, Found]]:
    """Let a function that only reads these rooms answer from memory while their ticks stand still.

    `key` says what the answer depends on beside the rooms and the reader's language: who sees
    it, what was asked, the day where time alone changes it. The answer is handed to many
    threads, so nobody may change it. At most `most` answers are remembered, the ones asked for
    last. Within a transaction nothing is remembered: what is not committed is nobody else's.
    """

    def decorate(function: Callable[Asked, Found]) -> Callable[Asked, Found]:
        answers: OrderedDict[Hashable, Found] = OrderedDict()
        moment: list[Hashable] = [None]
        lock = threading.Lock()

        @wraps(function)
        def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
            if connection.in_atomic_block:
                return function(*args, **kwargs)
            now = (connection.settings_dict["NAME"], ticks(rooms))
            known_as = (get_language(), key(*args, **kwargs))
            with lock:
                if moment[0] != now:  # what was found before is of no use, and may be large
                    moment[0] = now
                    answers.clear()
                if known_as in answers:
                    answers.move_to_end(known_as)
                    return answers[known_as]
            found = function(*args, **kwargs)
            with lock:
                if moment[0] == now:
                    answers[known_as] = found
                while len(answers) > most:
                    answers.popitem(last=False)
            return found

        return asked

    return decorate
