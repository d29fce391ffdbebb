"""A question in the window itself: a card over it, with a band in the colour of its sphere."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .. import theme
from .announce import announce
from .basics import KeyButton, key_text, label

MAX_WIDTH = 680
_TAB_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class _Panel(QFrame):
    """The card with its band, painted so that both have the same rounded corners."""

    def __init__(self, parent: QWidget, accent: str) -> None:
        super().__init__(parent)
        self.accent = accent
        self.band_height = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(look.panel))
        painter.drawRoundedRect(area, 11, 11)
        if not self.band_height:
            return
        ground, line = look.sunken, look.line_strong
        if self.accent in ("professional", "personal"):
            ground, line = look.band(self.accent), look.accent(self.accent)
        painter.setClipRect(0, 0, self.width(), self.band_height)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 11, 11)
        painter.setClipping(False)
        painter.fillRect(1, self.band_height - 2, self.width() - 2, 2, QColor(line))


class Sheet(QWidget):
    """Modal inside its window: dims it, keeps Tab and shortcuts to itself, Esc rejects.

    Fill ``body``; add buttons with :meth:`add_button`; then :meth:`open`. It deletes itself.
    """

    accepted = Signal()
    rejected = Signal()
    finished = Signal(bool)

    def __init__(
        self, host: QWidget, *, band: str = "", title: str = "", accent: str = "neutral"
    ) -> None:
        window = host.window()
        # The central widget, so that the sheet lies over the pages and under nothing.
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._done = False
        self._keys: list[tuple[QKeySequence, QPushButton]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panel = _Panel(self, accent)
        whole = QVBoxLayout(self.panel)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        self._band = QLabel()
        self._band.setTextFormat(Qt.TextFormat.PlainText)
        self._band.setContentsMargins(26, 15, 26, 16)
        self._band.setText(band)
        whole.addWidget(self._band)
        # Only once it has a parent: a visible widget without one would be a window of its own.
        self._band.setVisible(bool(band))
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(26, 24, 26, 8)
        self.body.setSpacing(12)
        self.heading = label(title, "sheet", wrap=True)
        self.body.addWidget(self.heading)
        self.heading.setVisible(bool(title))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(inner)
        # Only now: a scroll area fills the ground of whatever it is given.
        inner.setAutoFillBackground(False)
        self._inner = inner
        whole.addWidget(self._scroll, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(26, 12, 26, 22)
        self.buttons.setSpacing(10)
        self.buttons.addStretch(1)
        whole.addLayout(self.buttons)
        self.setAccessibleName(title or band)
        self.panel.setAccessibleName(title or band)
        self.hide()

    def add_button(
        self, text: str, kind: str = "", *, key: str = "", accepts: bool | None = None
    ) -> KeyButton:
        """Add a button to the right end. ``accepts`` closes the sheet with that answer.

        ``key`` (``Ctrl+Return``) presses it from anywhere in the sheet; Esc always rejects.
        """
        button = KeyButton(text, key_text(key) if key else "", kind)
        self.buttons.addWidget(button)
        if key and key != "Esc":
            self._keys.append((QKeySequence(key), button))
        if accepts is True:
            button.clicked.connect(self.accept)
        elif accepts is False:
            button.clicked.connect(self.reject)
        return button

    def open(self, focus: QWidget | None = None) -> None:
        """Show it; the focus goes to ``focus`` or to the last button that rejects nothing."""
        self._before = QApplication.focusWidget() or self._window.focusWidget()
        self._dress()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._place()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        (focus or self._first() or self).setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleName())

    def accept(self) -> None:
        """Close with yes."""
        self._close(True)

    def reject(self) -> None:
        """Close with no."""
        self._close(False)

    def fit(self) -> None:
        """Measure again after the body has changed."""
        self._place()

    def _close(self, answer: bool) -> None:
        if self._done:
            return
        self._done = True
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        before = self._before
        import shiboken6

        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        (self.accepted if answer else self.rejected).emit()
        self.finished.emit(answer)
        self.deleteLater()

    def _dress(self) -> None:
        look = theme.tokens()
        ink = look.text
        if self.panel.accent in ("professional", "personal"):
            ink = look.accent(self.panel.accent)
        self._band.setStyleSheet(f"color: {ink}; font-weight: 600;")

    def _place(self) -> None:
        """As tall as its content wants and the window allows; the body scrolls beyond that."""
        width = min(MAX_WIDTH, self.width() - 24)
        self.panel.band_height = 0
        if self._band.isVisibleTo(self):
            self.panel.band_height = self._band.sizeHint().height() + 1
        inner = self._inner.layout()
        height = inner.heightForWidth(width - 2) if inner is not None else -1
        if height < 0:
            height = self._inner.sizeHint().height()
        height += self.panel.band_height + self.buttons.sizeHint().height() + 4
        height = min(height, self.height() - 24)
        top = max(12, min((self.height() - height) // 2, int(self.height() * 0.2)))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if (
                self.isAncestorOf(widget)
                and widget.isVisible()
                and widget.isEnabled()
                and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            ):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _first(self) -> QWidget | None:
        stops = self._stops()
        return stops[0] if stops else None

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        current = QApplication.focusWidget()
        at = stops.index(current) if current in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        target.setFocus(reason)
        self._scroll.ensureWidgetVisible(target)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        elif isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if watched.window() is not self._window:
                return False
            if event.type() == QEvent.Type.ShortcutOverride:
                # The window's shortcuts stay quiet; the keys below reach keyPressEvent.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._key_pressed(event):
                return True
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
            return True
        pressed = QKeySequence(event.keyCombination())
        for sequence, button in self._keys:
            if pressed == sequence and button.isEnabled():
                button.click()
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrim = theme.colour("scrim")
        scrim.setAlphaF(0.88)
        painter.fillRect(self.rect(), scrim)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.panel.geometry())
        for step in range(14, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 3))
            painter.drawRoundedRect(
                card.adjusted(-step, -step + 8, step, step + 8), 11 + step, 11 + step
            )
