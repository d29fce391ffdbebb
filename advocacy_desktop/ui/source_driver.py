"""Looks for new suggestions now and then, spread at random, and when the person asks."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer

from ..application.changes import ChangeKind, Changes, changed
from ..application.sources import RefreshResult
from ..domain.errors import ErrorCode, KnownError
from ..domain.source import Source, picture_host
from .context import UiContext
from .formats import clock_time
from .i18n import translate
from .messages import code_sentence
from .shell.nav import Navigation
from .tasks import CancelToken

EVERY = timedelta(minutes=60)
"""How often each source is asked."""
SPREAD = timedelta(minutes=10)
"""Added at random, so that ten thousand desks do not ask at the same minute."""
FIRST_LOOK_MS = 1500
"""After the profile is open: the person's first keys come first."""
KEY = "sources"


class SourceDriver(QObject):
    """One for the program."""

    def __init__(self, context: UiContext, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._context = context
        self._navigation = navigation
        self._token = CancelToken()
        self._busy = False
        self._mine = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._check(asked=False))
        context.hub.changed.connect(self._changed)

    def start(self) -> None:
        """Say when it was last done; go on when it is due."""
        services = self._context.services
        self._context.runner.storage(services.triage.expire_due, self._announce)
        self._context.runner.storage(services.sources.all, self._begin, owner=self)

    def stop(self) -> None:
        """Ask nobody any more."""
        self._timer.stop()
        self._token.cancel()

    def check_now(self) -> None:
        """The person asks (F5)."""
        if self._busy:
            return
        self._check(asked=True)

    def _begin(self, sources: Sequence[Source]) -> None:
        self._say_when(sources)
        checked = [source.last_checked_at for source in sources if source.last_checked_at]
        due = datetime.now(UTC)
        if checked and len(checked) == len(sources):
            due = min(checked) + EVERY
        wait = max(timedelta(0), due - datetime.now(UTC))
        self._timer.start(max(FIRST_LOOK_MS, int(wait.total_seconds() * 1000)))
        QTimer.singleShot(FIRST_LOOK_MS // 3, self, lambda: self._fetch_pictures(sources))

    def _check(self, *, asked: bool) -> None:
        if not self._context.ready or self._token.cancelled:
            return
        self._busy = True
        self._navigation.set_working(True)
        services = self._context.services

        def look() -> tuple[list[RefreshResult], Sequence[Source]]:
            return services.sources.refresh_all(self._token), services.sources.all()

        def done(found: tuple[list[RefreshResult], Sequence[Source]]) -> None:
            results, sources = found
            self._ended()
            for result in results:
                self._announce(result.changes)
            self._say_when(sources)
            new = {result.source_id for result in results if result.new or result.changed}
            self._fetch_pictures([source for source in sources if source.id in new])
            if asked:
                self._context.toasts.show_text(_summary(results, sources))

        def failed(error: KnownError) -> None:
            self._ended()
            if asked and self._context.runner.errors.on_known is not None:
                self._context.runner.errors.on_known(error)

        self._context.runner.network(KEY, look, done, failed, self)

    def _ended(self) -> None:
        self._busy = False
        self._navigation.set_working(False)
        wait = EVERY + random.random() * SPREAD
        self._timer.start(int(wait.total_seconds() * 1000))

    def _fetch_pictures(self, sources: Sequence[Source]) -> None:
        services = self._context.services
        for source in sources:
            if self._token.cancelled:
                return

            def done(count: int) -> None:
                if count:
                    self._announce(changed(ChangeKind.SUGGESTIONS, ChangeKind.LEDGER))

            self._context.runner.network(
                KEY,
                partial(services.sources.fetch_pictures, source.id, self._token),
                done,
                lambda _error: None,  # the source is gone, or the disk full: the next look says so
                self,
            )

    def _announce(self, changes: Changes) -> None:
        self._mine = True
        try:
            self._context.hub.announce(changes)
        finally:
            self._mine = False

    def _changed(self, changes: Changes) -> None:
        """A new subscription, or pictures allowed from one more host: fetch what is missing."""
        if self._mine or not changes.touches(ChangeKind.SOURCES) or not self._context.ready:
            return
        services = self._context.services

        def done(sources: Sequence[Source]) -> None:
            self._say_when(sources)
            self._fetch_pictures(sources)

        self._context.runner.storage(services.sources.all, done, owner=self)

    def _say_when(self, sources: Sequence[Source]) -> None:
        checked = [source.last_checked_at for source in sources if source.last_checked_at]
        self._navigation.set_checked_at(clock_time(max(checked)) if checked else "")


def _summary(results: Sequence[RefreshResult], sources: Sequence[Source]) -> str:
    """What one look at all sources brought, in a sentence."""
    if not results:
        return translate("Sources", "There is no source yet. Add one to get suggestions.")
    addresses = {source.id: source.address for source in sources}
    for result in results:
        if result.error is not None:
            address = addresses.get(result.source_id, "")
            host = picture_host(address) or address
            data: dict[str, object] = {"address": address, "host": host, "path": address}
            return code_sentence(ErrorCode(result.error), data)
    new = sum(result.new for result in results)
    if new:
        return translate("Sources", "%n new suggestion(s).", None, new)
    return translate("Sources", "Nothing new.")
