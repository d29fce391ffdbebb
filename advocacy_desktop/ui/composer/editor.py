"""The box to write in: plain text only, comfortable lines, pictures dropped or pasted handed on."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ...application.writing import Edit
from .. import theme
from .highlighter import plain_text
from .offsets import to_utf16

LINE_HEIGHT = 140
"""Per cent of the font's own height."""
TEXT_SIZE = 1.09
"""Relative to the font of the interface."""

_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


class DraftEditor(QTextEdit):
    """Shows one document at a time; each tab has a document, and so its own undo."""

    files_offered = Signal(list)
    """Paths of picture files that were dropped or pasted."""
    picture_offered = Signal(bytes)
    """A picture itself (a screenshot), as PNG."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)

    def new_document(self, text: str) -> QTextDocument:
        """A document dressed for this editor."""
        document = QTextDocument(self)
        document.setDefaultFont(self._font())
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        fill(document, text)
        return document

    def _font(self) -> QFont:
        return theme.sized_font(self.font(), TEXT_SIZE)

    def written(self) -> str:
        """What stands in it."""
        return plain_text(self.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt takes Return in an empty paragraph for "back to plain format" when the paragraph has
        # one, as ours have for their line height: the blank line would need a second press.
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) or event.matches(
            QKeySequence.StandardKey.InsertLineSeparator
        ):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            event.accept()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and pictures, which do not go into the text."""
        return source.hasImage() or bool(picture_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """By the person's own paste or drop, the only way for a foreign text into the box."""
        files = picture_files(source)
        if files:
            self.files_offered.emit(files)
        elif source.hasImage():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                buffer = QBuffer()
                buffer.open(QIODevice.OpenModeFlag.WriteOnly)
                QImageWriter(buffer, QByteArray(b"png")).write(image)
                self.picture_offered.emit(bytes(buffer.data().data()))
        elif source.hasText():
            self.insertPlainText(source.text().replace("\r\n", "\n"))


def picture_files(source: QMimeData) -> list[str]:
    """Paths of the picture files in what was dropped or pasted."""
    return [
        url.toLocalFile()
        for url in source.urls()
        if url.isLocalFile() and url.toLocalFile().lower().endswith(_PICTURE_ENDINGS)
    ]


def fill(document: QTextDocument, text: str) -> None:
    """Replace everything, without a step of undo."""
    document.setUndoRedoEnabled(False)
    document.setPlainText(text)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    block = QTextBlockFormat()
    block.setLineHeight(
        float(LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    cursor.mergeBlockFormat(block)
    document.setUndoRedoEnabled(True)


def apply_edits(document: QTextDocument, edits: Sequence[Edit]) -> None:
    """Carry out edits (last one first) as one step of undo."""
    to_qt = to_utf16(plain_text(document))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for edit in edits:
        cursor.setPosition(to_qt(edit.start))
        cursor.setPosition(to_qt(edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.replacement)
    cursor.endEditBlock()
