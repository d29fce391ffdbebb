"""Small sheets of the sources page: a name of one's own, and hosts for pictures."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...domain.source import Source
from ..context import UiContext
from ..i18n import translate
from ..widgets.basics import label
from ..widgets.sheet import Sheet


class RenameSheet(Sheet):
    """One field."""

    def __init__(self, host: QWidget, title: str) -> None:
        super().__init__(host, title=translate("Sources", "Rename this source"))
        self.name = QLineEdit(title)
        self.name.selectAll()
        self.name.setAccessibleName(translate("Sources", "Name"))
        self.name.returnPressed.connect(self.accept)
        self.body.addWidget(self.name)
        self.body.addWidget(
            label(translate("Sources", "Only you see this name."), "small", wrap=True)
        )
        self.add_button(translate("Sources", "Cancel"), accepts=False)
        self.add_button(translate("Sources", "Rename"), "primary", accepts=True)


class PictureHostsSheet(Sheet):
    """Hosts beside the feed's own; each request to them is in the ledger, naming nobody."""

    def __init__(self, context: UiContext, source: Source) -> None:
        super().__init__(
            context.window,
            title=translate("Sources", "Where pictures of {title} may come from").format(
                title=source.title
            ),
        )
        self._context = context
        self._source = source
        self._hosts = sorted(source.picture_hosts)
        self.body.addWidget(
            label(
                translate(
                    "Sources",
                    "Always from the feed's own site. From another host only if you allow it here: "
                    "whoever runs it would see that somebody at your address fetched a picture.",
                ),
                "muted",
                wrap=True,
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.host = QLineEdit()
        self.host.setPlaceholderText("pictures.example.com")
        self.host.setAccessibleName(translate("Sources", "Host to allow"))
        self.host.returnPressed.connect(self._allow)
        allow = QPushButton(translate("Sources", "Allow"))
        allow.setAutoDefault(True)
        allow.clicked.connect(lambda _checked=False: self._allow())
        line.addWidget(self.host, 1)
        line.addWidget(allow)
        self.body.addLayout(line)
        self.add_button(translate("Sources", "Done"), "primary", accepts=True)
        self._show()

    def _show(self) -> None:
        from ..pages.scaffold import clear

        clear(self._list)
        for host in self._hosts:
            line = QHBoxLayout()
            name = QLabel(host)
            forbid = QPushButton(translate("Sources", "No longer"))
            forbid.setAutoDefault(True)
            forbid.setAccessibleName(
                translate("Sources", "No longer allow {host}").format(host=host)
            )
            forbid.clicked.connect(partial(self._forbid, host))
            line.addWidget(name, 1)
            line.addWidget(forbid)
            self._list.addLayout(line)
        self.fit()

    def _allow(self) -> None:
        typed = self.host.text().strip().lower()
        host = typed.split("//", 1)[-1].split("/", 1)[0]
        if not host or host in self._hosts:
            self.host.clear()
            return
        sources = self._context.services.sources
        self._context.mutate(lambda: sources.allow_picture_host(self._source.id, host))
        self._hosts.append(host)
        self.host.clear()
        self._show()

    def _forbid(self, host: str, _checked: bool = False) -> None:
        sources = self._context.services.sources
        self._context.mutate(lambda: sources.forbid_picture_host(self._source.id, host))
        self._hosts.remove(host)
        self._show()
        self.host.setFocus()
