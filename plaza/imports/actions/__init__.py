"""Verbs of imports. Each is one transaction, checks whether, and says who (`by`)."""

from plaza.imports.actions.answers import answer_draft, choose_record
from plaza.imports.actions.background import accept_sure_soon
from plaza.imports.actions.correcting import correct_draft
from plaza.imports.actions.drafts import accept_draft, reject_draft
from plaza.imports.actions.files import Result, import_file, import_files
from plaza.imports.actions.later import import_files_soon
from plaza.imports.actions.sheets import map_columns
from plaza.imports.actions.sure import accept_sure, reread_document
from plaza.imports.actions.taking_back import undo_document_soon
from plaza.imports.actions.undoing import undo_document, undo_draft

__all__ = [
    "Result",
    "accept_draft",
    "accept_sure",
    "accept_sure_soon",
    "answer_draft",
    "choose_record",
    "correct_draft",
    "import_file",
    "import_files",
    "import_files_soon",
    "map_columns",
    "reject_draft",
    "reread_document",
    "undo_document",
    "undo_document_soon",
    "undo_draft",
]
