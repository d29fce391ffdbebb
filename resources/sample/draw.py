"""Draw the pictures of the sample feed: ``python resources/sample/draw.py``.

No stock photograph and no foreign licence: each scene is a function in ``scenes_*.py``. The files
are committed, so this runs only when a scene changes; the same Qt version draws the same bytes.
"""

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from scenes_company import SCENES as COMPANY
from scenes_world import SCENES as WORLD

WIDTH, HEIGHT = 1200, 675
MAX_BYTES = 120_000
"""Small enough for the package and for every network's limit."""


def render(scene: Callable[[QPainter], None]) -> bytes:
    """Paint one scene and return it as PNG."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Quality 0 asks Qt for the strongest compression of a PNG; nothing is lost.
    image.save(buffer, "PNG", 0)
    return bytes(buffer.data().data())


def main() -> None:
    """Write every picture beside this script."""
    app = QGuiApplication([])
    folder = Path(__file__).parent / "pictures"
    folder.mkdir(exist_ok=True)
    for name, scene in (COMPANY | WORLD).items():
        data = render(scene)
        if len(data) > MAX_BYTES:
            raise SystemExit(f"{name}: {len(data)} bytes, more than {MAX_BYTES}")
        (folder / f"{name}.png").write_bytes(data)
        print(f"{name}.png: {len(data) // 1000} kB")
    app.quit()


if __name__ == "__main__":
    main()
