"""The card of one source: where it lies, when it was last looked at, what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from PySide6.QtWidgets import QWidget

from ...domain.errors import ErrorCode
from ...domain.source import Source, SourceKind
from .. import formats
from ..i18n import translate
from ..messages import code_sentence
from ..widgets.basics import Card, SectionLabel, label
from .scaffold import Facts, button, row


@dataclass(frozen=True, slots=True)
class SourceActions:
    """What the buttons of a card do."""

    check: Callable[[], object]
    rename: Callable[[], object]
    picture_hosts: Callable[[], object]
    remove: Callable[[], object]


class SourceCard(Card):
    """Made anew whenever something about the source changes."""

    def __init__(
        self, source: Source, *, said: tuple[str, str] | None, actions: SourceActions
    ) -> None:
        """``said`` is what the last look brought, with the kind of its label."""
        super().__init__(margin=20)
        self.body.addWidget(SectionLabel(_kind_words(source)))
        self.body.addWidget(label(source.title, "heading", wrap=True))
        facts = Facts()
        if source.kind is not SourceKind.SAMPLE:
            facts.put(translate("Sources", "Address"), source.address, selectable=True)
        checked = (
            formats.full_time(source.last_checked_at)
            if source.last_checked_at is not None
            else translate("Sources", "not yet")
        )
        facts.put(translate("Sources", "Last looked at"), checked)
        if source.kind is SourceKind.FEED:
            hosts = ", ".join(sorted(source.picture_hosts))
            facts.put(
                translate("Sources", "Pictures"),
                translate("Sources", "from its own site and {hosts}").format(hosts=hosts)
                if hosts
                else translate("Sources", "from its own site only"),
            )
        self.body.addLayout(facts)
        if source.last_error is not None and source.last_error in set(ErrorCode):
            wrong = code_sentence(ErrorCode(source.last_error), _about(source))
            self.body.addWidget(label(wrong, "advice", wrap=True))
        elif said is not None:
            text, kind = said
            self.body.addWidget(label(text, kind, wrap=True))
        self.body.addSpacing(4)
        name, about = source.id, source.title
        buttons: list[QWidget] = [
            button(
                translate("Sources", "Look for news"),
                actions.check,
                name=f"check:{name}",
                about=about,
            ),
            button(
                translate("Sources", "Rename…"),
                actions.rename,
                name=f"rename:{name}",
                about=about,
            ),
        ]
        if source.kind is SourceKind.FEED:
            buttons.append(
                button(
                    translate("Sources", "Pictures from…"),
                    actions.picture_hosts,
                    name=f"hosts:{name}",
                    about=about,
                )
            )
        buttons.append(
            button(
                translate("Sources", "Remove"),
                actions.remove,
                name=f"remove:{name}",
                about=about,
            )
        )
        self.body.addLayout(row(*buttons))
        self.setAccessibleName(source.title)


def _kind_words(source: Source) -> str:
    if source.kind is SourceKind.SAMPLE:
        return translate("Sources", "Sample company, comes with the program")
    if source.kind is SourceKind.FILE:
        return translate("Sources", "File on this computer")
    return translate("Sources", "Feed")


def _about(source: Source) -> dict[str, object]:
    host = urlsplit(source.address).hostname or source.address
    return {"address": source.address, "host": host, "path": source.address}
