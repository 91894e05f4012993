import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import from_regex

from plaza.web import theme

PAPER, PAPER_2, TINT, HINT = (
    ("#f9f8f3", "#1b1814"),
    ("#f2efe7", "#13110d"),
    ("#e0f1ee", "#1b312f"),
    ("#fbf0d8", "#382b17"),
)
INK_1, INK_2, INK_3 = ("#272219", "#ece9e2"), ("#554f45", "#b9b5ad"), ("#6c655b", "#9e9b93")
CLOTH_6, CLOTH_5, FOIL_7, BRICK_6 = (
    ("#005853", "#85cec2"),
    ("#38837c", "#529b92"),
    ("#7f4913", "#edbf76"),
    ("#9f2f27", "#f39d92"),
)
COVER = ("#003b38", "#042c2a")
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
colours = from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("colour", "ground", "by_day", "by_night"),
    [
        (INK_1, PAPER, 14.9, 14.6),
        (INK_2, PAPER, 7.6, 8.7),
        (INK_3, PAPER, 5.4, 6.4),
        (CLOTH_6, PAPER, 7.8, 9.8),
        (FOIL_7, PAPER, 6.9, 10.4),
        (BRICK_6, PAPER, 6.8, 8.5),
        (INK_2, PAPER_2, 7.1, 9.2),
        (INK_3, PAPER_2, 5.0, 6.8),
        (INK_1, TINT, 13.5, 11.3),
        (INK_2, TINT, 6.9, 6.7),
        (INK_3, TINT, 4.9, 5.0),
        (CLOTH_6, TINT, 7.1, 7.6),
        (INK_1, HINT, 14.0, 11.3),
        (FOIL_7, HINT, 6.5, 8.1),
        (("#f7f5ee", "#f7f5ee"), COVER, 11.4, 13.8),
        (("#b5cec4", "#b5cec4"), COVER, 7.5, 9.0),
        (("#efb14e", "#f0ba5f"), COVER, 6.6, 8.5),
        (("#568883", "#568883"), COVER, 3.1, 3.8),
        (("#888279", "#78746d"), PAPER, 3.6, 3.8),
        (CLOTH_5, PAPER, 4.2, 5.4),
        (("#fefdfb", "#25231d"), CLOTH_6, 8.2, 8.7),
    ],
)
def test_contrast_is_the_one_we_measured(colour, ground, by_day, by_night):
    measured = [theme.contrast(*pair) for pair in zip(colour, ground, strict=True)]
    assert measured == [pytest.approx(by_day, abs=0.2), pytest.approx(by_night, abs=0.2)]


def test_our_own_colours_come_back_nearly_as_they_are():
    made = theme.palette()
    for name, pair in {
        "cloth-8": COVER,
        "cloth-6": CLOTH_6,
        "cloth-5": CLOTH_5,
        "cloth-1": TINT,
    }.items():
        for ours, theirs in zip(made[name], pair, strict=True):
            assert theme.oklch(ours)[:2] == pytest.approx(theme.oklch(theirs)[:2], abs=0.01)
            assert theme.oklch(ours)[2] == pytest.approx(theme.oklch(theirs)[2], abs=0.15)


@patient
@given(colour=colours)
def test_a_colour_always_survives_the_way_there_and_back(colour):
    assert theme.from_oklch(*theme.oklch(colour)) == colour


@patient
@given(accent=colours, warm=colours)
def test_words_can_always_be_read_whatever_two_colours_are_given(accent, warm):
    made = theme.palette(accent, warm)
    for night in (0, 1):
        assert theme.contrast(made["cloth-6"][night], PAPER[night]) >= 4.5
        assert theme.contrast(made["foil-7"][night], PAPER[night]) >= 4.5
        assert theme.contrast(made["cloth-5"][night], PAPER[night]) >= 3
        assert theme.contrast("#f7f5ee", made["cloth-8"][night]) >= 7
        assert theme.contrast(made["foil-4"][night], made["cloth-8"][night]) >= 4.5


def test_the_table_names_what_is_not_for_words():
    pairs = theme.contrasts("#3d4fc4", "#fc9a7c")
    assert [pair.number for pair in pairs] == [14.9, 8.4, 4.5, 12.1, 6.3, 7.6, 2.0]
    assert [pair.is_good for pair in pairs] == [True, True, True, True, True, True, False]


def test_the_stylesheet_is_named_by_its_content_and_absent_for_our_own_colours():
    assert theme.theme_key("#005853", "#EFB14E") == ""
    assert theme.theme_key("#3d4fc4", "#fc9a7c") == theme.theme_key("#3d4fc4", "#fc9a7c")
    assert theme.theme_css("#3d4fc4", "#fc9a7c").startswith(":root {\n  --cloth-8: light-dark(#")


@pytest.mark.parametrize(("text", "answer"), [("#3d4fc4", True), ("#fff", False), ("red;}", False)])
def test_a_colour_is_a_hash_and_six_digits(text, answer):
    assert theme.is_colour(text) is answer
