from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "plaza.exchange"

    def ready(self) -> None:
        from plaza.activities.models import Activity  # noqa: PLC0415 - models are ready now
        from plaza.exchange import structured  # noqa: PLC0415 - models are ready now
        from plaza.library.models import Resource  # noqa: PLC0415 - models are ready now
        from plaza.network.models import Organisation  # noqa: PLC0415 - models are ready now
        from plaza.web.structured import register_structured  # noqa: PLC0415 - as above

        register_structured(Activity, structured.event)
        register_structured(Organisation, structured.organisation)
        register_structured(Resource, structured.learning_resource)
