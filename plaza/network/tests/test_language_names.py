from babel import localedata
from django.utils import translation

from plaza.network.language_names import language_name, own_name


def test_a_language_is_named_as_its_speakers_do():
    assert own_name("hr") == "Hrvatski"
    assert own_name("pt-BR") == "Português (Brasil)"
    assert own_name("nobody-knows") == "nobody-knows"


def test_of_a_language_nothing_but_its_own_name_is_kept():
    own_name.cache_clear()
    assert own_name("lt") == "Lietuvių"
    assert own_name("uk") == "Українська"

    with translation.override("uk"):
        assert language_name("lt") == "литовська"
    assert "lt" not in localedata._cache
    assert "uk" in localedata._cache
