"""People and their roles."""

import uuid
import zoneinfo
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plaza.network.personal import Declaration, Personal

UNTIL_ERASED = _("until you are erased")


def valid_zone(name: str) -> None:
    """Refuse what is not an IANA time zone."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is not a time zone."), params={"name": name})


class People(BaseUserManager["Person"]):
    """People by how they are found."""

    def system(self, name: str = "Plaza") -> "Person":
        """The named system user that jobs and commands act as."""
        return self.get_or_create(name=name, is_system=True)[0]

    def by_address(self, address: str) -> "Person | None":
        """The person who reads mail at an address."""
        return self.filter(emailaddress__email__iexact=address.strip()).first()


class Person(AbstractBaseUser):
    """One row is one person, or a named system user. Addresses are rows of their own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name as the person writes it"), max_length=200)
    language = models.CharField(_("language to be written to in"), max_length=35, default="en")
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="UTC", validators=[valid_zone]
    )
    is_active = models.BooleanField(_("can sign in"), default=True)
    is_system = models.BooleanField(default=False, editable=False)
    joined_at = models.DateTimeField(_("here since"), auto_now_add=True)
    erased_at = models.DateTimeField(null=True, editable=False)

    PERSONAL: ClassVar[Declaration] = {
        "password": None,
        "last_login": Personal(_("so that unused accounts are found"), UNTIL_ERASED),
        "name": Personal(_("so that others know who acts and who takes part"), UNTIL_ERASED),
        "language": Personal(_("so that letters come in your language"), UNTIL_ERASED),
        "time_zone": Personal(_("so that you read times in your own zone"), UNTIL_ERASED),
        "is_active": None,
        "is_system": None,
        "joined_at": Personal(_("so that it is known since when you are here"), UNTIL_ERASED),
        "erased_at": None,
    }

    USERNAME_FIELD = "id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = People()

    class Meta:
        verbose_name = _("person")
        constraints = [
            models.UniqueConstraint(
                name="person_system_users_have_names_of_their_own",
                fields=["name"],
                condition=Q(is_system=True),
                violation_error_message=_("There is a system user of this name."),
            ),
            models.CheckConstraint(
                name="person_erased_cannot_sign_in",
                condition=Q(erased_at__isnull=True) | Q(is_active=False),
                violation_error_message=_("An erased person cannot sign in."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def has_usable_password(self) -> bool:
        """There are no passwords."""
        return False

    @property
    def is_staff(self) -> bool:
        """There is no admin; allauth asks."""
        return False


class Role(models.Model):
    """One row is one role that a person holds in the network."""

    class Kind(models.TextChoices):
        """What the role lets her do; the rules say how far."""

        SECRETARIAT = "secretariat", _("Secretariat")
        EDITOR = "editor", _("Editor")
        EVALUATOR = "evaluator", _("Evaluator")
        ADMINISTRATOR = "administrator", _("Administrator")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(_("role"), max_length=13, choices=Kind)

    PERSONAL: ClassVar[Declaration] = {
        "person": None,
        "kind": Personal(
            _("so that the desk opens to you"), _("until the role ends or you are erased")
        ),
    }

    class Meta:
        verbose_name = _("role")
        constraints = [
            models.UniqueConstraint(
                name="role_is_held_once",
                fields=["person", "kind"],
                violation_error_message=_("This person has the role already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"

    @property
    def ledger_whole(self) -> Person:
        """A role is part of a person."""
        return self.person
