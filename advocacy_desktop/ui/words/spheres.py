"""The two spheres, networks and the state of an account, in words."""

from ...domain.account import Account, AccountStatus
from ...domain.limits import RULES
from ...domain.sphere import Sphere
from ..i18n import translate


def sphere_word(sphere: Sphere) -> str:
    """``professional`` or ``personal``, inside a sentence."""
    if sphere is Sphere.PERSONAL:
        return translate("Spheres", "personal")
    return translate("Spheres", "professional")


def sphere_title(sphere: Sphere) -> str:
    """``Professional`` or ``Personal``, alone."""
    if sphere is Sphere.PERSONAL:
        return translate("Spheres", "Personal")
    return translate("Spheres", "Professional")


def network_title(network: str) -> str:
    """Proper name of a network; the practice network's is a word of the interface."""
    if network == "practice":
        return translate("Spheres", "Practice")
    if network in RULES:
        return RULES[network].title
    # Feeds may name networks that this version cannot publish to yet.
    return {"linkedin": "LinkedIn", "mastodon": "Mastodon"}.get(network, network)


def account_line(account: Account) -> str:
    """``Claire Morel (@claire.example), professional``: a name never stands without its sphere."""
    return translate("Spheres", "{who}, {sphere}").format(
        who=who(account), sphere=sphere_word(account.sphere)
    )


def who(account: Account) -> str:
    """``Claire Morel (@claire.example)``."""
    handle = f"@{account.handle}" if account.network != "practice" else account.handle
    if not account.display_name or account.display_name == account.handle:
        return handle
    if account.network == "practice":
        return account.display_name
    return f"{account.display_name} ({handle})"


def status_words(status: AccountStatus) -> tuple[str, str]:
    """The state of an account and its tone: ``fine`` or ``advice``."""
    if status is AccountStatus.SIGN_IN_EXPIRED:
        return translate("Accounts", "No longer signed in: reconnect it"), "advice"
    if status is AccountStatus.SIGN_IN_FOR_THIS_RUN:
        return translate("Accounts", "Signed in until you close the program"), "advice"
    return translate("Accounts", "Ready"), "fine"
