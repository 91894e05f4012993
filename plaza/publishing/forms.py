"""What the desk types about an overview."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plaza.figures.models import Release
from plaza.publishing.models import Chapter, Overview, Picture
from plaza.web.periods import FIRST_YEAR, LAST_YEAR
from plaza.web.text import Text
from plaza.web.widgets import TextInLanguages


def words(label: Any, help_text: Any = "", *, long: bool = False) -> TextInLanguages:
    """A text in the languages of the pages."""
    return TextInLanguages(label=label, help_text=help_text, required=False, long=long)


class BeginForm(forms.Form):
    """Which year a new overview is about."""

    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)


class OverviewForm(forms.Form):
    """The words of an overview, and the release its numbers come from."""

    release = forms.ModelChoiceField(
        Release.objects.none(),
        label=_("Release its numbers come from"),
        help_text=_("Freeze a new one under Figures when the records have changed."),
        required=False,
    )
    pictures = forms.MultipleChoiceField(
        label=_("Pictures"),
        choices=Picture.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("They are drawn from the records; the numbers stand beside them as a table."),
    )
    title = words(_("Title"))
    subtitle = words(_("Line under the title"))
    introduction = words(_("About the year"), _("An empty line parts paragraphs."), long=True)
    about = words(_("About the network"), long=True)
    thanks = words(_("Thanks"), long=True)
    join = words(
        _("How to join"),
        _("First a sentence to begin with; then one paragraph per step, its name first."),
        long=True,
    )
    whom_to_ask = words(_("Whom to ask"), long=True)
    notes = words(
        _("Notes on the records"),
        _("One paragraph per note: its name, a full stop, then what the sources say."),
        long=True,
    )

    def __init__(self, data: Any = None, *, overview: Overview) -> None:
        initial = {name: getattr(overview, name) for name in self.base_fields}
        super().__init__(data, initial=initial)
        choice = self.fields["release"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = Release.objects.filter(year=overview.year).order_by("-number")

    def changed(self) -> dict[str, Any]:
        """The fields that say something else than before."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class ChapterForm(forms.Form):
    """Words of an activity that stand only in this overview."""

    short_title = words(_("Short title"), _("For the time line and the map."))
    lead = words(_("First sentence"))
    text = words(
        _("Text"), _("Where it is empty, the activity's own text stands there."), long=True
    )

    def __init__(self, data: Any = None, *, chapter: Chapter) -> None:
        super().__init__(data, initial={one: getattr(chapter, one) for one in self.base_fields})

    def changed(self) -> dict[str, Text]:
        """The fields that say something else than before."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class ArrangeForm(forms.Form):
    """The activities in their order by place, and which of them are shown."""

    def __init__(self, data: Any = None, *, overview: Overview, activities: Any) -> None:
        super().__init__(data)
        chapters = {one.activity_id: one for one in overview.chapters.all()}
        language = get_language() or "en"
        for place, one in enumerate(activities, start=1):
            chapter = chapters.get(one.pk)
            self.fields[f"place_{one.pk}"] = forms.IntegerField(
                label=str(one),
                initial=chapter.position if chapter else place,
                min_value=1,
                widget=forms.NumberInput(attrs={"class": "input--short"}),
            )
            self.fields[f"shown_{one.pk}"] = forms.BooleanField(
                label=_("in the overview"),
                initial=chapter.is_shown if chapter else True,
                required=False,
            )
            self.fields[f"short_{one.pk}"] = forms.CharField(
                label=_("Short title"),
                initial=chapter.short_title.get(language, "") if chapter else "",
                max_length=80,
                required=False,
            )
        self.activities = list(activities)

    def rows(self) -> list[tuple[Any, ...]]:
        """For the table: activity, place, tick, short title."""
        return [
            (one, self[f"place_{one.pk}"], self[f"shown_{one.pk}"], self[f"short_{one.pk}"])
            for one in self.activities
        ]

    def arrangement(self) -> dict[str, Any]:
        """What `arrange_chapters` takes."""
        typed = self.cleaned_data
        order = sorted((one.pk for one in self.activities), key=lambda pk: typed[f"place_{pk}"])
        return {
            "order": order,
            "hidden": [pk for pk in order if not typed[f"shown_{pk}"]],
            "short_titles": {pk: typed[f"short_{pk}"] for pk in order},
        }
