"""Text in many languages, as a form field."""

from django import forms

from plaza.web.text import Text
from plaza.web.widgets import TextInLanguages


class Note(forms.Form):
    words = TextInLanguages(label="Words", required=False)
    more = TextInLanguages(label="More", required=False, long=True)


HELD = {"words": Text({"en": "Bridges", "ka": "ხიდები"})}


def test_a_language_that_is_there_already_has_its_field():
    shown = str(Note(initial=HELD)["words"])
    assert 'name="words_ka" value="ხიდები"' in shown
    assert 'name="words_uk"' in shown


def test_a_language_that_is_there_already_stays_when_another_changes():
    data = {"words_en": "Bridge", "words_uk": "", "words_ka": "ხიდები"}
    form = Note(data, initial=HELD)
    assert form.is_valid()
    assert form.cleaned_data["words"] == {"en": "Bridge", "ka": "ხიდები"}
    assert form.changed_data == ["words"]


def test_words_that_nobody_touched_have_not_changed():
    form = Note({"words_en": "Bridges", "words_ka": "ხიდები"}, initial=HELD)
    assert not form.has_changed()


def test_the_languages_of_one_form_are_not_those_of_the_next():
    str(Note(initial=HELD)["words"])
    assert "words_ka" not in str(Note()["words"])


def test_long_words_have_room():
    assert str(Note()["more"]).count("<textarea") == 2


def test_words_stand_in_the_direction_they_are_written_in():
    shown = str(Note(initial={"words": Text({"ar": "جسور"})}))
    assert shown.count('dir="auto"') == shown.count("<input") + shown.count("<textarea") == 5
    assert "dir=" not in str(forms.EmailField().widget.render("mail", "ana@plaza.example"))
