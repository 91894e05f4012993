from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from plaza.web.desk import RailItem, register_rail, register_waiting


class FiguresConfig(AppConfig):
    name = "plaza.figures"

    def ready(self) -> None:
        """Take a place in the desk's rail and in its list of what waits; say our verbs."""
        from plaza.figures.queries.elsewhere import figures_of_programme  # noqa: PLC0415 - as below
        from plaza.figures.queries.waiting import waiting_figures  # noqa: PLC0415 - needs models
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - needs models
        from plaza.programmes.pages import register_links, register_year  # noqa: PLC0415 - needs models

        register_links(figures_of_programme)
        register_year("earmark__activity__reporting_year")
        register_rail(
            RailItem(
                section=_("Knowledge"),
                label=_("Figures and releases"),
                route="figures:desk",
                order=230,
            )
        )
        register_waiting(waiting_figures)
        register_verbs("figures", {"freeze": _("%(who)s froze it.")})
