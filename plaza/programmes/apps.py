from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    name = "plaza.programmes"

    def ready(self) -> None:
        """Take a place in the desk's rail and in its list of what waits; say our verbs."""
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - models are ready
        from plaza.programmes.queries import payments_waiting  # noqa: PLC0415 - as above
        from plaza.web.desk import RailItem, register_rail, register_waiting  # noqa: PLC0415 - models exist only now

        register_rail(RailItem(_("Activities"), _("Programmes"), "programmes:desk", 130))
        register_rail(RailItem(_("Activities"), _("Money"), "programmes:money", 140))
        register_waiting(payments_waiting)
        register_verbs(
            "programmes",
            {
                "shift": _("%(who)s moved “%(part)s”."),
                "lower": _("%(who)s put “%(part)s” inside another strand."),
                "lift": _("%(who)s took “%(part)s” out of the strand it lay in."),
                "pay": _("%(who)s said that it was paid: %(part)s."),
            },
        )
