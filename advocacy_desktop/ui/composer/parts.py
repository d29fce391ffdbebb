"""The composer's layout: which part stands where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...domain.sphere import Sphere
from ...domain.suggestion import Suggestion
from .band import SphereBand
from .checks_card import ChecksCard
from .editor_card import EditorCard
from .pictures import PictureLoader
from .publish_row import PublishRow
from .right_side import RightSide, scrolling
from .saved_words import NotSavedBar

NARROW = 700
"""Logical pixels below which the parts stand in one column that scrolls."""


class Parts:
    """Band on top; left the box and the checks, right the previews and the button."""

    def __init__(
        self,
        host: QWidget,
        sphere: Sphere,
        suggestion: Suggestion | None,
        loader: PictureLoader,
        hold_seconds: int,
    ) -> None:
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.band = SphereBand(sphere)
        self.not_saved = NotSavedBar()
        column.addWidget(self.band)
        column.addWidget(self.not_saved)
        self._halves = halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        halves.setContentsMargins(24, 16, 16, 16)
        halves.setSpacing(14)
        column.addLayout(halves, 1)
        left = QWidget()
        self._left = left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 4, 0)
        left_column.setSpacing(14)
        self.card = EditorCard(sphere.value, loader)
        self.checks = ChecksCard()
        left_column.addWidget(self.card, 1)
        left_column.addWidget(self.checks)
        area = scrolling(left)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the stops
        halves.addWidget(area, 53)
        self._right = right_column = QVBoxLayout()
        right_column.setSpacing(12)
        self.right = RightSide(sphere.value, suggestion, loader)
        self.row = PublishRow(sphere, hold_seconds)
        right_column.addWidget(self.right, 1)
        right_column.addWidget(self.row)
        halves.addLayout(right_column, 47)
        self._narrow = False

    def arrange(self, width: int) -> None:
        """Two columns where there is room, one where there is not; the button is always there."""
        narrow = width < NARROW
        if narrow is self._narrow:
            return
        self._narrow = narrow
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._halves.setContentsMargins(*((12, 10, 8, 10) if narrow else (24, 16, 16, 16)))
        self._halves.setStretch(0, 1 if narrow else 53)
        self._halves.setStretch(1, 0 if narrow else 47)
        if narrow:
            self._right.removeWidget(self.right)
            self._left.addWidget(self.right)
        else:
            self._left.removeWidget(self.right)
            self._right.insertWidget(0, self.right, 1)
        self.right.setMinimumHeight(320 if narrow else 0)
        self.card.setMinimumHeight(210 if narrow else 0)
        self.band.set_narrow(narrow)
