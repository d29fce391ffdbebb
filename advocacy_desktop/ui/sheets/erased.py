"""The last sheet: what was erased, and what a locked keyring kept."""

from PySide6.QtWidgets import QWidget

from ...application.own_data import Erased
from ...domain.errors import ErrorCode
from ..i18n import translate
from ..messages import code_sentence
from ..widgets.basics import label
from ..widgets.sheet import Sheet
from ..words.spheres import account_line


class ErasedSheet(Sheet):
    """Says so, then the program ends."""

    def __init__(self, host: QWidget, erased: Erased) -> None:
        super().__init__(host, title=translate("Erased", "Everything was erased"))
        if not erased.not_wiped:
            text = translate(
                "Erased", "Nothing of this profile is left on this computer. The program ends now."
            )
            self.body.addWidget(label(text, "muted", wrap=True))
        else:
            text = translate(
                "Erased",
                "The files are gone. These sign-ins could not be wiped: remove the entries named "
                "advocacy-desktop in your keyring by hand, or withdraw the app passwords on the "
                "network.",
            )
            self.body.addWidget(label(text, wrap=True))
            for left in erased.not_wiped:
                self.body.addWidget(label(account_line(left.account), "strong", wrap=True))
                if left.code in set(ErrorCode):
                    said = code_sentence(ErrorCode(left.code))
                    self.body.addWidget(label(said, "small", wrap=True))
        self.end = self.add_button(translate("Erased", "End"), "primary", accepts=True)

    def show_sheet(self) -> None:
        """Open it; whatever closes it ends the program."""
        self.open(self.end)
