"""Colours in the editor: links, mentions and tags; own words against the company's."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ...domain.compare import Comparison, Span, compare
from ...domain.tokens import find_tokens
from .. import theme
from .offsets import to_utf16


def plain_text(document: QTextDocument) -> str:
    """The text as typed. ``toPlainText`` would turn no-break spaces, which French needs, into
    plain ones."""
    raw = document.toRawText()
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


class WritingHighlighter(QSyntaxHighlighter):
    """Paints one document; a key repaints its own paragraph only, until :meth:`settle`."""

    def __init__(self, document: QTextDocument, company: Sequence[str], sphere: str) -> None:
        super().__init__(document)
        self._company = tuple(company)
        self._sphere = sphere
        self._comparing = False
        self._revision = -1
        self._comparison = Comparison((), 1.0)
        self._to_qt = to_utf16("")
        self._text = ""
        self._painted: dict[int, tuple[tuple[int, int, bool], ...]] = {}
        self._take_colours()

    @property
    def comparing(self) -> bool:
        """Whether own and company words are told apart."""
        return self._comparing

    def set_comparing(self, on: bool) -> None:
        """Switch the comparison."""
        if on is not self._comparing:
            self._comparing = on
            self.rehighlight()

    def comparison(self) -> Comparison:
        """Of the text as it stands now; worked out once for each change."""
        document = self.document()
        if document.revision() != self._revision:
            text = plain_text(document)
            self._comparison = compare(text, self._company)
            self._to_qt = to_utf16(text)
            self._text = text
            self._revision = document.revision()
        return self._comparison

    def settle(self) -> None:
        """Repaint the paragraphs whose words changed sides because of a change elsewhere."""
        if not self._comparing:
            return
        block = self.document().begin()
        while block.isValid():
            if self._painted.get(block.blockNumber()) != self._sides(
                block.position(), block.length()
            ):
                self.rehighlightBlock(block)
            block = block.next()

    def restyle(self) -> None:
        """After a switch of the theme."""
        self._take_colours()
        self.rehighlight()

    def _take_colours(self) -> None:
        look = theme.tokens()
        self._token_format = QTextCharFormat()
        self._token_format.setForeground(QColor(look.accent(self._sphere)))
        self._own_ground = QColor(look.mine)
        self._their_line = QColor(look.theirs)

    def _sides(self, start: int, length: int) -> tuple[tuple[int, int, bool], ...]:
        """The spans within a paragraph, relative to its start, in Qt's units."""
        spans: Sequence[Span] = self.comparison().spans
        found: list[tuple[int, int, bool]] = []
        for span in spans:
            begin, end = self._to_qt(span.start), self._to_qt(span.end)
            if end <= start or begin >= start + length:
                continue
            first = max(begin, start) - start
            last = min(self._to_qt(self._past_marks(span.end)), start + length)
            found.append((first, last - start - first, span.own))
        return tuple(found)

    def _past_marks(self, end: int) -> int:
        """The full stop after the last word belongs to who wrote the word."""
        text = self._text
        while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
            end += 1
        return end

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each paragraph that changed."""
        block = self.currentBlock()
        if self._comparing:
            sides = self._sides(block.position(), block.length())
            self._painted[block.blockNumber()] = sides
            for start, length, own in sides:
                self.setFormat(start, length, self._with_side(QTextCharFormat(), own))
        else:
            sides = ()
        to_qt = to_utf16(text)
        for token in find_tokens(text):
            begin, end = to_qt(token.start), to_qt(token.end)
            style = QTextCharFormat(self._token_format)
            for start, length, own in sides:
                if start <= begin < start + length:
                    style = self._with_side(style, own)
            self.setFormat(begin, end - begin, style)

    def _with_side(self, style: QTextCharFormat, own: bool) -> QTextCharFormat:
        if own:
            style.setBackground(self._own_ground)
        else:
            style.setFontUnderline(True)
            style.setUnderlineColor(self._their_line)
        return style
