from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "plaza.imports"

    def ready(self) -> None:
        """Take a place at the desk, say our verbs, and tell where records came from."""
        from plaza.imports.actions import background, erasing, later, taking_back, work  # noqa: PLC0415 - models exist only now
        from plaza.imports.queries.documents import (  # noqa: PLC0415 - needs models
            rail_count,
            waiting_documents,
        )
        from plaza.imports.queries.naming import mentions_of  # noqa: PLC0415 - needs models
        from plaza.imports.queries.records import sources_of  # noqa: PLC0415 - needs models
        from plaza.imports.states import Work  # noqa: PLC0415 - models exist only now
        from plaza.jobs.registry import register  # noqa: PLC0415 - needs models
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - needs models
        from plaza.network.personal import (  # noqa: PLC0415 - models exist only now
            register_erasure,
            register_mentions,
        )
        from plaza.web.desk import RailItem, register_rail, register_waiting  # noqa: PLC0415 - models exist only now
        from plaza.web.provenance import register_provenance  # noqa: PLC0415 - models exist only now

        register_rail(
            RailItem(
                section=_("Knowledge"),
                label=_("Imports"),
                route="imports:index",
                order=220,
                count=rail_count,
            )
        )
        for kind, steps in (
            (Work.DRAFT, later.read_in_background),
            (Work.ACCEPT, background.accept_in_steps),
            (Work.UNDO, taking_back.undo_in_steps),
        ):
            register(work.JOBS[kind], steps, gave_up=work.stop_work)
        register_erasure(erasing.erase_from_documents)
        register_mentions(mentions_of)
        register_waiting(waiting_documents)
        register_provenance(sources_of)
        register_verbs(
            "imports",
            {
                "import": _("%(who)s imported it."),
                "accept": _("%(who)s accepted “%(part)s”."),
                "merge": _("%(who)s added “%(part)s” to a record."),
                "complete": _("%(who)s accepted more of “%(part)s”."),
                "correct": _("%(who)s corrected “%(part)s”."),
                "answer": _("%(who)s answered a question about “%(part)s”."),
                "choose": _("%(who)s said which record “%(part)s” is."),
                "reject": _("%(who)s left “%(part)s” out."),
                "undo": _("%(who)s took it back."),
                "map": _("%(who)s said what its columns are."),
                "reread": _("%(who)s opened it again."),
            },
        )
