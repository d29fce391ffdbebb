"""*Before you publish*: each finding in words, and one click for what can be mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...domain.checks import Check, CheckCode, Severity
from ..i18n import translate
from ..widgets.basics import Card, label
from ..widgets.flow import FlowBox
from .check_words import CheckLine, Fix, line_of

_KINDS = {Severity.BLOCKER: "error", Severity.ADVICE: "advice", Severity.FINE: "fine"}


class ChecksCard(Card):
    """Findings, blockers first; never a score."""

    fix_wanted = Signal(object)
    """A :class:`Fix`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(4)
        self._shown: tuple[object, ...] = ()
        self._rows: list[QWidget] = []

    def show_checks(self, checks: Sequence[Check], disclosure: str) -> None:
        """Rebuilt only when something in it has changed, so that a focused link stays."""
        key = (
            translate("Composer", "Before you publish"),
            *((c.code, c.severity, tuple(sorted(c.data.items()))) for c in checks),
            disclosure,
        )
        if key == self._shown:
            return
        self._shown = key
        self.set_title(translate("Composer", "Before you publish"))
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(check, line_of(check, disclosure)) for check in checks]
        if not self._rows:
            self._rows = [label(translate("Composer", "✓ Nothing stands in the way"), "fine")]
        for row in self._rows:
            self.body.addWidget(row)

    def texts(self) -> list[str]:
        """What it says, line by line."""
        found: list[str] = []
        for row in self._rows:
            parts = [row] if isinstance(row, QLabel) else row.findChildren(QLabel)
            found.append(" ".join(part.text() for part in parts))
        return found

    def fix_button(self, fix: Fix) -> QPushButton | None:
        """The link that mends it, if it stands there."""
        for row in self._rows:
            for button in row.findChildren(QPushButton):
                if button.property("fix") == fix.value:
                    return button
        return None

    def _row(self, check: Check, line: CheckLine) -> QWidget:
        # An empty box is how every draft starts: said quietly, not as a fault.
        quiet = check.code in (CheckCode.EMPTY, CheckCode.NO_ACCOUNT)
        kind = "muted" if quiet else _KINDS[check.severity]
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        sign = label("·" if quiet else line.sign, kind)
        sign.setFixedWidth(12)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        flow = FlowBox(spacing=4)
        text = label(line.text, kind)
        flow.add(text)
        if line.detail:
            flow.add(label(f"({line.detail})", "muted"))
        if line.fix is not None:
            flow.add(label("—", kind))
            button = QPushButton(line.fix_text)
            button.setProperty("kind", "link")
            button.setProperty("fix", line.fix.value)
            button.setAccessibleName(f"{line.text}: {line.fix_text}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            fix = line.fix
            button.clicked.connect(lambda: self.fix_wanted.emit(fix))
            flow.add(button)
        across.addWidget(flow, 1)
        return row
