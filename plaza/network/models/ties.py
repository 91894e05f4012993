"""Who works with an organisation, and whom to ask there."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plaza.network.models.organisations import Organisation
from plaza.network.models.people import Person
from plaza.network.personal import Declaration, Personal

TO_WORK_WITH = Personal(
    _("so that we know for which organisation you speak"),
    _("until you are erased; the last day ends what it opens"),
)
TO_BE_ASKED = Personal(
    _("so that people know whom to ask at an organisation"),
    _("shown until the last day of the contact, kept until the desk takes it out"),
)


class Affiliation(models.Model):
    """One row is one time during which a person works with an organisation."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="affiliations", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="affiliations",
        verbose_name=_("organisation"),
    )
    is_contact = models.BooleanField(_("speaks for the organisation"), default=False)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    PERSONAL: ClassVar[Declaration] = {
        "person": None,
        "organisation": TO_WORK_WITH,
        "is_contact": TO_WORK_WITH,
        "from_on": TO_WORK_WITH,
        "until_on": TO_WORK_WITH,
    }

    class Meta:
        verbose_name = _("affiliation")
        constraints = [
            models.CheckConstraint(
                name="affiliation_ends_after_it_starts",
                condition=Q(from_on__isnull=True)
                | Q(until_on__isnull=True)
                | Q(until_on__gte=F("from_on")),
                violation_error_message=_("The last day lies before the first one."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}"

    @property
    def ledger_whole(self) -> Organisation:
        """An affiliation is part of an organisation."""
        return self.organisation


class ContactPoint(models.Model):
    """One row is whom to ask at an organisation, with an end: staff leave."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="contact_points"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    mail = models.EmailField(_("mail"), blank=True)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_until = models.DateField(_("until"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=False)

    PERSONAL: ClassVar[Declaration] = {
        "organisation": None,
        "name": TO_BE_ASKED,
        "mail": TO_BE_ASKED,
        "valid_from": TO_BE_ASKED,
        "valid_until": TO_BE_ASKED,
        "is_public": None,
    }

    class Meta:
        verbose_name = _("contact")
        constraints = [
            models.CheckConstraint(
                name="contact_point_has_a_name_or_an_address",
                condition=~Q(name="") | ~Q(mail=""),
                violation_error_message=_("Write a name or a mail address."),
            ),
            models.CheckConstraint(
                name="contact_point_ends_after_it_starts",
                condition=Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The last day lies before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.mail

    @property
    def ledger_whole(self) -> Organisation:
        """A contact is part of an organisation."""
        return self.organisation
