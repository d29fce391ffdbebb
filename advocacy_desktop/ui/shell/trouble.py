"""Stands in the window when the profile could not be opened: says why and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...domain.errors import KnownError
from ..i18n import translate
from ..messages import sentence
from ..widgets.basics import Card, label


class Trouble(QWidget):
    """A card in the middle; nothing is changed on the disk by showing it."""

    again = Signal()

    def __init__(self, error: KnownError) -> None:
        super().__init__()
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        card = Card(margin=26)
        card.setMaximumWidth(620)
        heading = label(translate("Trouble", "Your data could not be opened"), "heading", wrap=True)
        text = label(sentence(error), wrap=True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.body.addWidget(heading)
        card.body.addWidget(text)
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy = QPushButton(translate("Trouble", "Copy this text"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(sentence(error)))
        self.button = QPushButton(translate("Trouble", "Try again"))
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.again)
        row.addWidget(self.copy)
        row.addWidget(self.button)
        card.body.addSpacing(6)
        card.body.addLayout(row)
        whole.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 6)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(3)
        self.setAccessibleName(sentence(error))
