"""Lines above an article: it changed, it is locked, it was withdrawn, pictures are missing."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...application.triage import SuggestionDetail
from ...domain.source import may_fetch_picture, picture_host
from ...domain.suggestion import has_expired, is_embargoed
from .. import theme
from ..formats import age, full_time, medium_date, now
from ..i18n import translate
from ..widgets.basics import label


class Notice(QFrame):
    """One line on a quiet ground, with a sign, and perhaps a button."""

    def __init__(self, text: str, tone: str = "advice", sign: str = "!", button: str = "") -> None:
        super().__init__()
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 10, 9)
        row.setSpacing(10)
        mark = label(sign, "advice" if tone == "advice" else "muted")
        words = label(text, wrap=True)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.button = QPushButton(button)
        self.button.setProperty("kind", "link")
        self.button.setVisible(bool(button))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("advice_ground" if self._tone == "advice" else "hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


def blocked_hosts(detail: SuggestionDetail) -> dict[str, int]:
    """How many pictures were not fetched for want of permission, by host."""
    found: dict[str, int] = {}
    for picture in detail.suggestion.content.pictures:
        if picture.media is None and detail.source is not None:
            host = picture_host(picture.address)
            if host and not may_fetch_picture(detail.source, picture.address):
                found[host] = found.get(host, 0) + 1
    return found


class Notices(QWidget):
    """All that applies to one suggestion."""

    fetch = Signal(str)
    """The host from which pictures may be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 14)
        self._column.setSpacing(8)
        self._lines: list[Notice] = []
        self.hide()

    def clear(self) -> None:
        """Nothing to say."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []
        self.hide()

    def show_detail(self, detail: SuggestionDetail) -> None:
        """Say what applies."""
        self.clear()
        content, present = detail.suggestion.content, now()
        if content.withdrawn:
            self._add(
                Notice(
                    translate(
                        "Reader",
                        "The company has withdrawn this. It stays here for you; publishing it "
                        "asks once more.",
                    )
                )
            )
        if content.embargo_until is not None and is_embargoed(content, present):
            self._add(
                Notice(
                    translate(
                        "Reader",
                        "Not to be published before {time}. You can prepare it now.",
                    ).format(time=full_time(content.embargo_until))
                )
            )
        if content.expires_at is not None and has_expired(content, present):
            self._add(
                Notice(
                    translate(
                        "Reader", "The company proposed this until {date}. You may still use it."
                    ).format(date=medium_date(content.expires_at))
                )
            )
        if len(detail.revisions) > 1:
            text = translate("Reader", "The company changed this {time}.").format(
                time=age(detail.revisions[-1].received_at)
            )
            if detail.drafts:
                text += " " + translate("Reader", "Your draft stays as you wrote it.")
            self._add(Notice(text, "quiet", "↻"))
        for host, count in sorted(blocked_hosts(detail).items()):
            notice = Notice(
                translate("Reader", "%n picture(s) on {host} not fetched", None, count).format(
                    host=host
                ),
                "quiet",
                "▢",
                translate("Reader", "Fetch them for this source"),
            )
            notice.button.clicked.connect(lambda _=False, host=host: self.fetch.emit(host))
            self._add(notice)

    def _add(self, notice: Notice) -> None:
        self._lines.append(notice)
        self._column.addWidget(notice)
        self.show()
