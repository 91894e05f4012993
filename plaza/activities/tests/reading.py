"""An activity's addresses, and the words of a page."""

import re

RIVERS = "/activities/2022/rivers-as-classrooms/"
PIECES = "/desk" + RIVERS + "pieces/"


def words(answer):
    """What stands on the page, without marks and line ends."""
    text = re.sub(r"<(script|style).*?</\1>", " ", answer.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())
