"""The card of one account: who, where, its state, what the program may do with it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.account import Account, AccountStatus
from ...domain.limits import RULES
from ...domain.sphere import Sphere
from .. import formats
from ..i18n import translate
from ..widgets.basics import Pill, SectionLabel, label
from ..words.spheres import network_title, status_words
from .scaffold import AccentCard, Facts, button, row


@dataclass(frozen=True, slots=True)
class AccountActions:
    """What the buttons of a card do."""

    open: Callable[[], object]
    check: Callable[[], object]
    reconnect: Callable[[], object]
    remove: Callable[[], object]


class AccountCard(AccentCard):
    """Made anew whenever something about the account changes."""

    def __init__(
        self,
        account: Account,
        *,
        keyring_entry: str,
        busy: bool,
        said: tuple[str, str] | None,
        actions: AccountActions,
    ) -> None:
        """``said`` is what the last check found, with the kind of its label."""
        super().__init__(account.sphere.value, margin=20)
        self._entry = keyring_entry
        self._actions = actions
        practice = account.network == "practice"
        top = QHBoxLayout()
        top.addWidget(SectionLabel(network_title(account.network)))
        top.addStretch(1)
        words, tone = status_words(account.status)
        top.addWidget(Pill(words, tone))
        self.body.addLayout(top)
        self.body.addWidget(label(account.display_name or account.handle, "heading", wrap=True))
        if not practice:
            self.body.addWidget(label(f"@{account.handle}", "muted", wrap=True))
        self.body.addSpacing(4)
        facts = Facts()
        if account.server:
            facts.put(translate("Accounts", "Server"), account.server, selectable=True)
        facts.put(translate("Accounts", "What it may do"), self._may(practice))
        facts.put(translate("Accounts", "Limits"), _limits(account.network))
        facts.put(translate("Accounts", "Sign-in"), self._kept(account), selectable=True)
        self.body.addLayout(facts)
        if said is not None:
            self.body.addWidget(label(said[0], said[1], wrap=True))
        self.body.addSpacing(4)
        self.body.addLayout(row(*self._buttons(account, practice, busy)))
        self.setAccessibleName(f"{network_title(account.network)}, {account.handle}")

    def _buttons(self, account: Account, practice: bool, busy: bool) -> list[QWidget]:
        made: list[QWidget] = []
        about = account.handle
        expired = account.status is AccountStatus.SIGN_IN_EXPIRED
        fill = "personal" if account.sphere is Sphere.PERSONAL else "primary"
        if practice:
            made.append(
                button(
                    translate("Accounts", "Open the practice timeline"),
                    self._actions.open,
                    name=f"open:{account.id}",
                )
            )
        else:
            made.append(
                button(
                    translate("Accounts", "Checking…") if busy else translate("Accounts", "Check"),
                    self._actions.check,
                    name=f"check:{account.id}",
                    about=about,
                )
            )
            made[0].setEnabled(not busy)
            made.append(
                button(
                    translate("Accounts", "Reconnect…"),
                    self._actions.reconnect,
                    kind=fill if expired else "",
                    name=f"reconnect:{account.id}",
                    about=about,
                )
            )
        made.append(
            button(
                translate("Accounts", "Remove…"),
                self._actions.remove,
                name=f"remove:{account.id}",
                about=about,
            )
        )
        return made

    def _may(self, practice: bool) -> str:
        if practice:
            return translate(
                "Accounts",
                "Put your posts on the practice timeline. Nothing leaves this computer.",
            )
        return translate(
            "Accounts",
            "Publish a post when you say so, and delete its own posts. It does not read your "
            "messages, your contacts or your timeline.",
        )

    def _kept(self, account: Account) -> str:
        if account.network == "practice":
            return translate("Accounts", "none is needed")
        if account.status is AccountStatus.SIGN_IN_FOR_THIS_RUN:
            return translate("Accounts", "in memory only, until you close the program (no keyring)")
        return translate("Accounts", "in the keyring of this computer, under “{entry}”").format(
            entry=self._entry
        )


def _limits(network: str) -> str:
    rules = RULES.get(network)
    if rules is None:
        return ""
    return translate(
        "Accounts", "{characters} characters, {pictures} pictures of at most {size}"
    ).format(
        characters=formats.number(rules.limit),
        pictures=rules.max_pictures,
        size=formats.size(rules.max_picture_bytes),
    )
