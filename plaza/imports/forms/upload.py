"""Files that people hand in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plaza.web.widgets import FileDrop

KINDS = ".txt,.md,.html,.htm,.pdf,.docx,.csv,.xlsx"


class ManyFiles(forms.FileField):
    """One or many files."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Every file by itself; an empty one is for the reader to speak about."""
        files = data if isinstance(data, list | tuple) else [data]
        if not any(files):
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [file for file in files if file]


class UploadForm(forms.Form):
    """Documents and spreadsheets to read."""

    uploads = ManyFiles(
        label=_("Documents or spreadsheets"),
        widget=FileDrop(attrs={"multiple": True, "accept": KINDS}),
        error_messages={"required": _("Choose at least one file.")},
        help_text=_("Text, Markdown, HTML, PDF, Word, CSV or Excel, one or many."),
    )

    def contents(self) -> list[tuple[str, bytes]]:
        """Names and bytes; what is too large is not read into memory."""
        most = settings.PLAZA_FILE_LIMIT_MB * 1024 * 1024
        return [(file.name, file.read(most + 1)) for file in self.cleaned_data["uploads"]]

    def tell_faults(self, faults: Iterable[tuple[str, str]]) -> None:
        """Say of each file that could not be read why."""
        for name, sentence in faults:
            self.add_error("uploads", f"{name}: {sentence}")
