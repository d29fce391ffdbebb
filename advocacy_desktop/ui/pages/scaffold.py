"""What the simple pages share: a scrolling column with a title, cards with an accent, lines."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import theme
from ..context import UiContext
from ..page import Page
from ..tokens import RADIUS
from ..widgets.basics import Card, label
from ..widgets.flow import FlowBox

MARGIN = 34
GAP = 14
COLUMN = 880
"""Widest a column of cards gets, logical pixels: longer lines read badly."""


class AccentCard(Card):
    """A card with a line in the colour of a sphere along its top edge."""

    def __init__(self, sphere: str, *, title: str = "", margin: int = 18) -> None:
        super().__init__(title=title, margin=margin)
        self._sphere = sphere

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        area = QRectF(self.rect())
        whole, below = QPainterPath(), QPainterPath()
        whole.addRoundedRect(area, RADIUS, RADIUS)
        below.addRoundedRect(area.adjusted(0, 3, 0, 3), RADIUS, RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(whole.subtracted(below), QColor(theme.tokens().accent(self._sphere)))


class SphereBand(QLabel):
    """The words above everything that belongs to one sphere, on its ground."""

    def __init__(self, sphere: str) -> None:
        super().__init__()
        self._sphere = sphere
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(MARGIN, 13, MARGIN, 15)
        self.dress()
        theme.current_theme().changed.connect(self.dress)

    def dress(self) -> None:
        """Take the colours of the theme in force."""
        look = theme.tokens()
        self.setStyleSheet(f"color: {look.accent(self._sphere)}; font-weight: 600;")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.band(self._sphere)))
        line = QColor(look.accent(self._sphere))
        painter.fillRect(0, self.height() - 2, self.width(), 2, line)
        painter.end()
        super().paintEvent(event)


class ScrollPage(Page):
    """A page that is one scrolling column: title, subtitle, actions beside them, ``content``."""

    def __init__(
        self, context: UiContext, place: str, *, width: int = COLUMN, centred: bool = False
    ) -> None:
        super().__init__(context, place)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("kind", "ground")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        sides = QHBoxLayout(inner)
        sides.setContentsMargins(MARGIN, 26, MARGIN, MARGIN)
        column = QWidget()
        column.setMaximumWidth(width)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if centred:
            sides.addStretch(0)
        sides.addWidget(column, 10)
        sides.addStretch(0)
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(5)
        self.heading = label("", "title", wrap=True)
        self.subtitle = label("", "muted", wrap=True)
        words.addWidget(self.heading)
        words.addWidget(self.subtitle)
        head.addLayout(words, 1)
        self.head_actions = QHBoxLayout()
        self.head_actions.setSpacing(10)
        head.addLayout(self.head_actions)
        head.setAlignment(self.head_actions, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        self.content = QVBoxLayout()
        self.content.setSpacing(GAP)
        whole.addLayout(self.content)
        whole.addStretch(1)
        self.area.setWidget(inner)
        self.outer.addWidget(self.area, 1)

    def title(self) -> str:
        return self.heading.text()

    def retranslate(self) -> None:
        raise NotImplementedError

    def keep_focus(self, rebuild: Callable[[], None]) -> None:
        """See :func:`keep_focus`."""
        keep_focus(self, rebuild)


def keep_focus(page: QWidget, rebuild: Callable[[], None]) -> None:
    """Rebuild what a page shows; the focus goes back to the control of the same name."""
    focused = QApplication.focusWidget()
    mine = focused is not None and page.isAncestorOf(focused)
    name = focused.objectName() if focused is not None and mine else ""
    page.setUpdatesEnabled(False)
    if name and focused is not None:
        # Else Qt hands the focus on to whatever comes next when the old control goes.
        focused.clearFocus()
    try:
        rebuild()
    finally:
        page.setUpdatesEnabled(True)
    if name:
        # New widgets are shown at the next turn of the loop; before that they take no focus.
        QTimer.singleShot(0, page, lambda: _focus(page, name))


def _focus(page: QWidget, name: str) -> None:
    again = page.findChild(QWidget, name)
    if again is not None and QApplication.focusWidget() is None:
        again.setFocus()


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout, at once out of sight and out of the Tab order."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setObjectName("")
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def button(
    text: str,
    act: Callable[[], object],
    *,
    kind: str = "",
    name: str = "",
    about: str = "",
) -> QPushButton:
    """A button; ``about`` tells a screen reader which of several things it concerns."""
    made = QPushButton(text)
    made.setAutoDefault(True)  # Enter presses it, as Space does
    if kind:
        made.setProperty("kind", kind)
    if name:
        made.setObjectName(name)
    if about:
        made.setAccessibleName(f"{text.rstrip('…')}: {about}")
    # The signal carries a bool that no action wants.
    made.clicked.connect(lambda _checked=False: act())
    return made


class Facts(QGridLayout):
    """Pairs of a small grey name and its value, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(18)
        self.setVerticalSpacing(6)
        self.setColumnStretch(1, 1)

    def put(self, name: str, value: str, *, kind: str = "", selectable: bool = False) -> QLabel:
        """Add a pair; the value wraps."""
        row = self.rowCount()
        left = label(name, "small")
        left.setAlignment(Qt.AlignmentFlag.AlignTop)
        right = label(value, kind, wrap=True)
        right.setAccessibleName(f"{name}: {value}")
        # By itself a wrapped label asks for the width of a few words: the page would be too wide.
        right.setMinimumWidth(100)
        if selectable:
            right.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.addWidget(left, row, 0)
        self.addWidget(right, row, 1)
        return right


def lines_of(*widgets: QWidget) -> FlowBox:
    """Widgets side by side, on a next line where there is no room: for parts that get narrow."""
    made = FlowBox(spacing=10)
    made.set_row(list(widgets))
    return made


def row(*widgets: QWidget, stretch: bool = True, spacing: int = 10) -> QHBoxLayout:
    """Widgets side by side, the rest of the width free."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for widget in widgets:
        made.addWidget(widget)
    if stretch:
        made.addStretch(1)
    return made
