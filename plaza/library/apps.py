from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "plaza.library"

    def ready(self) -> None:
        """Take a place on the desk and in the pages of other rooms; say our verbs."""
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - models are ready
        from plaza.library import queries  # noqa: PLC0415 - as above
        from plaza.network.pages import of_organisations  # noqa: PLC0415 - as above
        from plaza.programmes.pages import of_programmes  # noqa: PLC0415 - as above
        from plaza.web.desk import RailItem, register_rail, register_waiting  # noqa: PLC0415 - models exist only now

        register_rail(RailItem(_("Knowledge"), _("Library"), "library:desk", 210))
        register_waiting(queries.links_waiting)
        of_organisations.register(queries.section_of_organisation, "library", "network")
        of_programmes.register(queries.section_of_programme, "library", "network")
        register_verbs("library", VERBS)


VERBS = {
    "withdraw": _("%(who)s withdrew “%(part)s”."),
    "restore": _("%(who)s put it back."),
    "begin": _("%(who)s began “%(part)s”."),
    "submit": _("%(who)s gave “%(part)s” to review."),
    "publish": _("%(who)s published “%(part)s”."),
    "doubt": _("%(who)s called the link “%(part)s” doubtful."),
    "trust": _("%(who)s found the link “%(part)s” to be fine."),
    "shift": _("%(who)s moved “%(part)s”."),
    "lower": _("%(who)s put “%(part)s” inside another part."),
    "lift": _("%(who)s took “%(part)s” out of the part it lay in."),
    "move": _("“%(part)s” came from a record that was made one with this one."),
}
