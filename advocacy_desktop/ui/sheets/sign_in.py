"""Adding or reconnecting an account: what was typed stays until the sheet closes."""

import itertools
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout

from ...application.changes import ChangeKind, changed
from ...application.ports import Capabilities, SignInForm
from ...domain.account import Account
from ...domain.errors import ErrorCode, KnownError
from ...domain.sphere import Sphere
from ..context import UiContext
from ..i18n import translate
from ..messages import sentence
from ..tasks import CancelToken
from ..widgets.announce import announce
from ..widgets.basics import label
from ..widgets.sheet import Sheet
from ..words.spheres import network_title, sphere_word

KEYRING = frozenset({ErrorCode.KEYRING_MISSING, ErrorCode.KEYRING_LOCKED, ErrorCode.KEYRING_DENIED})
_attempt = itertools.count(1)


class SignInSheet(Sheet):
    """Signs in on a worker, stoppable, each error as a sentence in place."""

    def __init__(
        self,
        context: UiContext,
        sphere: Sphere,
        network: Capabilities,
        account: Account | None = None,
    ) -> None:
        """``account`` is the one to reconnect; ``None`` adds a new one."""
        super().__init__(
            context.window,
            band=_band(sphere, account),
            title=_title(network, account),
            accent=sphere.value,
        )
        self._context = context
        self._sphere = sphere
        self._network = network
        self._account = account
        self._token: CancelToken | None = None
        self._for_this_run = False
        self._in_both = False
        self._build()
        self.rejected.connect(self._stop)

    def _build(self) -> None:
        signs_in = self._network.signs_in
        self.who = QLineEdit()
        self.password = QLineEdit()
        self.server = QLineEdit()
        if not signs_in:
            self._field(
                translate("SignIn", "Name on the practice timeline"),
                self.who,
                translate("SignIn", "No password is needed: it lives in this computer only."),
            )
            self.who.setPlaceholderText(translate("SignIn", "for example Claire Morel"))
        else:
            self._field(translate("SignIn", "Handle or e-mail address"), self.who)
            self.who.setPlaceholderText(translate("SignIn", "for example claire.bsky.social"))
            self._field(
                translate("SignIn", "App password"),
                self.password,
                translate(
                    "SignIn",
                    "Make one on {network}: Settings → Privacy and security → App passwords. Never "
                    "your main password. You can withdraw it there at any time.",
                ).format(network=network_title(self._network.name)),
            )
            self._hide_password(True)
            self._field(
                translate("SignIn", "Server address, if you know it"),
                self.server,
                translate("SignIn", "Left empty, it is found from your handle."),
            )
            self.server.setPlaceholderText(translate("SignIn", "found from your handle"))
        if self._account is not None:
            self.who.setText(self._account.handle)
            self.server.setText(self._account.server)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.body.addWidget(self.error)
        self.choices = QHBoxLayout()
        self.choices.setSpacing(10)
        self.keep = self._choice(
            translate("SignIn", "Keep the sign-in for this run only"), self._keep_for_this_run
        )
        self.both = self._choice(translate("SignIn", "Add it here too"), self._add_in_both)
        self.choices.addStretch(1)
        self.body.addLayout(self.choices)
        self.busy = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("SignIn", "Signing in"))
        for part in (self.busy, self.bar):
            part.hide()
            self.body.addWidget(part)
        self.cancel = self.add_button(translate("SignIn", "Cancel"))
        self.cancel.clicked.connect(self._cancelled)
        kind = "personal" if self._sphere is Sphere.PERSONAL else "primary"
        self.go = self.add_button(self._go_text(), kind, key="Ctrl+Return")
        self.go.clicked.connect(lambda: self._start())

    def show_sheet(self) -> None:
        """Open with the focus in the first field that is to be filled."""
        filled = self._account is not None and self._network.signs_in
        self.open(self.password if filled else self.who)

    def _field(self, name: str, field: QLineEdit, hint: str = "") -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        title = label(name, "strong")
        title.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        field.returnPressed.connect(self._start)
        column.addWidget(title)
        column.addWidget(field)
        if hint:
            column.addWidget(label(hint, "small", wrap=True))
        self.body.addLayout(column)
        if field is self.password:
            self._show_button = QPushButton(translate("SignIn", "Show"))
            self._show_button.setCheckable(True)
            self._show_button.setAutoDefault(True)
            self._show_button.setAccessibleName(translate("SignIn", "Show the password"))
            self._show_button.toggled.connect(lambda on: self._hide_password(not on))
            column.removeWidget(field)
            beside = QHBoxLayout()
            beside.setSpacing(8)
            beside.addWidget(field, 1)
            beside.addWidget(self._show_button)
            column.insertLayout(1, beside)

    def _hide_password(self, hidden: bool) -> None:
        self.password.setEchoMode(
            QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        )
        self.password.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show_button.setText(
            translate("SignIn", "Show") if hidden else translate("SignIn", "Hide")
        )

    def _choice(self, text: str, act: Callable[[], None]) -> QPushButton:
        made = QPushButton(text)
        made.setAutoDefault(True)
        made.clicked.connect(lambda _checked=False: act())
        made.hide()
        self.choices.addWidget(made)
        return made

    def _go_text(self) -> str:
        if self._account is not None:
            return translate("SignIn", "Reconnect")
        return translate("SignIn", "Add the account")

    def _keep_for_this_run(self) -> None:
        self._for_this_run = True
        self._start()

    def _add_in_both(self) -> None:
        self._in_both = True
        self._start()

    def _start(self) -> None:
        if self._token is not None:
            return
        missing = self._missing()
        if missing is not None:
            field, text = missing
            self._say(text)
            field.setFocus()
            return
        token = self._token = CancelToken()
        self._working(True)
        form = SignInForm(self.who.text().strip(), self.password.text(), self.server.text().strip())
        accounts = self._context.services.accounts
        account, keep, both = self._account, self._for_this_run, self._in_both
        sphere, network = self._sphere, self._network.name

        def work() -> Account | None:
            if account is not None:
                return accounts.reconnect(account.id, form, keep_for_this_run=keep)
            added = accounts.add(
                sphere, network, form, keep_for_this_run=keep, in_both_spheres=both
            )
            if token.cancelled:
                # It came through after the person had stopped it: nothing of it may stay.
                accounts.remove(added.id)
                return None
            return added

        key = account.id if account is not None else f"sign-in-{next(_attempt)}"
        self._context.runner.network(
            key,
            work,
            lambda made: self._signed_in(token, made),
            lambda error: self._failed(token, error),
            # Not the sheet: what was done must be told to the pages even if it is closed by then.
            self._context.window,
        )

    def _missing(self) -> tuple[QLineEdit, str] | None:
        if not self.who.text().strip():
            if self._network.signs_in:
                return self.who, translate("SignIn", "Type your handle or e-mail address first.")
            return self.who, translate("SignIn", "Type a name first.")
        if self._network.signs_in and not self.password.text():
            return self.password, translate("SignIn", "Type the app password first.")
        return None

    def _signed_in(self, token: CancelToken, made: Account | None) -> None:
        if token is not self._token or made is None:
            self._context.hub.announce(changed(ChangeKind.ACCOUNTS, ChangeKind.LEDGER))
            return
        self._token = None
        text = (
            translate("SignIn", "{handle} is connected again.")
            if self._account is not None
            else translate("SignIn", "{handle} was added.")
        )
        self._context.toasts.show_text(text.format(handle=made.handle))
        self._context.hub.announce(changed(ChangeKind.ACCOUNTS, ChangeKind.LEDGER, ids=(made.id,)))
        self.accept()

    def _failed(self, token: CancelToken, error: KnownError) -> None:
        if token is not self._token:
            return
        self._token = None
        self._working(False)
        self._context.hub.announce(changed(ChangeKind.LEDGER))
        keyring = error.code in KEYRING
        elsewhere = error.code == ErrorCode.ACCOUNT_EXISTS and str(error.data.get("sphere")) != str(
            self._sphere
        )
        self.keep.setVisible(keyring)
        self.both.setVisible(elsewhere)
        self.go.setText(translate("SignIn", "Try again") if keyring else self._go_text())
        self._say(_elsewhere(error, self._sphere) if elsewhere else sentence(error))
        if keyring:
            self.go.setFocus()
        elif elsewhere:
            self.cancel.setFocus()
        else:
            wrong_who = error.code in (ErrorCode.UNKNOWN_HANDLE, ErrorCode.ACCOUNT_EXISTS)
            wrong_server = error.code == ErrorCode.SERVER_NOT_FOUND and self.server.text()
            field = self.who if wrong_who or not self._network.signs_in else self.password
            (self.server if wrong_server else field).setFocus()

    def _cancelled(self) -> None:
        if self._token is None:
            self.reject()
            return
        self._stop()
        self._working(False)
        self._say(translate("SignIn", "Stopped. Nothing was added, and what you typed is here."))

    def _stop(self) -> None:
        token, self._token = self._token, None
        if token is not None:
            token.cancel()

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.fit()
        announce(self, text)

    def _working(self, on: bool) -> None:
        for field in (self.who, self.password, self.server):
            field.setReadOnly(on)
        self.go.setEnabled(not on)
        for part in (self.busy, self.bar):
            part.setVisible(on)
        for hidden in (self.keep, self.both, self.error):
            hidden.hide()
        self.busy.setText(
            translate("SignIn", "Asking {network}…").format(
                network=network_title(self._network.name)
            )
        )
        self.cancel.setText(translate("SignIn", "Stop") if on else translate("SignIn", "Cancel"))
        self.fit()


def _band(sphere: Sphere, account: Account | None) -> str:
    if sphere is Sphere.PERSONAL:
        if account is not None:
            return translate("SignIn", "A personal account: you, as a private person")
        return translate("SignIn", "This will be a personal account: you, as a private person")
    if account is not None:
        return translate("SignIn", "A professional account: you, as someone who works there")
    return translate(
        "SignIn", "This will be a professional account: you, as someone who works there"
    )


def _title(network: Capabilities, account: Account | None) -> str:
    if account is not None:
        return translate("SignIn", "Reconnect {handle}").format(handle=account.handle)
    if not network.signs_in:
        return translate("SignIn", "Add a practice account")
    return translate("SignIn", "Add a {network} account").format(
        network=network_title(network.name)
    )


def _elsewhere(error: KnownError, sphere: Sphere) -> str:
    other = Sphere.PROFESSIONAL if sphere is Sphere.PERSONAL else Sphere.PERSONAL
    return translate(
        "SignIn",
        "{handle} is one of your {other} accounts already. One identity in both spheres is shown "
        "to the same readers, whichever sphere you write in. Add it here as well only if you "
        "mean that.",
    ).format(handle=error.data.get("handle", ""), other=sphere_word(other))
