from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

VERBS = {
    "add_address": _("%(who)s added a mail address."),
    "remove_address": _("%(who)s took out a mail address."),
    "close_account": _("%(who)s closed the account."),
    "open_account": _("%(who)s opened the account again."),
    "erase": _("%(who)s erased all about this person."),
}


class NetworkConfig(AppConfig):
    name = "plaza.network"

    def ready(self) -> None:
        """Hand the frame, the desk and the worker what they need of this room."""
        from plaza.jobs.registry import register  # noqa: PLC0415 - models exist only now
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - models exist only now
        from plaza.network.actions import sessions  # noqa: PLC0415 - models exist only now
        from plaza.network.surroundings import frame  # noqa: PLC0415 - models exist only now
        from plaza.web.desk import RailItem, register_rail  # noqa: PLC0415 - models exist only now
        from plaza.web.surroundings import provide  # noqa: PLC0415 - models exist only now

        provide(frame)
        register(sessions.JOB, sessions.clear_sessions)
        register_verbs("network", VERBS)
        for label, route, order in (
            (_("Organisations"), "network:organisations", 310),
            (_("People"), "network:people", 320),
            (_("Settings"), "network:settings", 330),
        ):
            register_rail(RailItem(_("Network"), label, route, order))
