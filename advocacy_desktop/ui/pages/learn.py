"""Short guides, read from files that come with the program; nothing is fetched."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from ...application.changes import Changes
from .. import theme
from ..context import UiContext
from ..i18n import LANGUAGES, current_locale, translate
from .delivery_parts import open_link
from .list_detail import ListDetailPage, Row

FIRST = ("own-voice", "say-you-work-there", "describe-pictures", "right-to-refuse")
"""Order of reading; other guides follow by name."""


@dataclass(frozen=True, slots=True)
class Guide:
    """One file: its first heading, its first sentence, and all of it."""

    name: str
    title: str
    summary: str
    text: str


def read_guides(root: Path, language: str) -> list[Guide]:
    """All guides of a language, English where it has none."""
    folder = root / "guide" / language
    if not folder.is_dir():
        folder = root / "guide" / "en"
    found = [_read(path) for path in sorted(folder.glob("*.md"))] if folder.is_dir() else []
    rank = {name: at for at, name in enumerate(FIRST)}
    return sorted(found, key=lambda guide: (rank.get(guide.name, len(FIRST)), guide.name))


def _read(path: Path) -> Guide:
    text = path.read_text("utf-8")
    lines = [line.strip() for line in text.splitlines()]
    title = next((line.lstrip("# ") for line in lines if line.startswith("#")), path.stem)
    summary = next((line for line in lines if line and not line.startswith("#")), "")
    return Guide(path.stem, title, summary.replace("*", ""), text)


class GuideView(QTextBrowser):
    """Markdown as Qt reads it; links open in the person's own browser, pictures from files only."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(lambda url: open_link(url.toString()))
        self.document().setDocumentMargin(0)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        # Whatever a guide may name, nothing is asked of any server to show it.
        where = QUrl(url)
        if where.isLocalFile() or where.isRelative():
            return super().loadResource(kind, where)
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Longer lines than this read badly.
        self.setViewportMargins(0, 0, max(0, self.width() - 760), 0)

    def show_guide(self, guide: Guide, folder: Path) -> None:
        """Set the text with air between its lines."""
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        look = theme.tokens()
        self.document().setDefaultStyleSheet(f"a {{ color: {look.professional}; }}")
        self.setMarkdown(guide.text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        shape = QTextBlockFormat()
        shape.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                cursor.setPosition(block.position())
                air = QTextBlockFormat()
                air.setTopMargin(0 if block == self.document().begin() else 22)
                air.setBottomMargin(6)
                cursor.mergeBlockFormat(air)
            block = block.next()
        self.setAccessibleName(guide.title)
        self.moveCursor(QTextCursor.MoveOperation.Start)


class LearnPage(ListDetailPage):
    """A list of guides and the one that is read."""

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place, icon="learn")
        self._guides: dict[str, Guide] = {}
        self._language = ""
        self.view = GuideView()
        self.detail.addWidget(self.view, 1)
        theme.current_theme().changed.connect(self._again)

    def retranslate(self) -> None:
        self.heading.setText(translate("Learn", "Learn"))
        self.list.setAccessibleName(translate("Learn", "Guides"))
        self.empty.set_texts(
            translate("Learn", "No guides here"),
            translate("Learn", "The folder of guides that comes with the program is missing."),
        )
        self.refresh(None)

    def refresh(self, changes: Changes | None = None) -> None:
        code = current_locale().name().split("_")[0]
        language = code if code in LANGUAGES else "en"
        if language == self._language:
            return
        self._language, self.known = language, True
        self._shown = None
        guides = read_guides(self.context.resource_root, language)
        self._guides = {guide.name: guide for guide in guides}
        self.show_rows([Row(guide.name, guide.title, guide.summary) for guide in guides])

    def activate(self, **what: object) -> None:
        wanted = what.get("guide")
        if isinstance(wanted, str):
            self.choose(wanted)

    def show_detail(self, row_id: str, *, again: bool) -> None:
        if not again:
            folder = self.context.resource_root / "guide" / self._language
            self.view.show_guide(self._guides[row_id], folder)

    def _again(self) -> None:
        """Other colours: links carry theirs in the text."""
        current = self.current_id()
        if current is not None:
            self.show_detail(current, again=False)
