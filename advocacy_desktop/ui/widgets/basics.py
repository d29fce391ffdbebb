"""Small labels, panels and buttons of the house."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from .. import theme
from ..tokens import SMALL, TINY


def set_kind(widget: QWidget, kind: str) -> None:
    """Choose the widget's rule in the style sheet, also later on."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def focused(window: QWidget) -> QWidget | None:
    """What has the focus in a window, or would have it."""
    return window.focusWidget()


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A label of a kind of the style sheet; plain text, so that nothing in it is markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if kind:
        made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    return made


def rule() -> QFrame:
    """A horizontal hair line."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


class SectionLabel(QLabel):
    """A small grey label in capitals above a part; screen readers get the words as written."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "section")
        font = self.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.setFont(font)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shown in capitals."""
        self.setAccessibleName(text)
        super().setText(text.upper())


class Card(QFrame):
    """A white panel with rounded corners; ``body`` is its vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "", margin: int = 18) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin - 3, margin, margin - 2)
        self.body.setSpacing(8)
        self._title: SectionLabel | None = None
        if title:
            self.set_title(title)

    def set_title(self, text: str) -> None:
        """The small grey label at its top."""
        if self._title is None:
            self._title = SectionLabel()
            self.body.insertWidget(0, self._title)
        self._title.setText(text)
        self.setAccessibleName(text)


class ElidedLabel(QLabel):
    """One line, cut with an ellipsis where it is too narrow; the whole as a tooltip then."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """The whole text."""
        self._full = text
        self.setAccessibleName(text)
        self._cut()

    def full_text(self) -> str:
        """The text before cutting."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._full) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, max(20, self.width()))
        if shown != super().text():
            super().setText(shown)
        self.setToolTip("" if shown == self._full else self._full)


class KeyButton(QPushButton):
    """A button that tells its key in a small frame: *Put it in my words* ``E``.

    The key is only shown; who owns the list or page reacts to it.
    """

    def __init__(
        self, text: str = "", key: str = "", kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        if kind:
            self.setProperty("kind", kind)
        # Enter presses the button that has the focus, as Space does, also outside dialogs.
        self.setAutoDefault(True)

    def key(self) -> str:
        """What stands in the frame; empty for none."""
        return self._key

    def set_key(self, key: str) -> None:
        """Change what stands in the frame."""
        self._key = key
        self.updateGeometry()
        self.update()

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * TINY)
        font.setWeight(QFont.Weight.Normal)
        return font

    def _key_width(self) -> int:
        if not self._key:
            return 0
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key) + 11

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (self._key_width() + 8 if self._key else 0), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._key:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        filled = self.property("kind") in ("primary", "personal") and self.isEnabled()
        ink = theme.colour("on_fill") if filled else theme.colour("text")
        if not self.isEnabled():
            ink = theme.colour("muted")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        words = metrics.horizontalAdvance(self.text())
        key_width, height = self._key_width(), metrics.height()
        left = (self.width() - words - 8 - key_width) / 2
        painter.setPen(ink)
        painter.drawText(
            QRectF(left, 0, words + 2, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )
        frame = QRectF(left + words + 8, (self.height() - height) / 2 + 0.5, key_width, height - 1)
        line = QColor(ink) if filled else theme.colour("line_strong")
        if filled:
            line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setFont(self._key_font())
        painter.setPen(ink if filled else theme.colour("muted"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._key)


class KeyCap(QLabel):
    """A key alone, as in the line of hints under a list."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(5, 0, 5, 1)
        self.setProperty("kind", "key")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
        super().paintEvent(event)


class Pill(QLabel):
    """A word or two on a coloured ground with round ends: ``fine``, ``advice``, ``blocker``,
    ``professional``, ``personal`` or ``plain``."""

    def __init__(self, text: str = "", tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone = tone
        self.setFont(theme.sized_font(QApplication.font(), SMALL, QFont.Weight.DemiBold))
        self.setContentsMargins(12, 3, 12, 3)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        plain = self._tone == "plain"
        painter.setPen(QPen(theme.colour("line_strong"), 1) if plain else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("panel" if plain else f"{self._tone}_ground"))
        if plain:
            area.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(theme.colour("muted" if plain else self._tone))
        painter.drawText(
            self.contentsRect(),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine,
            self.text(),
        )


class Chip(Pill):
    """A topic: small, outlined."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "plain", parent)
        self.setFont(theme.sized_font(QApplication.font(), SMALL * 0.95))
        self.setContentsMargins(8, 2, 8, 2)


class ChoiceChip(QAbstractButton):
    """A chip to choose or not, such as an account; the chosen one has a tick and the accent."""

    def __init__(
        self, text: str = "", sphere: str = "professional", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._sphere = sphere
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _shown(self) -> str:
        return f"✓ {self.text()}" if self.isChecked() else self.text()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.sized_font(self.font(), 1, QFont.Weight.DemiBold))
        return QSize(metrics.horizontalAdvance(f"✓ {self.text()}") + 26, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, look = self.isChecked(), theme.tokens()
        accent = QColor(look.accent(self._sphere))
        width = 2 if self.hasFocus() else 1
        line = accent if on or self.hasFocus() else QColor(look.line_strong)
        painter.setPen(QPen(line, width))
        painter.setBrush(QColor(look.band(self._sphere) if on else look.panel))
        edge = width / 2
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        font = theme.sized_font(self.font(), 1, QFont.Weight.DemiBold)
        painter.setFont(font)
        ink = accent if on else QColor(look.muted)
        painter.setPen(ink if self.isEnabled() else QColor(look.faint))
        inner = area.adjusted(12, 0, -12, 0)
        text = QFontMetrics(font).elidedText(
            self._shown(), Qt.TextElideMode.ElideRight, int(inner.width()) + 1
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)


class Dot(QWidget):
    """The coloured point of a sphere; always beside a word."""

    def __init__(self, sphere: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sphere = sphere
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().accent(self._sphere)))
        painter.drawEllipse(QPointF(5, 5), 4.5, 4.5)


class ClickableRow(QFrame):
    """A row that acts as a button: click, Enter, Space. Set ``activated`` by subclassing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def activate(self) -> None:
        """What happens; overridden."""
        raise NotImplementedError

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activate()
        else:
            super().keyPressEvent(event)


def key_text(sequence: str) -> str:
    """A key as this operating system writes it (``Ctrl+K``); the return key by its sign."""
    native = QKeySequence.SequenceFormat.NativeText
    text = QKeySequence(sequence).toString(native)
    # Its name is another one in each language, and in French also that of the button “Back”.
    name = QKeySequence("Return").toString(native)
    return text.replace(f"+{name}", " ↵").replace(name, "↵")
