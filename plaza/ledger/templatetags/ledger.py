"""`{% load ledger %}`: what a form has seen of its record."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from plaza.ledger.meanwhile import last_entry

register = template.Library()


@register.simple_tag
def seen(record: Any) -> SafeString:
    """A hidden field with the newest deed, for `own_facts` to tell what came after it."""
    return format_html('<input type="hidden" name="seen" value="{}">', last_entry(record))
