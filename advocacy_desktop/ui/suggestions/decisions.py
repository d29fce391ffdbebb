"""What a person decides about a suggestion, once each: keys may come faster than the disk."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ...application.changes import Changes
from ...domain.errors import KnownError
from ...domain.suggestion import SuggestionEvent, SuggestionState, may_move
from ..context import UiContext
from ..i18n import translate
from .reader_words import shown_address


@dataclass(frozen=True, slots=True)
class _Decision:
    event: SuggestionEvent
    run: Callable[[str], Changes]
    said: str


class Decisions:
    """Runs use cases; a second key for the same suggestion waits for nothing and does nothing."""

    def __init__(
        self,
        context: UiContext,
        decided: Callable[[str, SuggestionState], object],
        failed: Callable[[], object],
    ) -> None:
        """``decided(id, state)`` is called at once, ``failed()`` if it could not be stored."""
        self._context = context
        self._decided = decided
        self._failed = failed
        self._under_way: set[str] = set()

    def decline(self, identifier: str, state: SuggestionState) -> None:
        """Put it away; can be undone."""
        triage = self._context.services.triage
        said = translate("Suggestions", "Declined. Nobody is told.")
        decision = _Decision(SuggestionEvent.DECLINE, triage.decline, said)
        self._run(identifier, state, decision, SuggestionState.DECLINED)

    def later(self, identifier: str, state: SuggestionState) -> None:
        """Keep it for later, or no longer; can be undone."""
        triage = self._context.services.triage
        if state is SuggestionState.LATER:
            said = translate("Suggestions", "No longer put off.")
            decision = _Decision(SuggestionEvent.BRING_BACK, triage.bring_back, said)
            self._run(identifier, state, decision, SuggestionState.NEW)
        else:
            said = translate("Suggestions", "Kept for later.")
            decision = _Decision(SuggestionEvent.PUT_OFF, triage.put_off, said)
            self._run(identifier, state, decision, SuggestionState.LATER)

    def _run(
        self,
        identifier: str,
        state: SuggestionState,
        decision: _Decision,
        after: SuggestionState,
    ) -> None:
        if identifier in self._under_way:
            return
        if not may_move(state, decision.event):
            self._context.toasts.show_text(translate("Suggestions", "This one is decided already."))
            return
        self._under_way.add(identifier)

        def done(_changes: Changes) -> None:
            self._under_way.discard(identifier)

        def failed(error: KnownError) -> None:
            self._under_way.discard(identifier)
            self._failed()
            if self._context.runner.errors.on_known is not None:
                self._context.runner.errors.on_known(error)

        # First in the list: the next key means the next card.
        self._decided(identifier, after)
        self._context.mutate(
            lambda: decision.run(identifier), said=decision.said, on_ok=done, on_error=failed
        )

    def open_link(self, link: str) -> None:
        """Show the article in the browser, and say which address that is."""
        address = shown_address(link)
        if not address:
            said = translate("Suggestions", "This link is no web address, so it was not opened.")
        elif QDesktopServices.openUrl(QUrl(link)):
            said = translate("Suggestions", "Opened in your browser: {address}")
        else:
            said = translate("Suggestions", "No browser answered. The address is {address}")
        self._context.toasts.show_text(said.format(address=address))

    def fetch_pictures(self, source_id: str, host: str) -> None:
        """Allow a host; whoever watches the sources fetches from it (``ui/source_driver.py``)."""
        sources = self._context.services.sources
        self._context.mutate(
            lambda: sources.allow_picture_host(source_id, host),
            said=translate("Suggestions", "Fetching pictures from {host}…").format(host=host),
        )
