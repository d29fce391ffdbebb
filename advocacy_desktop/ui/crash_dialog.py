"""Told when the program itself is at fault. Nothing is sent; the details can be copied."""

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..domain.errors import AppError
from .i18n import translate
from .widgets.basics import label


def describe(error: BaseException, version: str) -> str:
    """Versions and the trace: where it happened, without what people wrote.

    The message of an exception that is not ours may quote data, so only its type is told.
    """
    lines = [
        f"Advocacy Desktop {version}, Python {platform.python_version()}, Qt {qVersion()},"
        f" {platform.system()} {platform.release()}"
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(str(link) if isinstance(link, AppError) else type(link).__name__)
        lines += [
            f"  {frame.filename.rsplit('advocacy_desktop', 1)[-1]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


class CrashDialog(QDialog):
    """One at a time; the program goes on behind it."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Crash", "Something went wrong"))
        self.resize(620, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(
            label(
                translate("Crash", "Something went wrong inside the program"), "heading", wrap=True
            )
        )
        column.addWidget(
            label(
                translate(
                    "Crash",
                    "This is our fault, not yours. What you wrote is on your disk. Nothing was "
                    "sent to anybody: if you want to help, copy the details and pass them on "
                    "yourself.",
                ),
                "muted",
                wrap=True,
            )
        )
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(translate("Crash", "Details"))
        column.addWidget(self.details, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy = QPushButton(translate("Crash", "Copy the details"))
        self.copy.clicked.connect(self._copy)
        self.go_on = QPushButton(translate("Crash", "Go on"))
        self.go_on.setProperty("kind", "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        row.addWidget(self.copy)
        row.addWidget(self.go_on)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(translate("Crash", "Copied"))
