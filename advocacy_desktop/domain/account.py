"""An Account: one identity on one network in one sphere."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .sphere import Sphere


class AccountStatus(StrEnum):
    """Whether an account can publish at this moment."""

    READY = "ready"
    SIGN_IN_EXPIRED = "sign_in_expired"
    SIGN_IN_FOR_THIS_RUN = "sign_in_for_this_run"
    """No keyring: the secret is held in memory until the program ends."""


@dataclass(frozen=True, slots=True)
class Account:
    """One identity; its secret is only in the keyring of its sphere."""

    id: str
    sphere: Sphere
    """Fixed when the account is added."""
    network: str
    """Name of the adapter: ``practice``, ``bluesky``..."""
    identity: str
    """What never changes (a DID), against the handle, which may."""
    handle: str
    display_name: str
    server: str
    """Base address of the server that holds the account; empty for the practice account."""
    added_at: datetime
    status: AccountStatus = AccountStatus.READY
