"""Under the box: the share of own words, and the counter of each chosen network."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from ...domain.limits import NetworkRules
from .. import formats, theme
from ..i18n import translate
from ..widgets.basics import label, set_kind
from ..widgets.flow import FlowBox
from ..words.spheres import network_title

NEAR = 0.85
"""From this share of the limit on, the counter says that it is near."""


class _Legend(QLabel):
    """A word dressed like the words it stands for: green ground, or underlined."""

    def __init__(self, own: bool) -> None:
        super().__init__()
        self._own = own
        self.setContentsMargins(5, 1, 5, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._own:
            painter.setPen(QPen(theme.colour("mine")))
            painter.setBrush(theme.colour("mine"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        else:
            painter.setPen(QPen(theme.colour("theirs"), 2))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()
        super().paintEvent(event)


@dataclass(frozen=True, slots=True)
class Counted:
    """The length of what one network would get."""

    rules: NetworkRules
    count: int
    over: int
    """Too many, zero or less when it fits."""


class Footer(QWidget):
    """Never a score: the share is for the eye of the person alone and stored nowhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = self._ends = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(18, 9, 18, 11)
        row.setSpacing(6)
        self._shares = QWidget()
        shares = QHBoxLayout(self._shares)
        shares.setContentsMargins(0, 0, 0, 0)
        shares.setSpacing(5)
        self._mine, self._theirs = _Legend(True), _Legend(False)
        self._mine_share, self._their_share = label("", "muted"), label("", "muted")
        for part in (self._mine, self._mine_share):
            shares.addWidget(part)
        shares.addSpacing(9)
        for part in (self._theirs, self._their_share):
            shares.addWidget(part)
        top_left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        row.addWidget(self._shares, 0, top_left)
        self._counters: list[QLabel] = []
        # From the right end on, in lines when there are many networks.
        self._row = FlowBox(spacing=12)
        self._row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        row.addWidget(self._row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._shares.sizeHint().width() + 260
        way = QBoxLayout.Direction
        self._ends.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def retranslate(self) -> None:
        """Legend words."""
        self._mine.setText(translate("Composer", "mine"))
        self._theirs.setText(translate("Composer", "company's"))

    def set_share(self, own: float | None) -> None:
        """Share of own words, ``None`` when there is nothing to compare with."""
        self._shares.setVisible(own is not None)
        if own is None:
            return
        mine = round(own * 100)
        self._mine_share.setText(formats.percent(mine / 100))
        self._their_share.setText(formats.percent((100 - mine) / 100))
        self._shares.setAccessibleName(
            translate("Composer", "{mine} % my words, {theirs} % the company's").format(
                mine=mine, theirs=100 - mine
            )
        )

    def set_counts(self, counts: Sequence[Counted]) -> None:
        """One counter for each chosen network; called at each key, so labels are kept."""
        while len(self._counters) > len(counts):
            self._counters.pop()
            self._row.set_row([*self._counters])
        while len(self._counters) < len(counts):
            made = label("", "muted")
            self._counters.append(made)
            made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._row.add(made)
        for counted, shown in zip(reversed(counts), self._counters, strict=True):
            text, kind = counter_words(counted)
            if shown.text() != text:
                shown.setText(text)
                shown.setAccessibleName(
                    translate("Composer", "Length for {counter}").format(counter=text)
                )
            set_kind(shown, kind)

    def counters(self) -> list[str]:
        """What the counters say."""
        return [shown.text() for shown in reversed(self._counters)]


def counter_words(counted: Counted) -> tuple[str, str]:
    """``Bluesky 231 / 300``, or how many too many; and the kind of its label."""
    network = network_title(counted.rules.network)
    if counted.over > 0:
        text = translate(
            "Composer", "{network} {count} / {limit} · %n too many", None, counted.over
        )
        kind = "error"
    else:
        text = translate("Composer", "{network} {count} / {limit}")
        kind = "advice" if counted.count >= counted.rules.limit * NEAR else "muted"
    return (
        text.format(
            network=network,
            count=formats.number(counted.count),
            limit=formats.number(counted.rules.limit),
        ),
        kind,
    )
