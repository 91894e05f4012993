"""Figures and their rows as files."""

from collections.abc import Iterator

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from plaza.figures.exports import CONTENT_TYPES, Table, written


@require_GET
def table(request: HttpRequest, found: Table) -> HttpResponseBase:
    """One table in the form that the address names."""
    pieces = written(found)
    if isinstance(pieces, Iterator) and found.form != "xlsx":
        answer = StreamingHttpResponse(pieces, content_type=CONTENT_TYPES[found.form])
        answer.headers["Content-Disposition"] = f'attachment; filename="{found.file_name}"'
        return answer
    return FileResponse(
        pieces,
        as_attachment=True,
        filename=found.file_name,
        content_type=CONTENT_TYPES[found.form],
    )
