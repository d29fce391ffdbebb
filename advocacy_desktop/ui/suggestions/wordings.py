"""The two cards under an article: what the company proposes, and questions to find one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ...domain.suggestion import Wording
from ..i18n import translate
from ..widgets.basics import Card, Dot, label, rule

_NETWORKS = {"bluesky": "Bluesky", "linkedin": "LinkedIn", "mastodon": "Mastodon"}


class _ListCard(Card):
    """A card with a changing number of lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(" ")
        self._lines: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body.addStretch(1)

    def _show(self, texts: Sequence[tuple[str, str]]) -> None:
        for old in self._lines:
            self.body.removeWidget(old)
            old.deleteLater()
        self._lines = []
        for place, (text, kind) in enumerate(texts, 1):
            line = label(text, kind, wrap=True)
            self._lines.append(line)
            self.body.insertWidget(place, line)


class WordingsCard(_ListCard):
    """Every wording, numbered; to be read, not to be pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordings: tuple[Wording, ...] = ()

    def show_wordings(self, wordings: tuple[Wording, ...]) -> None:
        """Show them; the card is hidden when there are none."""
        self._wordings = wordings
        texts = []
        for number, wording in enumerate(wordings, 1):
            text = translate("Reader", "{number} · “{text}”").format(
                number=number, text=wording.text
            )
            if wording.network:
                text += " · " + _NETWORKS.get(wording.network, wording.network)
            texts.append((text, ""))
        if wordings:
            texts.append(
                (
                    translate(
                        "Reader",
                        "Colleagues' posts in the same words look like a robot wrote them: start "
                        "from a question instead.",
                    ),
                    "muted",
                )
            )
        self._show(texts)
        self.setVisible(bool(wordings))

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(translate("Reader", "Wordings the company proposes"))
        if self._wordings:
            self.show_wordings(self._wordings)


class PromptsCard(_ListCard):
    """Questions; and the way to an own post in the personal space."""

    write_personal = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts: tuple[str, ...] = ()
        self.body.addWidget(rule())
        row = QHBoxLayout()
        row.setSpacing(6)
        self.personal = QPushButton()
        self.personal.setProperty("kind", "link")
        self.personal.clicked.connect(self.write_personal)
        row.addWidget(Dot("personal"))
        row.addWidget(self.personal)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_prompts(self, prompts: tuple[str, ...]) -> None:
        """Those of the suggestion, or three that fit any."""
        self._prompts = prompts
        shown = prompts or (
            translate("Reader", "Did you work on it, or live near it?"),
            translate("Reader", "What surprised you in it?"),
            translate("Reader", "What would you tell a friend about it?"),
        )
        self._show([(f"• {prompt}", "") for prompt in shown])

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(translate("Reader", "A way to make it yours"))
        self.personal.setText(translate("Reader", "Write my own post about this"))
        self.personal.setAccessibleDescription(
            translate("Reader", "A personal draft with an empty box, for your personal accounts")
        )
        self.personal.setToolTip(self.personal.accessibleDescription())
        self.show_prompts(self._prompts)
