"""How forms are drawn: every field in the house's way."""

from functools import cached_property
from typing import Any

from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.template import TemplateDoesNotExist


class HouseRenderer(TemplatesSetting):
    """Forms use our templates, and Django's own widgets where we draw none."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"

    @cached_property
    def django(self) -> DjangoTemplates:
        """Django's own form templates."""
        return DjangoTemplates()

    def get_template(self, template_name: str) -> Any:
        """Ours first."""
        try:
            return super().get_template(template_name)
        except TemplateDoesNotExist:
            return self.django.get_template(template_name)
