from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    name = "plaza.activities"

    def ready(self) -> None:
        """Take a place on the desk and in the pages of other rooms; say our verbs."""
        from plaza.activities import queries  # noqa: PLC0415 - needs models
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - needs models
        from plaza.network.pages import of_organisations  # noqa: PLC0415 - needs models
        from plaza.programmes.pages import of_programmes, register_purposes  # noqa: PLC0415 - needs models
        from plaza.web.desk import RailItem, register_rail, register_waiting  # noqa: PLC0415 - models exist only now

        register_rail(
            RailItem(
                section=_("Activities"), label=_("Activities"), route="activities:desk", order=110
            )
        )
        register_waiting(queries.waiting_activities)
        of_organisations.register(queries.section_of_organisation, "activities", "network")
        of_programmes.register(queries.section_of_programme, "activities", "network")
        of_programmes.register(queries.results_of_programme, "activities", "library", "network")
        register_purposes(queries.purposes_of_money)
        register_verbs(
            "activities",
            {
                "open": _("%(who)s opened it for applications."),
                "start": _("%(who)s said that it runs."),
                "finish": _("%(who)s said that it took place."),
                "report": _("%(who)s said that its report is complete."),
                "postpone": _("%(who)s put it off."),
                "replan": _("%(who)s planned it again."),
                "cancel": _("%(who)s cancelled it."),
                "reopen": _("%(who)s took it up again."),
            },
        )
