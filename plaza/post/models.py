"""Letters."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from plaza.network.personal import Declaration, Personal
from plaza.post.states import MOVES, State

CODE_IS_OLD = gettext_noop("The code no longer counts.")
WORKER_STOPPED = gettext_noop("The worker stopped while the letter was being sent.")
TO_REACH_YOU = Personal(
    _("so that letters reach you, and we know whether they did"),
    _("the text is wiped after 90 days, a code after one; the rest until you are erased"),
)


class Letter(models.Model):
    """One row is one letter to one address: what it says and whether it left."""

    MOVES = MOVES
    to = models.EmailField(_("to"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="letters",
    )
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=35, default="en")
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    html = models.TextField(blank=True)
    reply_to = models.EmailField(blank=True)
    secret = models.BooleanField(default=False)
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(
        max_length=9, choices=State, default=State.WAITING, verbose_name=_("state")
    )
    written_at = models.DateTimeField(auto_now_add=True, verbose_name=_("written at"))
    sent_at = models.DateTimeField(null=True, verbose_name=_("sent at"))
    wiped_at = models.DateTimeField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    fault = models.TextField(_("what went wrong"), blank=True)

    PERSONAL: ClassVar[Declaration] = {
        "to": TO_REACH_YOU,
        "person": None,
        "kind": None,
        "language": None,
        "subject": TO_REACH_YOU,
        "text": TO_REACH_YOU,
        "html": None,
        "reply_to": None,
        "secret": None,
        "message_id": None,
        "state": TO_REACH_YOU,
        "written_at": TO_REACH_YOU,
        "sent_at": TO_REACH_YOU,
        "wiped_at": None,
        "attempts": None,
        "fault": None,
    }

    class Meta:
        verbose_name = _("letter")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="letter_sent_says_when",
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                violation_error_message=_("A letter that was sent says when."),
            ),
            models.CheckConstraint(
                name="letter_wiped_holds_no_text",
                condition=Q(wiped_at__isnull=True) | Q(text="", html=""),
                violation_error_message=_("A letter that was wiped holds no text."),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def our_fault(self) -> str:
        """What went wrong here, in the reader's language; empty where the server said it."""
        return gettext(self.fault) if self.fault in (CODE_IS_OLD, WORKER_STOPPED) else ""
