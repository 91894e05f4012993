from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostConfig(AppConfig):
    name = "plaza.post"

    def ready(self) -> None:
        """Register the work, the lines of the desk, and what an erasure takes along."""
        from plaza.jobs.registry import register  # noqa: PLC0415 - models exist only now
        from plaza.ledger.words import register_verbs  # noqa: PLC0415 - models exist only now
        from plaza.network.mail_check import register_mail_check  # noqa: PLC0415 - models exist only now
        from plaza.network.personal import register_erasure  # noqa: PLC0415 - models exist only now
        from plaza.post import actions, queries, transport  # noqa: PLC0415 - models exist only now
        from plaza.web.desk import RailItem, register_rail, register_waiting  # noqa: PLC0415 - models exist only now

        register("post.send", actions.send)
        register("post.wipe", actions.wipe)
        register("post.recover", actions.recover)
        register_mail_check(transport.check)
        register_erasure(actions.erase_letters)
        register_rail(RailItem("", _("Mail"), "post:outbox", 50, queries.open_questions))
        register_waiting(queries.letters_that_wait)
        register_verbs(
            "post",
            {
                "write": _("%(who)s wrote it."),
                "take": _("%(who)s began to send it."),
                "put_back": _("The server did not take it; %(who)s tries again later."),
                "deliver": _("The server took it."),
                "doubt": _("The line broke; nobody knows whether it arrived."),
                "fail": _("The server refused it."),
                "resend": _("%(who)s had it sent again."),
                "drop": _("%(who)s let it lie."),
                "wipe": _("%(who)s wiped its text."),
            },
        )
