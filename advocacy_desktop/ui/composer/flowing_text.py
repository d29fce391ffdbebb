"""Text with coloured links, laid out once for each width: a label would do it five times."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from .. import theme


class FlowingText(QWidget):
    """Read-only; its accessible name is the text itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        self._html = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_html(self, html: str, spoken: str) -> None:
        """Replace the text."""
        if html == self._html:
            return
        before = self.heightForWidth(self.width())
        self._html = html
        self._document.setDefaultFont(self.font())
        self._document.setHtml(html)
        self.setAccessibleName(spoken)
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)
        return int(self._document.size().height() + 0.999)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.heightForWidth(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        context.clip = QRectF(event.rect())
        painter = QPainter(self)
        self._document.documentLayout().draw(painter, context)
