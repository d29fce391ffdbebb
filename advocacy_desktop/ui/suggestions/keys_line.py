"""The line under the list that teaches its keys."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..i18n import translate
from ..widgets.basics import KeyCap, label
from ..widgets.flow import FlowBox


class KeysLine(QWidget):
    """``J`` ``K`` move, ``E`` put in my words, and so on."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 11, 12, 11)
        self._flow = FlowBox(spacing=10)
        column.addWidget(self._flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self._words = []
        for keys in (("J", "K"), ("E",), ("X",), ("L",), ("?",)):
            group = QWidget()
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            for key in keys:
                row.addWidget(KeyCap(key))
            words = label("", "small")
            row.addWidget(words)
            self._words.append(words)
            self._flow.add(group)

    def retranslate(self) -> None:
        """Set every text again."""
        texts = (
            translate("Keys", "move"),
            translate("Keys", "put in my words"),
            translate("Keys", "decline"),
            translate("Keys", "later"),
            translate("Keys", "all keys"),
        )
        for words, text in zip(self._words, texts, strict=True):
            words.setText(text)
