"""Earlier texts of a draft: read one, bring it back; the present one is kept as a version too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...domain.draft import DraftVersion
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..widgets.basics import label
from ..widgets.sheet import Sheet
from .autosave import Autosave


class VersionsSheet(Sheet):
    """The list above, the chosen text below."""

    def __init__(
        self,
        host: QWidget,
        versions: Sequence[DraftVersion],
        restore: Callable[[int], object],
    ) -> None:
        super().__init__(host, title=translate("Composer", "Earlier versions"))
        self._versions = list(reversed(versions))
        self._restore = restore
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Composer", "Earlier versions, newest first"))
        self.list.setMaximumHeight(150)
        for version in self._versions:
            words = version.body.text.strip().replace("\n", " ")[:70]
            item = QListWidgetItem(f"{formats.when(version.saved_at)}   {words}")
            self.list.addItem(item)
        self.text = label("", wrap=True)
        if self._versions:
            self.body.addWidget(self.list)
            self.body.addWidget(self.text)
        else:
            self.body.addWidget(
                label(
                    translate(
                        "Composer",
                        "There is one version so far. While you write, an earlier text is kept "
                        "about every minute.",
                    ),
                    "muted",
                    wrap=True,
                )
            )
        self.add_button(translate("Composer", "Close"), key="Esc", accepts=False)
        self.bring_back = self.add_button(
            translate("Composer", "Bring this text back"), "primary", accepts=True
        )
        self.bring_back.setVisible(bool(self._versions))
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.accepted.connect(self._chosen)
        if self._versions:
            self.list.setCurrentRow(0)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            body = self._versions[row].body
            texts = [body.text, *(body.variants[name] for name in sorted(body.variants))]
            self.text.setText("\n\n".join(text for text in texts if text.strip()))
            self.fit()

    def _chosen(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._versions):
            self._restore(self._versions[row].number)


class Versions(QObject):
    """Fetches the versions of one draft, shows them, brings one back."""

    restored = Signal(object)
    """The :class:`Draft` with its earlier text."""

    def __init__(
        self, context: UiContext, host: QWidget, draft_id: str, autosave: Autosave
    ) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._draft_id = draft_id
        self._autosave = autosave

    def ask(self) -> None:
        """Show them; the present text is written down first, so that it is one of them."""
        self._autosave.flush(self._load)

    def _load(self) -> None:
        drafts, draft_id = self._context.services.drafts, self._draft_id
        self._context.runner.storage(lambda: drafts.versions(draft_id), self._show, None, self)

    def _show(self, versions: Sequence[DraftVersion]) -> None:
        VersionsSheet(self._host, versions, self.restore).open()

    def restore(self, number: int) -> None:
        """Bring that one back."""
        drafts, draft_id = self._context.services.drafts, self._draft_id
        self._context.runner.storage(
            lambda: drafts.restore_version(draft_id, number), self.restored.emit, None, self
        )
