"""One line of the ledger in full."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ...domain.ledger import Audience, LedgerEntry
from .. import formats
from ..i18n import translate
from ..pages.scaffold import Facts
from ..widgets.basics import SectionLabel
from ..widgets.sheet import Sheet
from ..words.ledger import answer_words, audience_words, tried_words


class LedgerLineSheet(Sheet):
    """Method, address, as whom, what the body held (secrets masked), what came back."""

    def __init__(self, host: QWidget, entry: LedgerEntry) -> None:
        accents = (Audience.PROFESSIONAL, Audience.PERSONAL)
        super().__init__(
            host,
            title=tried_words(entry),
            accent=entry.audience.value if entry.audience in accents else "neutral",
        )
        facts = Facts()
        facts.put(translate("Ledger", "When"), _moments(entry))
        as_whom = audience_words(entry.audience)
        if entry.as_whom:
            as_whom = f"{entry.as_whom} ({as_whom})"
        facts.put(translate("Ledger", "As"), as_whom)
        facts.put(translate("Ledger", "Where to"), entry.host, selectable=True)
        facts.put(translate("Ledger", "Request"), f"{entry.method} {entry.path}", selectable=True)
        facts.put(translate("Ledger", "Sent"), formats.size(entry.sent_bytes))
        answer, _tone = answer_words(entry)
        facts.put(translate("Ledger", "Answer"), answer)
        facts.put(translate("Ledger", "Received"), formats.size(entry.received_bytes))
        self.body.addLayout(facts)
        self.body.addWidget(SectionLabel(translate("Ledger", "What the request held")))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(translate("Ledger", "What the request held"))
        self.text.setPlainText(
            entry.detail
            or (
                translate("Ledger", "Nothing but the address above.")
                if not entry.sent_bytes
                else translate("Ledger", "{amount} that were not noted in words.").format(
                    amount=formats.size(entry.sent_bytes)
                )
            )
        )
        lines = min(14, max(3, self.text.document().blockCount() + len(entry.detail) // 70))
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + 22)
        self.body.addWidget(self.text)
        self.close_button = self.add_button(translate("Ledger", "Close"), accepts=True)

    def show_sheet(self) -> None:
        """Open it; Enter and Esc close it."""
        self.open(self.close_button)


def _moments(entry: LedgerEntry) -> str:
    at = formats.full_time(entry.started_at)
    if entry.finished_at is None:
        return at
    return translate("Ledger", "{moment}, answered after {seconds} s").format(
        moment=at, seconds=formats.seconds(entry.finished_at - entry.started_at)
    )
