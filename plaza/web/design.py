"""Every component in every variant, with samples; and the stylesheet of a network's colours."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plaza.web import theme as themes
from plaza.web.answers import page
from plaza.web.facets import Choice, Facet
from plaza.web.pictures.strips import Window
from plaza.web.surroundings import surroundings

YEAR = Window(date(2022, 1, 1), date(2023, 4, 1), date(2022, 11, 14))


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(
        label=_("Your name, as you write it"), help_text=_("Any script. It is printed like this.")
    )
    country = forms.ChoiceField(
        label=_("Country you work in"), choices=[("HR", "Croatia"), ("RO", "Romania")]
    )
    places = forms.IntegerField(label=_("How many places does it run?"), min_value=1)
    begins = forms.CharField(
        label=_("First day"),
        help_text=_("For example 14 November 2022, or November 2022."),
        required=False,
    )
    english = forms.ChoiceField(
        label=_("How do you get on in English?"),
        help_text=_("Nobody is tested."),
        choices=[("a", _("I follow, and speak slowly")), ("b", _("I take part in most talks"))],
        widget=forms.RadioSelect,
    )
    summary = forms.CharField(label=_("In a few sentences"), widget=forms.Textarea, required=False)
    posted = forms.BooleanField(label=_("Send me a copy"), required=False)


class SampleRow(forms.Form):
    """A row as typed daily."""

    group = forms.CharField(label=_("Group"))
    number = forms.IntegerField(label=_("Number"))
    counted = forms.ChoiceField(
        label=_("Counted as"), choices=[("p", _("people")), ("a", _("attendances"))]
    )


@require_GET
def design(request: HttpRequest) -> HttpResponse:
    """Every component in every variant."""
    return page(request, "web/design.html", **samples(request.GET.get("look", "")))


@require_GET
def theme(request: HttpRequest, key: str) -> HttpResponse:
    """The network's own two colours as a stylesheet; its address changes with its content."""
    network = surroundings(request).get("network")
    accent, warm = (network.accent, network.warm) if network else (themes.ACCENT, themes.WARM)
    if key != themes.theme_key(accent, warm):
        raise Http404
    answer = HttpResponse(themes.theme_css(accent, warm), content_type="text/css")
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer


def samples(look: str) -> dict[str, Any]:
    """What the page shows. `look` is `light` or `dark`; else the reader's system decides."""
    printed = {
        "document": _("Overview 2022"),
        "url": "#",
        "place": _("page 3"),
        "printed": "MAY 2022",
    }
    rows = forms.formset_factory(SampleRow, extra=1, can_delete=True)
    wrong = SampleForm({"name": "Dora", "places": "0", "country": "HR", "english": "b"})
    return {
        "look": look if look in ("light", "dark") else "",
        "desk_rooms": _rail(),
        "crumbs": [(_("Activities"), "#"), ("2022", "#")],
        "strip": YEAR,
        "rows": _strip_rows(),
        "seats": ["lit" if (i * 7) % 12 < 4 else "dim" for i in range(85)],
        "books": [
            ("deep", [9, 6, 1]),
            ("journal", [7, 4]),
            ("roadmap", [8, 5, 3, 3]),
            ("guide", [4]),
            ("manual", [9, 7]),
        ],
        "marks": [
            {"tag": "en", "name": "English", "kind": "original", "url": "#", "yours": False},
            {"tag": "hr", "name": "Hrvatski", "kind": "translation", "url": "#", "yours": True},
            {"tag": "uk", "name": "Українська", "kind": "coming", "url": "", "yours": False},
        ],
        "facet": Facet(
            "kind",
            str(_("Kind")),
            [Choice("guide", "Guide", 4, True), Choice("case", "Practice case", 2, False)],
        ),
        "chips": [("Hrvatski", "hr"), ("Українська", "uk")],
        "states": [
            ("planned", _("Planned")),
            ("open", _("Open")),
            ("full", _("Full")),
            ("running", _("Running")),
            ("done", _("Done")),
            ("postponed", _("Postponed")),
            ("cancelled", _("Cancelled")),
            ("waiting", _("Waiting")),
            ("reported", _("Reported")),
            ("wrong", _("Doubtful")),
        ],
        "months": {
            "caption": _("November 2022"),
            "weekdays": ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
            "weeks": _weeks(),
        },
        "entries": [
            {
                "when": _("Today, 10:42"),
                "sentence": _("Emil changed the seats."),
                "changes": [{"name": _("Seats"), "before": "20", "after": "25"}],
            },
            {"when": _("Monday"), "sentence": _("Dora opened the call."), "changes": []},
        ],
        "source": {**printed, "state": ""},
        "doubtful": {**printed, "state": "doubtful", "note": _("The link leads elsewhere")},
        "conflict": {**printed, "state": "conflict", "note": _("Another page says June")},
        "typed": {
            "form": wrong,
            "formset": rows(
                initial=[
                    {"group": _("education"), "number": 19},
                    {"group": _("supervision"), "number": 9},
                ]
            ),
        },
        "pairs": themes.contrasts("#3d4fc4", "#fc9a7c"),
    }


def _rail() -> list[dict[str, Any]]:
    names = [
        ("", [(_("Today"), 5), (_("Mail"), 3)]),
        (_("Knowledge"), [(_("Library"), 0), (_("Imports"), 6)]),
    ]
    return [
        {
            "label": label,
            "links": [
                {"label": name, "url": "#", "count": n, "current": n == 5} for name, n in links
            ],
        }
        for label, links in names
    ]


def _strip_rows() -> list[dict[str, Any]]:
    return [
        {
            "title": "A year of walks",
            "who": "Rivers Foundation, Croatia",
            "kind": "running",
            "state": "running",
            "word": _("Running"),
            "start": date(2022, 5, 1),
            "end": date(2023, 2, 1),
        },
        {
            "title": "Talks every month",
            "who": "Hill School, Georgia",
            "kind": "running",
            "state": "running",
            "word": _("No end date"),
            "start": date(2022, 11, 1),
            "end": None,
        },
        {
            "title": "Books that travel",
            "who": "Open Shelf, Moldova",
            "kind": "postponed",
            "state": "postponed",
            "word": _("Postponed"),
            "start": None,
            "end": None,
        },
        {
            "title": "A week of open doors",
            "who": "Rivers Foundation, Croatia",
            "kind": "planned",
            "state": "planned",
            "word": _("Planned"),
            "start": date(2023, 1, 9),
            "end": date(2023, 3, 1),
        },
        {
            "title": "Two visits to a workshop",
            "who": "Harbour House, Latvia",
            "kind": "past",
            "state": "done",
            "word": _("Done"),
            "start": date(2022, 3, 1),
            "end": date(2022, 10, 1),
        },
    ]


def _weeks() -> list[list[dict[str, Any]]]:
    event = {"title": "Talks every month", "url": "#", "state": "now", "when": "15:00"}
    long = {"title": "A year of walks", "url": "#", "state": "long", "when": ""}
    days: list[dict[str, Any]] = [{"number": 31, "outside": True}]
    days += [
        {"number": n, "today": n == 14, "events": [event, long] if n in (9, 17) else []}
        for n in range(1, 28)
    ]
    return [days[i : i + 7] for i in range(0, 28, 7)]
