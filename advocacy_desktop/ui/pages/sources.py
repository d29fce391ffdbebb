"""Where suggestions come from: adding, looking for news, what went wrong, leaving."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ...application.changes import ChangeKind, Changes, changed
from ...application.sources import RefreshResult, SubscribeResult
from ...domain.errors import KnownError
from ...domain.source import Source, SourceKind
from ..context import UiContext
from ..i18n import current_locale, translate
from ..messages import sentence
from ..sheets.source import PictureHostsSheet, RenameSheet
from ..tasks import CancelToken
from ..widgets.basics import label
from .scaffold import ScrollPage, button, clear
from .source_add import AddSource
from .source_card import SourceActions, SourceCard

QUEUE = "sources"
"""One request after another: the company's server is asked politely."""
PICTURES = "source-pictures"


class SourcesPage(ScrollPage):
    """One card to add, one for each subscription."""

    watches = frozenset({ChangeKind.SOURCES})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place)
        self.setAcceptDrops(True)
        self._sources: Sequence[Source] = ()
        self._token: CancelToken | None = None
        self._busy: set[str] = set()
        self._said: dict[str, tuple[str, str]] = {}
        self._check_all = button("", self.check_all, name="check-all")
        self.head_actions.addWidget(self._check_all)
        self._build_add()
        self._build_progress()
        self._cards = QWidget()
        self.list = QVBoxLayout(self._cards)
        self.list.setContentsMargins(0, 0, 0, 0)
        self.list.setSpacing(14)
        self.content.addWidget(self._cards)

    def _build_add(self) -> None:
        self.form = AddSource()
        self.form.wanted.connect(self.add)
        self.form.sample_wanted.connect(self.add_sample)
        self.address, self.error = self.form.address, self.form.error
        self.content.addWidget(self.form)

    def _build_progress(self) -> None:
        self._progress = QWidget()
        line = QHBoxLayout(self._progress)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._doing = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button("", self.stop, name="stop")
        line.addWidget(self._doing)
        line.addWidget(self._bar, 1)
        line.addWidget(self._stop)
        self._progress.hide()
        self.content.addWidget(self._progress)

    def retranslate(self) -> None:
        self.heading.setText(translate("Sources", "Sources"))
        self.subtitle.setText(
            translate(
                "Sources",
                "Where suggestions come from. The program fetches a list; its server sees an "
                "internet address, as any website does, and nothing more: no name, nothing of what "
                "you open or decline.",
            )
        )
        self._check_all.setText(translate("Sources", "Look for news everywhere"))
        self.form.retranslate()
        self._stop.setText(translate("Sources", "Stop"))
        self._show()

    def refresh(self, changes: Changes | None = None) -> None:
        sources = self.context.services.sources
        self.context.runner.storage(sources.all, self._loaded, None, self)

    def activate(self, **what: object) -> None:
        address = what.get("address")
        if isinstance(address, str):
            self.address.setText(address)
            self.add()

    def focus_first(self) -> None:
        self.address.setFocus()

    # --- adding --------------------------------------------------------------------------------

    def add(self) -> None:
        """Subscribe to what was typed; it stays in the field if that fails."""
        typed = self.address.text().strip()
        if not typed:
            self.form.say(translate("Sources", "Type an address or choose a file first."))
            self.address.setFocus()
            return
        sources = self.context.services.sources
        self._subscribe(lambda: sources.subscribe(typed), typed)

    def add_sample(self) -> None:
        """Subscribe to the company that comes with the program."""
        sources, language = self.context.services.sources, current_locale().name()
        self._subscribe(lambda: sources.subscribe_sample(language), "")

    def _subscribe(self, subscribe: Callable[[], SubscribeResult], typed: str) -> None:
        if self._token is not None:
            return
        token = self._token = CancelToken()
        self.error.hide()
        self._working(translate("Sources", "Reading it…"), 0)

        def work() -> SubscribeResult | None:
            result = subscribe()
            if token.cancelled:
                # It came after the person had stopped it: nothing of it may stay.
                self.context.services.sources.remove(result.source.id)
                return None
            return result

        def done(result: SubscribeResult | None) -> None:
            if token is not self._token or result is None:
                return
            self._idle()
            if typed == self.address.text().strip():
                self.address.clear()
            self.context.hub.announce(result.changes)
            self.context.toasts.show_text(
                translate("Sources", "{title}: %n suggestion(s).", None, result.new_count).format(
                    title=result.source.title
                ),
                translate("Sources", "See them"),
                lambda: self.context.navigate("suggestions"),
            )
            self._fetch_pictures(result.source.id)

        def failed(error: KnownError) -> None:
            if token is self._token:
                self._idle()
                self.form.say(sentence(error))
                self.address.setFocus()

        self.context.runner.network(QUEUE, work, done, failed, self)

    def _fetch_pictures(self, source_id: str) -> None:
        sources, token = self.context.services.sources, CancelToken()

        def done(count: int) -> None:
            if count:
                self.context.hub.announce(changed(ChangeKind.SUGGESTIONS, ChangeKind.LEDGER))

        # Pictures come by themselves and may be missing: no word about those that do not.
        self.context.runner.network(
            PICTURES, lambda: sources.fetch_pictures(source_id, token), done, lambda _error: None
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        first = data.urls()[0] if data.hasUrls() else None
        if first is not None:
            text = first.toLocalFile() if first.isLocalFile() else first.toString()
        else:
            text = data.text()
        event.acceptProposedAction()
        self.address.setText(text.strip())
        self.add()

    # --- looking for news ----------------------------------------------------------------------

    def check_all(self) -> None:
        """Look at every source in turn, with a way to stop."""
        if self._token is None and self._sources:
            self._token = CancelToken()
            self._next([source.id for source in self._sources], 0)

    def check(self, source: Source) -> None:
        """Look at one source."""
        if self._token is None:
            self._token = CancelToken()
            self._next([source.id], 0)

    def stop(self) -> None:
        """Stop: the request under way is not waited for, the next ones are not made."""
        token, self._token = self._token, None
        if token is not None:
            token.cancel()
        self._idle()

    def _next(self, ids: list[str], at: int) -> None:
        token = self._token
        if token is None:
            return
        if at >= len(ids):
            self._idle()
            return
        title = next((s.title for s in self._sources if s.id == ids[at]), "")
        self._working(
            translate("Sources", "{number} of {total}: {title}").format(
                number=at + 1, total=len(ids), title=title
            ),
            len(ids),
            at,
        )
        sources = self.context.services.sources

        def done(result: RefreshResult) -> None:
            self._said[result.source_id] = _result_words(result)
            self.context.hub.announce(result.changes)
            if result.new or result.changed:
                self._fetch_pictures(result.source_id)
            if token is self._token:
                self._next(ids, at + 1)

        def failed(error: KnownError) -> None:
            if token is self._token:
                self._idle()
                self.form.say(sentence(error))

        self.context.runner.network(QUEUE, lambda: sources.refresh(ids[at]), done, failed, self)

    def _working(self, text: str, total: int, done: int = 0) -> None:
        self._doing.setText(text)
        self._bar.setRange(0, total if total > 1 else 0)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self._progress.show()
        self.form.set_busy(True)
        self._check_all.setEnabled(False)

    def _idle(self) -> None:
        self._token = None
        self._progress.hide()
        self.form.set_busy(False)
        self._check_all.setEnabled(bool(self._sources))

    # --- the cards -----------------------------------------------------------------------------

    def _loaded(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._check_all.setEnabled(bool(sources) and self._token is None)
        self._show()

    def _show(self) -> None:
        self.keep_focus(self._rebuild)

    def _rebuild(self) -> None:
        clear(self.list)
        for source in self._sources:
            self.list.addWidget(
                SourceCard(
                    source,
                    said=self._said.get(source.id),
                    actions=SourceActions(
                        check=partial(self.check, source),
                        rename=partial(self.rename, source),
                        picture_hosts=partial(self.picture_hosts, source),
                        remove=partial(self.remove, source),
                    ),
                )
            )
        has_sample = any(source.kind is SourceKind.SAMPLE for source in self._sources)
        self.form.offer_sample(not has_sample)

    def rename(self, source: Source) -> RenameSheet:
        """Ask for a name of one's own."""
        sources = self.context.services.sources
        sheet = RenameSheet(self.context.window, source.title)
        sheet.accepted.connect(
            lambda: self.context.mutate(
                lambda: sources.rename(source.id, sheet.name.text()), owner=self
            )
        )
        sheet.open(sheet.name)
        return sheet

    def picture_hosts(self, source: Source) -> PictureHostsSheet:
        """Say which other hosts this source's pictures may be fetched from."""
        sheet = PictureHostsSheet(self.context, source)
        sheet.open(sheet.host)
        return sheet

    def remove(self, source: Source) -> None:
        """Unsubscribe; Undo subscribes again."""
        sources = self.context.services.sources

        def again() -> None:
            if source.kind is SourceKind.SAMPLE:
                language = source.address.rpartition("/")[2]
                self._subscribe(lambda: sources.subscribe_sample(language), "")
            else:
                self._subscribe(lambda: sources.subscribe(source.address), "")

        def removed(changes: Changes) -> None:
            self._said.pop(source.id, None)
            self.context.hub.announce(changes)
            self.context.toasts.show_text(
                translate(
                    "Sources", "{title} was removed. What you drafted or published stays."
                ).format(title=source.title),
                "",
                again,
            )

        self.context.runner.storage(lambda: sources.remove(source.id), removed, None, self)


def _result_words(result: RefreshResult) -> tuple[str, str]:
    if result.error is not None:
        return "", "advice"
    if result.new or result.changed or result.withdrawn:
        parts = [
            translate("Sources", "%n new", None, result.new) if result.new else "",
            translate("Sources", "%n changed", None, result.changed) if result.changed else "",
            translate("Sources", "%n withdrawn", None, result.withdrawn)
            if result.withdrawn
            else "",
        ]
        return "✓ " + " · ".join(part for part in parts if part), "fine"
    return translate("Sources", "✓ Nothing new."), "fine"
