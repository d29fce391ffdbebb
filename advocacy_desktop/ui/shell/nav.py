"""The navigation on the left: places, quiet counts, spheres with a dot and a word."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import icons, theme
from ..formats import number
from ..i18n import translate
from ..painting import PainterCanvas
from ..places import PLACES
from ..widgets.basics import SectionLabel, label, rule
from ..words.places import place_name, section_name
from .measures import NAV_EDGE, NAV_GAP, NAV_SLIM, NAV_TOP, place_height, section_height
from .nav_painter import SPHERES, nav_width, paint_place


class NavButton(QAbstractButton):
    """One place; slim it shows its icon, with the name as a tooltip."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._count = 0
        self._slim = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """The quiet number at the right; none for zero."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def set_slim(self, slim: bool) -> None:
        """Icon only."""
        self._slim = slim
        self._name()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setText(place_name(self.place))
        self._name()

    def _name(self) -> None:
        name = self.text()
        if self._count:
            name = f"{name}, {number(self._count)}"
        self.setAccessibleName(name)
        self.setToolTip(name if self._slim else "")

    def sizeHint(self) -> QSize:
        return QSize(
            NAV_SLIM - 12, place_height(QFontMetrics(self.font()).height(), slim=self._slim)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(30, QFontMetrics(self.font()).height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        painter = QPainter(self)
        canvas = PainterCanvas(painter)
        area = QRectF(self.rect())
        chosen, over = self.isChecked(), self.underMouse()
        if self._slim:
            if chosen or over:
                canvas.fill_round(area, 7, look.selected_rail if chosen else look.hover)
            sphere = self.place in SPHERES
            token = self.place if sphere else "text" if chosen else "muted"
            side = 20
            where = QRectF((area.width() - side) / 2, (area.height() - side) / 2, side, side)
            icons.icon(PLACES[self.place].icon, token).paint(painter, where.toRect())
        else:
            count = number(self._count) if self._count else ""
            paint_place(
                canvas,
                area,
                self.place,
                self.text(),
                count,
                self.font(),
                look,
                chosen=chosen,
                over=over,
            )
        if self.hasFocus():
            canvas.outline_round(area.adjusted(1, 1, -1, -1), 7, look.focus, 2)


class Navigation(QFrame):
    """All places; arrows move among them, Enter or Space goes there."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inner = QWidget()
        inner.setProperty("kind", "rail")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(2)
        self._sections: list[SectionLabel] = []
        self.buttons: dict[str, NavButton] = {}
        group = "queue"
        for place in PLACES.values():
            if place.group == "hidden":
                continue
            if place.group != group:
                group = place.group
                section = SectionLabel()
                section.setContentsMargins(12, 8, 0, 0)
                section.setFixedHeight(section_height(QFontMetrics(self.font()).height()))
                self._sections.append(section)
                self._column.addWidget(section)
            button = self.buttons[place.id] = NavButton(place.id)
            # Screen readers toggle a checkable button, they do not click it.
            button.toggled.connect(lambda on, one=place.id: self._toggled(one, on))
            button.clicked.connect(lambda _=False, one=place.id: self._clicked(one))
            self._column.addWidget(button)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole.addWidget(scroll, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(10, 0, 10, 14)
        foot.setSpacing(10)
        foot.addWidget(rule())
        self._state: QLabel = label("", "small", wrap=True)
        self._state.setContentsMargins(12, 0, 0, 0)
        foot.addWidget(self._state)
        whole.addWidget(self._foot)
        self._checked_at = ""
        self._here = ""
        self._went_by_toggle = ""
        self._working = False
        self._slim = False
        self.set_slim(False)

    def set_slim(self, slim: bool) -> None:
        """Icons only, for narrow windows."""
        self._slim = slim
        self.setFixedWidth(NAV_SLIM if slim else nav_width(QApplication.font()))
        side = 6 if slim else NAV_EDGE
        self._column.setContentsMargins(side, NAV_TOP if not slim else 8, side, 8)
        self._column.setSpacing(0 if slim else NAV_GAP)
        for section in self._sections:
            section.setVisible(not slim)
        for button in self.buttons.values():
            button.set_slim(slim)
        self._foot.setVisible(not slim)

    def _toggled(self, place: str, on: bool) -> None:
        if on and place != self._here:
            self._went_by_toggle = place
            self.wanted.emit(place)

    def _clicked(self, place: str) -> None:
        went, self._went_by_toggle = self._went_by_toggle, ""
        if went != place:  # A click on the place where one is leads back to its beginning.
            self.wanted.emit(place)

    def set_place(self, place: str) -> None:
        """Mark where we are; a hidden place marks none."""
        self._here = place
        button = self.buttons.get(place)
        if button is not None:
            button.setChecked(True)
            return
        for other in self.buttons.values():
            other.setAutoExclusive(False)
            other.setChecked(False)
            other.setAutoExclusive(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Quiet numbers by place."""
        for place, count in counts.items():
            if place in self.buttons:
                self.buttons[place].set_count(count)

    def set_checked_at(self, time: str) -> None:
        """When the sources were asked last (``09:42``); empty for never."""
        self._checked_at = time
        self._say()

    def set_working(self, working: bool) -> None:
        """Whether the sources are being asked at this moment."""
        self._working = working
        self._say()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(translate("Window", "Places"))
        titles = (section_name("accounts"), section_name("me"))
        for section, title in zip(self._sections, titles, strict=True):
            section.setText(title)
        for button in self.buttons.values():
            button.retranslate()
        self.set_slim(self._slim)
        self._say()

    def _say(self) -> None:
        if self._working:
            text = translate("Window", "Looking for new suggestions…")
        elif self._checked_at:
            text = translate("Window", "Last checked {time} · Works offline").format(
                time=self._checked_at
            )
        else:
            text = translate("Window", "Works offline")
        self._state.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        order = list(self.buttons.values())
        focused = next((one for one in order if one.hasFocus()), None)
        if step and focused is not None:
            at = (order.index(focused) + step) % len(order)
            order[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            for button in getattr(self, "buttons", {}).values():
                button.update()
        super().changeEvent(event)
