"""The company took a suggestion back after the employee wrote about it: asked before publishing."""

from PySide6.QtWidgets import QWidget

from ...application.publishing import PublishSheet
from ..i18n import translate
from ..widgets.basics import label
from ..widgets.sheet import Sheet


class WithdrawnSheet(Sheet):
    """The safe answer has the focus and Esc."""

    def __init__(self, host: QWidget, sheet: PublishSheet) -> None:
        accent = sheet.draft.sphere.value
        super().__init__(
            host,
            title=translate("Withdrawn", "Publish it although the company has withdrawn it?"),
            accent=accent,
        )
        text = translate(
            "Withdrawn",
            "Something in it may be wrong, or too early. The decision is yours, and nobody is "
            "told what it is.",
        )
        self.body.addWidget(label(text, wrap=True))
        self.keep = self.add_button(
            translate("Withdrawn", "Don't publish"), key="Esc", accepts=False
        )
        self.post = self.add_button(
            translate("Withdrawn", "Publish all the same"),
            "personal" if accent == "personal" else "primary",
            accepts=True,
        )

    def ask(self) -> None:
        """Show it; whoever only presses Enter publishes nothing."""
        self.open(self.keep)
