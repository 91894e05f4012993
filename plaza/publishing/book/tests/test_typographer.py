from plaza.publishing.book.glyphs import printable
from plaza.publishing.book.typographer import (
    missing_letters,
    replace_missing,
    set_everything,
    set_text,
)

HOLD = "\N{NO-BREAK SPACE}"


def test_a_dash_never_begins_a_line():
    assert set_text("March – April", "en") == f"March{HOLD}– April"


def test_a_short_word_stays_with_the_next_one_in_ukrainian():
    assert (
        set_text("у школі з дітьми й у садку", "uk")
        == f"у{HOLD}школі з{HOLD}дітьми й{HOLD}у{HOLD}садку"
    )


def test_a_short_word_is_free_in_english():
    assert set_text("a school", "en") == "a school"


def test_a_number_is_never_torn():
    assert set_text("понад 13 000 та 24 354 €", "uk") == f"понад 13{HOLD}000 та 24{HOLD}354{HOLD}€"
    assert set_text("in 2022 31 others", "en") == f"in 2022 31{HOLD}others"


def test_a_small_number_stays_with_what_it_counts():
    assert set_text("1 is postponed", "en") == f"1{HOLD}is postponed"
    assert set_text("on page 2022 and v1.5 here", "en") == "on page 2022 and v1.5 here"


def test_letters_are_composed_and_controls_dropped():
    assert set_text("e\u0301tude\x07", "fr") == "étude"


def test_quotes_stay_as_they_are():
    assert set_text("“one” «два»", "uk") == "“one” «два»"


def test_the_scripts_of_the_region_can_be_printed():
    assert missing_letters("Ґанок, Ελλάδα, ქართული, հայերեն, العربية, עברית, ŻĞŞ, №, €") == set()
    assert ord("a") in printable()


def test_letters_without_a_font_become_squares():
    assert missing_letters("一步 a") == {"一", "步"}
    assert replace_missing("一步 a") == "□□ a"


def test_codes_pass_untouched_and_missing_letters_are_told():
    missing = set()
    told = set_everything(
        {"language": "uk", "roles": {"UA": "host"}, "titles": ["у школі", "一"], "dots": 3},
        "uk",
        missing,
    )

    assert told == {
        "language": "uk",
        "roles": {"UA": "host"},
        "titles": [f"у{HOLD}школі", "□"],
        "dots": 3,
    }
    assert missing == {"一"}
