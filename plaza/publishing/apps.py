from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "plaza.publishing"

    def ready(self) -> None:
        from plaza.figures.holds import register_hold  # noqa: PLC0415 - models are ready now
        from plaza.programmes.pages import register_links  # noqa: PLC0415 - as below
        from plaza.publishing.lists import OVERVIEWS  # noqa: PLC0415 - as below
        from plaza.publishing.queries import (  # noqa: PLC0415 - models are ready now
            overview_addresses,
            overview_that_prints,
            overviews_of_programme,
            waiting_overviews,
        )
        from plaza.web.addresses import register_addresses  # noqa: PLC0415 - as above
        from plaza.web.desk import RailItem, register_rail, register_waiting  # noqa: PLC0415 - as above
        from plaza.web.lists import register_list  # noqa: PLC0415 - as above

        register_rail(RailItem("", _("Today"), "publishing:today", 0))
        register_rail(RailItem(_("Knowledge"), _("Overview"), "publishing:desk", 240))
        register_waiting(waiting_overviews)
        register_addresses(overview_addresses)
        register_list(OVERVIEWS)
        register_links(overviews_of_programme)
        register_hold(overview_that_prints)
