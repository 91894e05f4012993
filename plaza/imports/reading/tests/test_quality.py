import json

import pytest

from plaza.imports.reading.tests.quality import PAGES, measure


@pytest.mark.parametrize("aside", [False, True])
def test_what_is_sure_is_right_and_little_is_missed(aside):
    counts, misses = measure(aside=aside)
    sure, sure_right, wanted, right = (sum(column) for column in zip(*counts.values(), strict=True))
    assert (sure_right / sure >= 0.98, right / wanted >= 0.9) == (True, True), misses


def test_a_third_of_the_pages_is_kept_aside():
    aside = [json.loads(page.read_text("utf-8"))["aside"] for page in PAGES.glob("*.json")]
    assert 3 * sum(aside) >= len(aside)
