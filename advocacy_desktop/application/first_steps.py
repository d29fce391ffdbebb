"""What a newcomer gets who asked for the sample: a company and an account to try things with."""

import getpass

from ..domain.sphere import Sphere
from .ports import SignInForm
from .services import Services


def bring_sample(services: Services, language: str) -> bool:
    """Subscribe to the sample company and add the practice account; tell whether it was done.

    Only to a profile that has neither sources nor accounts: never twice, never into real use.
    """
    if services.sources.all() or services.accounts.all():
        return False
    services.accounts.add(Sphere.PROFESSIONAL, "practice", SignInForm(identifier=_own_name()))
    services.sources.subscribe_sample(language)
    return True


def _own_name() -> str:
    """The name under which the person is signed in to this computer."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        # No login name in this environment (a container, a service): any name will do.
        return "me"
