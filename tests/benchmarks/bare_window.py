"""The least that PySide6 can show: what the program's start is measured against.

Notes the moment of its first painting in the same way as the program does.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Label(QLabel):
    """Tells when it was painted first."""

    noted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and note the moment."""
        super().paintEvent(event)
        if not self.noted:
            self.noted = True
            Path(os.environ["ADVOCACY_TRACE_PAINT"]).write_text(f"{time.time():.6f}\n", "ascii")


app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare window")
window.setCentralWidget(Label("Bare window"))
window.resize(1200, 760)
window.show()
QTimer.singleShot(60_000, app.quit)
sys.exit(app.exec())
