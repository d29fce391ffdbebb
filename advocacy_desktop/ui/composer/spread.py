"""Two ends of a line: the last part goes to the far end, or under the others when it is narrow."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ..widgets.flow import FlowBox


class SpreadRow(FlowBox):
    """A flow whose last widget stands at the far end of its line."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        spacing: int = 8,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    ) -> None:
        super().__init__(parent, spacing=spacing)
        self._margins = margins

    def sizeHint(self) -> QSize:
        return self._with_margins(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._with_margins(super().minimumSizeHint())

    def heightForWidth(self, width: int) -> int:
        left, top, right, bottom = self._margins
        return super().heightForWidth(width - left - right) + top + bottom

    def _with_margins(self, size: QSize) -> QSize:
        left, top, right, bottom = self._margins
        return QSize(size.width() + left + right, size.height() + top + bottom)

    def _arrange(self, area: QRect, *, move: bool) -> int:
        if move:
            left, top, right, bottom = self._margins
            area = area.adjusted(left, top, -right, -bottom)
        height = super()._arrange(area, move=move)
        shown = [widget for widget in self._row if not widget.isHidden()]
        if move and shown:
            place = shown[-1].geometry()
            if self.isRightToLeft():
                place.moveLeft(area.left())
            else:
                place.moveRight(area.right())
            shown[-1].setGeometry(place)
        return height
