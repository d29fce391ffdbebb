"""A company suggestion on a personal account: asked for each post, answered by no setting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ...application.publishing import SheetLine
from ..i18n import translate
from ..widgets.basics import SectionLabel, label, set_kind
from ..widgets.sheet import Sheet
from . import exact


class CrossingSheet(Sheet):
    """The safe answer has the focus and Esc; the other counts once."""

    def __init__(self, host: QWidget, line: SheetLine) -> None:
        super().__init__(
            host,
            band=translate("Crossing", "Your personal space"),
            title=translate("Crossing", "Post a work suggestion on your personal account?"),
            accent="personal",
        )
        set_kind(self.heading, "title")
        who_reads = label("", wrap=True)
        who_reads.setTextFormat(Qt.TextFormat.RichText)
        handle = exact.handle_of(line).replace("&", "&amp;").replace("<", "&lt;")
        who_reads.setText(
            translate(
                "Crossing",
                "Your friends and family read {handle}. Nothing obliges you to speak for your "
                "employer there, and nobody at work is told what you choose.",
            ).format(handle=f"<b>{handle}</b>")
        )
        self.body.addWidget(who_reads)
        box = QFrame()
        box.setProperty("kind", "sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(17, 13, 17, 14)
        column.setSpacing(8)
        column.addWidget(SectionLabel(translate("Crossing", "Exactly this will be sent")))
        self.text = label(line.post.text, wrap=True)
        self.facts = label(exact.facts(line), "muted", wrap=True)
        column.addWidget(self.text)
        if line.post.card is not None:
            column.addWidget(label(line.post.card.link, "muted", wrap=True))
        column.addWidget(self.facts)
        self.body.addWidget(box)
        self.body.addWidget(
            label(
                translate(
                    "Crossing",
                    "This answer counts once, for this post only. It can't be set in advance, by "
                    "you or by your employer.",
                ),
                "muted",
                wrap=True,
            )
        )
        self.keep = self.add_button(
            translate("Crossing", "Keep it professional"), key="Esc", accepts=False
        )
        self.post = self.add_button(
            translate("Crossing", "Post it as me, this once"), "personal", accepts=True
        )

    def ask(self) -> None:
        """Show it; whoever only presses Enter stays on the safe side."""
        self.open(self.keep)
