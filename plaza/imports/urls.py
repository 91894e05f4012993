"""The addresses of the import desk."""

from plaza.imports.queries.documents import document_at_desk, draft_at_desk
from plaza.imports.views import columns, documents, drafts
from plaza.network.rules import desk
from plaza.web.routing import route

app_name = "imports"
ONE = "desk/imports/<int:pk>/"
DRAFT = f"{ONE}<int:draft>/"
urlpatterns = [
    route("desk/imports/", documents.index, name="index", allow=desk),
    *(
        route(f"{ONE}{path}", view, name=name, allow=desk, among=document_at_desk)
        for path, view, name in (
            ("", documents.document, "document"),
            ("accept/", documents.accept, "accept"),
            ("undo/", documents.undo, "undo"),
            ("reread/", documents.reread, "reread"),
            ("source/", documents.source, "source"),
            ("columns/", columns.columns, "columns"),
            ("progress/", documents.progress, "progress"),
        )
    ),
    *(
        route(f"{DRAFT}{path}", view, name=name, allow=desk, among=draft_at_desk)
        for path, view, name in (
            ("", drafts.draft, "draft"),
            ("accept/", drafts.accept_draft, "accept_draft"),
            ("correct/", drafts.correct_draft, "correct_draft"),
            ("answer/", drafts.answer_draft, "answer_draft"),
            ("choose/", drafts.choose_record, "choose_record"),
            ("reject/", drafts.reject_draft, "reject_draft"),
            ("undo/", drafts.undo_draft, "undo_draft"),
        )
    ),
]
