"""The words of the book itself."""

from django.utils.translation import gettext as _

from plaza.publishing.book.data import Labels


def labels() -> Labels:
    """Heads, labels and the empty states, in the active language."""
    return Labels(
        contents=_("What is inside"),
        activities=_("The activities"),
        figure=_("Figure"),
        printed=_("As printed"),
        computed=_("From the records"),
        between=_("What lies between"),
        and_=_("and"),
        none_yet="–",
        country=_("Country"),
        part=_("Role"),
        activity=_("Activity"),
        when=_("When"),
        page=_("Page"),
        later=_("later"),
        learned=_("What was learned"),
        made=_("What was made"),
        nothing_learned=_("No outcome is recorded yet."),
        nothing_made=_("No resource is recorded yet."),
        took_part=_("Took part"),
        also=_("More facts"),
        links=_("Links"),
        read_on=_("Read on"),
        read_on_web=_("Read on, with every link"),
        unprintable=_(
            "A square stands for a letter that the fonts of this book do not have. The page on the"
            " web shows it."
        ),
    )
