"""Tabs drawn as words with a line under the chosen one; a dot marks a text of its own."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from .. import theme


class _OwnDot(QWidget):
    """Beside a tab whose network gets a text of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(13, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("advice"))
        painter.drawEllipse(QPointF(6, 6.5), 4.5, 4.5)


class WordTabs(QTabBar):
    """Left and right arrows move; a screen reader hears the names, and of own texts."""

    def __init__(self, sphere: str = "professional", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sphere = sphere
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.current_theme().changed.connect(self._dress)
        self._dress()

    def mark(self, index: int, own: bool, spoken: str) -> None:
        """Show or hide the dot; ``spoken`` is the name for a screen reader."""
        side = QTabBar.ButtonPosition.RightSide
        if own is not (self.tabButton(index, side) is not None):
            self.setTabButton(index, side, _OwnDot() if own else None)
        self.setAccessibleTabName(index, spoken)

    def is_marked(self, index: int) -> bool:
        """Whether the dot is there."""
        return self.tabButton(index, QTabBar.ButtonPosition.RightSide) is not None

    def _dress(self) -> None:
        look = theme.tokens()
        accent = look.accent(self._sphere)
        self.setStyleSheet(
            "QTabBar { background: transparent; border: none; }"
            "QTabBar::tab { background: transparent; border: none; padding: 5px 1px 4px 1px;"
            f" margin: 0 15px 0 0; color: {look.muted}; font-weight: 600;"
            " border-bottom: 2px solid transparent; }"
            f"QTabBar::tab:selected {{ color: {accent}; border-bottom: 2px solid {accent}; }}"
            f"QTabBar::tab:hover:!selected {{ color: {look.text}; }}"
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), 1.5))
            tab = QRectF(self.tabRect(self.currentIndex()))
            painter.drawRoundedRect(tab.adjusted(1, 1, -12, -1), 4, 4)
