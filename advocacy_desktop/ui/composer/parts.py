"""The composer's layout: which part stands where."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.sphere import Sphere
from ...domain.suggestion import Suggestion
from .band import SphereBand
from .checks_card import ChecksCard
from .editor_card import EditorCard
from .pictures import PictureLoader
from .publish_row import PublishRow
from .right_side import RightSide, scrolling
from .saved_words import NotSavedBar


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
        halves = QHBoxLayout()
        halves.setContentsMargins(24, 16, 16, 16)
        halves.setSpacing(14)
        column.addLayout(halves, 1)
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 4, 0)
        left_column.setSpacing(14)
        self.card = EditorCard(sphere.value, loader)
        self.checks = ChecksCard()
        left_column.addWidget(self.card, 1)
        left_column.addWidget(self.checks)
        area = scrolling(left)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the stops
        halves.addWidget(area, 53)
        right_column = QVBoxLayout()
        right_column.setSpacing(12)
        self.right = RightSide(sphere.value, suggestion, loader)
        self.row = PublishRow(sphere, hold_seconds)
        right_column.addWidget(self.right, 1)
        right_column.addWidget(self.row)
        halves.addLayout(right_column, 47)
