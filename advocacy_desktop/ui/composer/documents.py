"""The texts of a draft as documents of the editor: one for each tab, each with its own undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from ...application.writing import (
    Edit,
    has_own_variant,
    text_of,
    with_text,
    without_variant,
)
from ...domain.draft import DraftBody
from .editor import DraftEditor, apply_edits, fill
from .highlighter import WritingHighlighter, plain_text


class Documents(QObject):
    """Keeps documents and body the same. ``None`` is the text for all networks."""

    written = Signal()
    """The person changed the text of the shown tab; :attr:`body` has it."""

    def __init__(
        self,
        editor: DraftEditor,
        body: DraftBody,
        company: Sequence[str],
        sphere: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.body = body
        self._editor = editor
        self._company = company
        self._sphere = sphere
        self._filling = False
        self._comparing = bool(company)
        self._documents: dict[str | None, QTextDocument] = {}
        self._highlighters: dict[str | None, WritingHighlighter] = {}
        self.network: str | None = None
        self.show(None)

    def show(self, network: str | None) -> None:
        """Bring a tab to the editor."""
        document = self._document(network)
        if network is not None and not has_own_variant(self.body, network):
            self._fill(network, self.body.text)
        self.network = network
        self._editor.setDocument(document)
        self.highlighter.set_comparing(self._comparing)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def highlighter(self) -> WritingHighlighter:
        """Of the shown tab."""
        return self._highlighters[self.network]

    @property
    def comparing(self) -> bool:
        """Whether own and company words are told apart."""
        return self._comparing

    def set_comparing(self, on: bool) -> None:
        """For every tab."""
        self._comparing = on
        self.highlighter.set_comparing(on)

    def restyle(self) -> None:
        """After a switch of the theme."""
        for highlighter in self._highlighters.values():
            highlighter.restyle()

    def take(self, body: DraftBody) -> None:
        """A change that is not typing in the text (a picture, a link, the language)."""
        self.body = body

    def load(self, body: DraftBody) -> None:
        """Another version of everything."""
        self.body = body
        for network in self._documents:
            self._fill(network, text_of(body, network))

    def reset_variant(self, network: str) -> None:
        """Same as for all networks again."""
        self.body = without_variant(self.body, network)
        self._fill(network, self.body.text)
        self.written.emit()

    def edit(self, network: str | None, edits: Sequence[Edit]) -> None:
        """Carry out a click of the person (tracking out, disclosure in); one step of undo."""
        document = self._document(network)
        apply_edits(document, edits)
        if network != self.network:
            self._take_text(network)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)

    def _document(self, network: str | None) -> QTextDocument:
        document = self._documents.get(network)
        if document is None:
            document = self._editor.new_document(text_of(self.body, network))
            self._documents[network] = document
            self._highlighters[network] = WritingHighlighter(document, self._company, self._sphere)
            document.contentsChanged.connect(self._changed_in(network))
        return document

    def _changed_in(self, network: str | None) -> Callable[[], None]:
        def changed() -> None:
            # Highlighting alone also says that contents changed; the text is then the same.
            if not self._filling and network == self.network:
                self._take_text(network)

        return changed

    def _take_text(self, network: str | None) -> None:
        text = plain_text(self._documents[network])
        if text != text_of(self.body, network):
            self.body = with_text(self.body, network, text)
            self.written.emit()

    def _fill(self, network: str | None, text: str) -> None:
        document = self._documents[network]
        if plain_text(document) == text:
            return
        self._filling = True
        try:
            fill(document, text)
        finally:
            self._filling = False
