"""The accounts of one sphere; the two places share this class and never look alike."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ...application.accounts import Removal
from ...application.changes import ChangeKind, Changes, changed
from ...application.ports import Capabilities, DeliveryCard
from ...domain.account import Account, AccountStatus
from ...domain.delivery import DeliveryEvent, may_move
from ...domain.errors import KnownError
from ...domain.sphere import Sphere
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..messages import sentence
from ..sheets.confirm import ConfirmSheet
from ..sheets.sign_in import SignInSheet
from ..widgets.empty import EmptyState
from ..words.spheres import network_title
from .account_card import AccountActions, AccountCard
from .scaffold import ScrollPage, SphereBand, button, clear


class AccountsPage(ScrollPage):
    """Cards: who, where, what the program may do with it, and what can be done about it."""

    watches = frozenset({ChangeKind.ACCOUNTS, ChangeKind.DELIVERIES})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place)
        self.sphere = Sphere(place)
        self._band = SphereBand(place)
        self.outer.insertWidget(0, self._band)
        self.empty = EmptyState("accounts")
        self.empty.pressed.connect(self._add_first)
        self._accounts: Sequence[Account] = ()
        self._networks: Sequence[Capabilities] = ()
        self._waiting: dict[str, int] = {}
        self._entry = ""
        self._said: dict[str, tuple[str, str]] = {}
        self._busy: set[str] = set()
        self._wanted = ""
        self.content.addWidget(self.empty)
        self.empty.hide()

    def retranslate(self) -> None:
        personal = self.sphere is Sphere.PERSONAL
        if personal:
            self._band.setText(
                translate(
                    "Accounts",
                    "Personal — here you speak as a private person. Nothing of your employer comes "
                    "here unless you say so, each time.",
                )
            )
            self.heading.setText(translate("Accounts", "Personal accounts"))
            self.subtitle.setText(
                translate(
                    "Accounts",
                    "Your own life. Professional drafts cannot even see these accounts.",
                )
            )
            self.empty.set_texts(
                translate("Accounts", "No personal account"),
                translate(
                    "Accounts",
                    "Nobody expects one here. If you add one, it stays apart from your "
                    "professional accounts: its own keyring entry, its own drafts.",
                ),
                translate("Accounts", "Add an account…"),
            )
        else:
            self._band.setText(
                translate(
                    "Accounts",
                    "Professional — here you speak as someone who works at your company, in your "
                    "own words.",
                )
            )
            self.heading.setText(translate("Accounts", "Professional accounts"))
            self.subtitle.setText(
                translate(
                    "Accounts", "They are yours: your employer neither sees nor controls them."
                )
            )
            self.empty.set_texts(
                translate("Accounts", "No professional account yet"),
                translate(
                    "Accounts",
                    "Add the account under which you speak about your work. To try things out "
                    "first, add a practice account: nothing leaves this computer.",
                ),
                translate("Accounts", "Add an account…"),
            )
        self._show()

    def refresh(self, changes: Changes | None = None) -> None:
        services = self.context.services

        def load() -> tuple[Sequence[Account], Sequence[Capabilities], Sequence[DeliveryCard], str]:
            return (
                services.accounts.all(self.sphere),
                services.accounts.networks(),
                services.library.under_way(),
                services.accounts.keyring_entry(self.sphere),
            )

        self.context.runner.storage(load, self._loaded, None, self)

    def activate(self, **what: object) -> None:
        wanted = what.get("add")
        if isinstance(wanted, str):
            self._wanted = wanted
            self._open_wanted()

    def _open_wanted(self) -> None:
        """The form that was asked for from elsewhere, as soon as the networks are known."""
        network = next((n for n in self._networks if n.name == self._wanted), None)
        if network is not None:
            self._wanted = ""
            self.add(network)

    def focus_first(self) -> None:
        target = self.findChild(QWidget, "add:0")
        (self.empty.button if self.empty.isVisible() else target or self).setFocus()

    def _loaded(
        self,
        found: tuple[Sequence[Account], Sequence[Capabilities], Sequence[DeliveryCard], str],
    ) -> None:
        self._accounts, self._networks, cards, self._entry = found
        self._waiting = {}
        for card in cards:
            delivery = card.delivery
            if may_move(delivery.state, DeliveryEvent.TAKE_BACK):
                self._waiting[delivery.account_id] = self._waiting.get(delivery.account_id, 0) + 1
        self._show()
        self._open_wanted()

    def _show(self) -> None:
        self.keep_focus(self._rebuild)

    def _rebuild(self) -> None:
        clear(self.head_actions)
        self.content.removeWidget(self.empty)
        clear(self.content)
        fill = "personal" if self.sphere is Sphere.PERSONAL else "primary"
        ordered = sorted(self._networks, key=lambda network: not network.signs_in)
        for at, network in enumerate(ordered):
            text = (
                translate("Accounts", "Add {network}…").format(network=network_title(network.name))
                if network.signs_in
                else translate("Accounts", "Add a practice account…")
            )
            kind = fill if at == 0 else ""
            self.head_actions.addWidget(
                button(text, partial(self.add, network), kind=kind, name=f"add:{at}")
            )
        for account in self._accounts:
            self.content.addWidget(
                AccountCard(
                    account,
                    keyring_entry=self._entry,
                    busy=account.id in self._busy,
                    said=self._said.get(account.id),
                    actions=AccountActions(
                        open=lambda: self.context.navigate("practice"),
                        check=partial(self.check, account),
                        reconnect=partial(self.reconnect, account),
                        remove=partial(self.remove, account),
                    ),
                )
            )
        self.content.addWidget(self.empty)
        self.empty.setVisible(not self._accounts and bool(self._networks))

    def add(self, network: Capabilities) -> SignInSheet:
        """Open the form for a new account on that network."""
        sheet = SignInSheet(self.context, self.sphere, network)
        sheet.show_sheet()
        return sheet

    def _add_first(self) -> None:
        ordered = sorted(self._networks, key=lambda network: not network.signs_in)
        if ordered:
            self.add(ordered[0])

    def reconnect(self, account: Account) -> SignInSheet | None:
        """Open the form for a new sign-in of the same account."""
        network = next((n for n in self._networks if n.name == account.network), None)
        if network is None:
            return None
        sheet = SignInSheet(self.context, self.sphere, network, account)
        sheet.show_sheet()
        return sheet

    def check(self, account: Account) -> None:
        """Ask the network whether the sign-in holds."""
        self._busy.add(account.id)
        self._said.pop(account.id, None)
        self._show()
        accounts = self.context.services.accounts

        def done(checked: Account) -> None:
            self._busy.discard(account.id)
            if checked.status is not AccountStatus.SIGN_IN_EXPIRED:
                self._said[account.id] = (
                    translate("Accounts", "✓ Checked at {time}: the sign-in holds.").format(
                        time=formats.clock_time(formats.now())
                    ),
                    "fine",
                )
            self.context.hub.announce(
                changed(ChangeKind.ACCOUNTS, ChangeKind.LEDGER, ids=(account.id,))
            )

        def failed(error: KnownError) -> None:
            self._busy.discard(account.id)
            self._said[account.id] = (sentence(error), "error")
            self.context.hub.announce(
                changed(ChangeKind.ACCOUNTS, ChangeKind.LEDGER, ids=(account.id,))
            )

        self.context.runner.network(
            account.id, lambda: accounts.check(account.id), done, failed, self
        )

    def remove(self, account: Account) -> ConfirmSheet:
        """Say what removing does, then do it."""
        accounts = self.context.services.accounts

        def act(done: Callable[[], object], failed: Callable[[KnownError], object]) -> None:
            def removed(removal: Removal) -> None:
                self.context.hub.announce(removal.changes)
                self.context.toasts.show_text(
                    translate("Accounts", "{handle} was removed.").format(handle=account.handle)
                    if removal.signed_out
                    else translate(
                        "Accounts",
                        "{handle} was removed here. {network} could not be told: withdraw the app "
                        "password there.",
                    ).format(handle=account.handle, network=network_title(account.network))
                )
                done()

            self.context.runner.network(
                account.id,
                lambda: accounts.remove(account.id),
                removed,
                failed,
                self.context.window,
            )

        sheet = ConfirmSheet(
            self.context.window,
            band=self.heading.text(),
            accent=self.sphere.value,
            title=translate("Accounts", "Remove {handle} from this computer?").format(
                handle=account.handle
            ),
            lines=self._what_removing_does(account),
            button=translate("Accounts", "Remove the account"),
            act=act,
            say=self.context.toasts.show_text,
        )
        sheet.show_sheet()
        return sheet

    def _what_removing_does(self, account: Account) -> list[str]:
        network = network_title(account.network)
        lines = []
        if account.network != "practice":
            lines.append(
                translate("Accounts", "{network} is told that you sign out.").format(
                    network=network
                )
            )
            lines.append(
                translate(
                    "Accounts",
                    "Its entries under “{entry}” in the keyring are wiped. To come back you need "
                    "an app password again.",
                ).format(entry=self._entry)
            )
        waiting = self._waiting.get(account.id, 0)
        if waiting:
            lines.append(
                translate("Accounts", "%n waiting post(s) will be taken back.", None, waiting)
            )
        lines.append(
            translate("Accounts", "What you published stays on {network}.").format(network=network)
        )
        lines.append(translate("Accounts", "Your drafts and your history stay here."))
        return lines
