"""A short word at the bottom of the window, with Undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from .. import theme
from ..i18n import translate
from .announce import announce

SHOWN_MS = 8000


class Toast(QWidget):
    """One at a time; a new one replaces the last. It never takes the focus by itself.

    It stays while the pointer or the focus is on it, so that nobody has to race it.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._floor: QWidget | None = None
        self._act: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 10, 9)
        row.setSpacing(14)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.action = QPushButton()
        self.action.setCursor(Qt.CursorShape.PointingHandCursor)
        self.action.clicked.connect(self._run)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._maybe_hide)
        host.installEventFilter(self)
        self.action.installEventFilter(self)
        self.hide()

    def stay_above(self, floor: QWidget) -> None:
        """Never cover that part, which comes and goes at the bottom of the host."""
        self._floor = floor
        floor.installEventFilter(self)

    def show_text(
        self, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show the text; with ``act`` also a button (*Undo* if nothing else is said)."""
        self._act = act
        self._dress()
        self.text.setText(text)
        self.action.setText(action or translate("Toast", "Undo"))
        self.action.setVisible(act is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def undo(self) -> bool:
        """Do what its button does; whether there was anything to do."""
        if self._act is None or not self.isVisible():
            return False
        self._run()
        return True

    def _run(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _maybe_hide(self) -> None:
        if self.underMouse() or self.action.hasFocus():
            self._timer.start()
        else:
            self._act = None
            self.hide()

    def _dress(self) -> None:
        look = theme.tokens()
        self.text.setStyleSheet(f"color: {look.on_toast};")
        self.action.setStyleSheet(
            f"QPushButton {{ color: {look.toast_link}; background: transparent; padding: 3px 8px;"
            f" border: 1px solid transparent; }}"
            f"QPushButton:focus {{ border: 1px solid {look.toast_link}; }}"
        )

    def _place(self) -> None:
        most = max(200, self._host.width() - 40)
        self.text.setWordWrap(False)
        self.adjustSize()
        if self.width() > most:
            self.text.setWordWrap(True)
            self.setFixedWidth(most)
            self.adjustSize()
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(most)
        floor = self._floor
        bottom = self._host.height()
        if floor is not None and floor.isVisible():
            bottom -= floor.height()
        self.move((self._host.width() - self.width()) // 2, bottom - self.height() - 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if watched in (self._host, self._floor) and event.type() in moves and self.isVisible():
            self._place()
        if watched is self.action and isinstance(event, QFocusEvent) and event.lostFocus():
            self._timer.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._act = None
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("toast"))
        painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
