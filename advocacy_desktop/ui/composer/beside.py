"""The suggestion beside the empty box: to read, never to be put into it by the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...domain.suggestion import Suggestion
from ..i18n import translate
from ..widgets.basics import Card, label
from ..words.spheres import network_title


class SuggestionBeside(QWidget):
    """Article text, wordings, questions. It has no button that could carry a word over."""

    def __init__(self, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestion = suggestion
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._cards: list[QWidget] = []

    def retranslate(self) -> None:
        """All texts again."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        content = self._suggestion.content
        if content.prompts:
            card = self._card(translate("Composer", "A way to make it yours"))
            for prompt in content.prompts:
                card.body.addWidget(label(f"• {prompt}", wrap=True))
        if content.wordings:
            card = self._card(translate("Composer", "Wordings the company proposes"))
            for number, wording in enumerate(content.wordings, start=1):
                text = translate("Reader", "{number} · “{text}”").format(
                    number=number, text=wording.text
                )
                if wording.network is not None:
                    text += f"  ({network_title(wording.network)})"
                card.body.addWidget(_readable(text))
            card.body.addWidget(
                label(
                    translate(
                        "Composer",
                        "Colleagues' posts in the same words look like a robot wrote them: start "
                        "from a question instead.",
                    ),
                    "muted",
                    wrap=True,
                )
            )
        card = self._card(translate("Composer", "The suggestion"))
        card.body.addWidget(label(content.title, "strong", wrap=True))
        for paragraph in content.text.split("\n\n"):
            if paragraph.strip():
                card.body.addWidget(_readable(paragraph.strip()))
        self._column.addStretch(1)

    def _card(self, title: str) -> Card:
        made = Card(title=title)
        self._cards.append(made)
        self._column.insertWidget(len(self._cards) - 1, made)
        return made


def _readable(text: str) -> QLabel:
    """Text for a screen reader and the keyboard: focus reads it, nothing copies it by itself."""
    made = label(text, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setAccessibleName(text)
    return made
