"""The network itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaza.web.text import Text, TextField


class Network(models.Model):
    """The one row of this installation: what the network is called and how it looks."""

    name = TextField(_("name of the network"))
    motto = TextField(_("what people do in it"))
    languages = models.JSONField(_("languages of the pages"), default=list)
    accent = models.CharField(_("first colour"), max_length=7, default="#005853")
    warm = models.CharField(_("second colour"), max_length=7, default="#efb14e")
    logo = models.FileField(_("logo"), upload_to="network/", blank=True)
    membership_mail = models.EmailField(_("whom to ask about joining"), blank=True)
    members_complete_from = models.DateField(
        _("our list of members is complete from"), null=True, blank=True
    )
    opened_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("network")
        constraints = [
            models.CheckConstraint(
                name="network_is_one_row",
                condition=Q(id=1),
                violation_error_message=_("There is one network."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name) or "Plaza"

    @staticmethod
    def empty() -> "Network":
        """The network before anybody has set it up."""
        return Network(id=1, name=Text.of("Plaza"), languages=["en", "uk"])
