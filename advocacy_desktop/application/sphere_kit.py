"""What belongs to one sphere: its secrets and its way out. There is no kit for both."""

from dataclasses import dataclass

from ..domain.account import Account
from ..domain.errors import BugError
from ..domain.sphere import Sphere
from .ports import Clock, HttpPort, MediaStore, PublishContext, SecretStore


@dataclass(frozen=True, slots=True)
class SphereKit:
    """The secrets and the HTTP port of one sphere."""

    sphere: Sphere
    secrets: SecretStore
    http: HttpPort

    def context(self, account: Account, media: MediaStore, clock: Clock) -> PublishContext:
        """What an adapter gets for an account of this sphere.

        Raises:
            BugError: the account, or the secret store, is of the other sphere.
        """
        if account.sphere is not self.sphere or self.secrets.sphere is not self.sphere:
            raise BugError("sphere_kit_mixed", kit=self.sphere, account=account.sphere)
        return PublishContext(account, self.secrets, self.http, media, clock)
