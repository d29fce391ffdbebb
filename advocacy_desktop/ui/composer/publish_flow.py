"""From the button to the hold: save, show exactly what leaves, ask about crossing, approve."""

from collections.abc import Sequence
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...application.publishing import Approval, Approved, PublishSheet, SheetLine
from ...domain.errors import ErrorCode, KnownError
from ..context import UiContext
from ..i18n import translate
from ..messages import sentence
from ..sheets.crossing_sheet import CrossingSheet
from ..sheets.publish_sheet import LastLook
from ..sheets.withdrawn_sheet import WithdrawnSheet
from .autosave import Autosave
from .pictures import PictureLoader


class PublishFlow(QObject):
    """One at a time for one draft; whatever is answered with no ends it, and nothing leaves."""

    approved = Signal(object)
    """:class:`Approved`: deliveries that now wait out their hold."""
    blocked = Signal(object)
    """The sheet's checks, when a blocker came up."""

    def __init__(
        self,
        context: UiContext,
        host: QWidget,
        draft_id: str,
        autosave: Autosave,
        loader: PictureLoader,
    ) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._draft_id = draft_id
        self._autosave = autosave
        self._loader = loader
        self.busy = False
        self.sheet: LastLook | None = None
        self.crossing: CrossingSheet | None = None
        self.withdrawn: WithdrawnSheet | None = None
        autosave.failed.connect(self._not_saved)

    def start(self) -> None:
        """The text must be on disk before it is shown: what is shown is what is approved."""
        if self.busy:
            return
        self.busy = True
        self._autosave.flush(self._load)

    def _not_saved(self, _error: KnownError) -> None:
        if self.sheet is None:
            self.busy = False

    def _load(self) -> None:
        services, draft_id = self._context.services, self._draft_id
        self._context.runner.storage(
            lambda: services.publishing.sheet(draft_id), self._show, self._failed, self
        )

    def _show(self, sheet: PublishSheet) -> None:
        if not sheet.may_publish:
            self.busy = False
            self.blocked.emit(sheet.checks)
            return
        hold = self._context.services.publishing.hold_seconds
        look = LastLook(self._host, sheet, self._loader, hold)
        self.sheet = look
        look.accepted.connect(lambda: self._accepted(sheet, look.approvals()))
        look.rejected.connect(self._end)
        look.open(look.publish)

    def _accepted(self, sheet: PublishSheet, approvals: Sequence[Approval]) -> None:
        self.sheet = None
        asked = [line for line in sheet.lines if line.needs_consent]
        if not sheet.is_withdrawn:
            self._cross(asked, list(approvals))
            return
        withdrawn = WithdrawnSheet(self._host, sheet)
        self.withdrawn = withdrawn
        told = [replace(approval, despite_withdrawal=True) for approval in approvals]
        withdrawn.accepted.connect(lambda: self._cross(asked, told))
        withdrawn.rejected.connect(self._kept)
        withdrawn.ask()

    def _cross(self, asked: list[SheetLine], approvals: list[Approval]) -> None:
        if not asked:
            self._approve(approvals)
            return
        line, rest = asked[0], asked[1:]
        crossing = CrossingSheet(self._host, line)
        self.crossing = crossing

        def yes() -> None:
            agreed = [
                replace(approval, consents_to_cross=True)
                if approval.account_id == line.account.id
                else approval
                for approval in approvals
            ]
            self._cross(rest, agreed)

        crossing.accepted.connect(yes)
        crossing.rejected.connect(self._kept)
        crossing.ask()

    def _kept(self) -> None:
        self._end()
        self._context.toasts.show_text(translate("Publish", "Nothing was published."))

    def _end(self) -> None:
        self.sheet = None
        self.withdrawn = None
        self.crossing = None
        self.busy = False

    def _approve(self, approvals: list[Approval]) -> None:
        self.crossing = None
        services, draft_id = self._context.services, self._draft_id
        self._context.runner.storage(
            lambda: services.publishing.approve(draft_id, approvals),
            self._done,
            self._failed,
            # No owner: once approved, the outbox must learn of it whatever became of the page.
        )

    def _done(self, approved: Approved) -> None:
        self._context.hub.announce(approved.changes)
        if not shiboken6.isValid(self):
            return
        self._end()
        self.approved.emit(approved)

    def _failed(self, error: KnownError) -> None:
        if shiboken6.isValid(self):
            self._end()
        changed = error.data.get("check") == "changed_since_shown"
        if error.code == ErrorCode.CHECK_BLOCKS.value and changed:
            text = translate(
                "Publish",
                "The text or the suggestion has changed since it was shown, so nothing was sent. "
                "Look at it again.",
            )
        else:
            text = sentence(error)
        self._context.toasts.show_text(text)
