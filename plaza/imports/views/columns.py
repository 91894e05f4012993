"""The columns of a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plaza.imports import actions
from plaza.imports.forms.columns import ColumnsForm
from plaza.imports.models import Document
from plaza.web.answers import done, page


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, document: Document) -> HttpResponse:
    """What each column is; the rows are read again by it, and nothing is accepted yet."""
    tables = document.sheet.get("tables", [])
    form = ColumnsForm(tables, request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        answer = page(request, "imports/columns.html", document=document, tables=form.tables)
        answer.status_code = 200 if request.method == "GET" else 422
        return answer
    document = actions.map_columns(document, mappings=form.mappings(), by=request.user)
    if document.work:
        said = _("The rows are being read by these columns. You can leave this page.")
    else:
        said = _("The rows are read by these columns. We will remember them for the next file.")
    return done(request, to=document, say=said)
