"""A row of widgets that breaks into lines, like words."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_HIDDEN_ON_PURPOSE = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class FlowBox(QWidget):
    """Lines of its children from left to right (right to left where people write so).

    A widget and no ``QLayout``: the items of a layout written in Python have two owners, and one
    of them frees what the other still holds (seen: a crash when chips were made anew).
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._row: list[QWidget] = []
        self._space = spacing
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put it at the end; what was hidden on purpose stays hidden."""
        hidden = widget.isHidden() and widget.testAttribute(_HIDDEN_ON_PURPOSE)
        self._row.append(widget)
        widget.setParent(self)
        widget.setVisible(not hidden)
        self._changed()

    def set_row(self, widgets: list[QWidget]) -> None:
        """Exactly these, in this order; the others are thrown away."""
        for widget in self._row:
            if widget not in widgets:
                widget.hide()
                widget.deleteLater()
        self._row = []
        for widget in widgets:
            self.add(widget)
        self._changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._row if not widget.isHidden()]
        width = sum(hint.width() for hint in hints) + self._space * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        size = QSize()
        for widget in self._row:
            if not widget.isHidden():
                size = size.expandedTo(widget.minimumSizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.rect(), move=True)

    def event(self, event: QEvent) -> bool:
        # Children tell a parent without a layout in this way that their size hint has changed.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self.updateGeometry()
        self._arrange(self.rect(), move=True)

    def _arrange(self, area: QRect, *, move: bool) -> int:
        lines: list[list[tuple[QWidget, QSize]]] = [[]]
        x = 0
        for widget in self._row:
            if widget.isHidden():
                continue
            hint = widget.sizeHint().expandedTo(widget.minimumSize())
            least = widget.minimumSizeHint().width()
            hint.setWidth(max(min(hint.width(), area.width()), least))
            if widget.hasHeightForWidth():
                hint.setHeight(widget.heightForWidth(hint.width()))
            if lines[-1] and x + hint.width() > area.width():
                lines.append([])
                x = 0
            lines[-1].append((widget, hint))
            x += hint.width() + self._space
        y = area.y()
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            if move:
                self._place(line, area, y, height)
            y += height + (self._space if line else 0)
        return max(0, y - area.y() - self._space)

    def _place(self, line: list[tuple[QWidget, QSize]], area: QRect, y: int, height: int) -> None:
        x = 0
        for widget, size in line:
            left = area.right() + 1 - x - size.width() if self.isRightToLeft() else area.x() + x
            widget.setGeometry(QRect(left, y + (height - size.height()) // 2, *size.toTuple()))
            x += size.width() + self._space
