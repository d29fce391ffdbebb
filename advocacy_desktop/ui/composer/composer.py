"""The composer of one draft: puts the parts together and keeps them telling the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from ...application import writing
from ...application.changes import ChangeKind, changed
from ...application.drafts import DraftDetail
from ...application.ports import SignInForm
from ...domain.account import Account
from ...domain.checks import blockers
from ...domain.delivery import Post
from ...domain.draft import Draft, DraftBody, DraftMedia
from ...domain.errors import KnownError
from .. import theme
from ..context import UiContext
from ..i18n import translate
from ..widgets.announce import announce
from .autosave import Autosave
from .check_words import Fix
from .documents import Documents
from .footer import Counted
from .mending import Mender, cached_pictures, card_picture, company_texts
from .parts import Parts
from .picture_flow import PictureFlow
from .pictures import PictureLoader
from .publish_flow import PublishFlow
from .saved_words import saved_words
from .versions import Versions

SETTLE_MS = 40
"""After the last key: previews and checks."""


class Composer(QWidget):
    """Asks the use cases for every rule; nothing here decides what may be published."""

    back = Signal()
    approved = Signal(object)
    """:class:`Approved`."""

    def __init__(
        self, context: UiContext, detail: DraftDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._services = context.services
        self._draft: Draft = detail.draft
        self._suggestion = detail.suggestion
        self._accounts: tuple[Account, ...] = detail.accounts
        self._link_removed: tuple[str, ...] = ()
        self.loader = PictureLoader(context.runner, self._services.media, self)
        sphere = detail.draft.sphere
        parts = self._parts = Parts(self, sphere, self._suggestion, self.loader, self._hold())
        self.band, self.not_saved, self.card = parts.band, parts.not_saved, parts.card
        self.checks, self.right, self.row = parts.checks, parts.right, parts.row
        company = company_texts(self._suggestion)
        self.documents = Documents(self.card.editor, detail.draft.body, company, sphere.value, self)
        drafts, draft_id = self._services.drafts, detail.draft.id
        self.autosave = Autosave(context.runner, drafts.save, draft_id, self.body, self)
        self.flow = PublishFlow(context, self, draft_id, self.autosave, self.loader)
        self.pictures = PictureFlow(context, self, draft_id)
        self.versions = Versions(context, self, draft_id, self.autosave)
        self.mender = Mender(self.documents, self._suggestion)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._ago = QTimer(self)
        self.card.set_comparable(bool(company))
        self.card.pictures.set_suggested(cached_pictures(self._suggestion))
        self._wire()
        self.retranslate()
        self._show_accounts()
        if detail.draft.body.is_empty:
            self.right.show_suggestion()

    def _wire(self) -> None:
        self.documents.written.connect(self._written)
        self._settle.timeout.connect(self._settled)
        self._ago.timeout.connect(self._say_saved)
        self.band.chosen.connect(self._choose)
        self.band.back_wanted.connect(self.back)
        self.band.account_wanted.connect(lambda: self._context.navigate(self._draft.sphere.value))
        self.band.practice_wanted.connect(self._add_practice)
        self.band.versions_wanted.connect(self.versions.ask)
        self.versions.restored.connect(self._restored)
        card = self.card
        card.tab_chosen.connect(self._tab)
        card.variant_reset.connect(self.documents.reset_variant)
        card.comparing_changed.connect(self._comparing)
        card.language_chosen.connect(self._language)
        card.editor.files_offered.connect(self.pictures.add_files)
        card.editor.picture_offered.connect(self.pictures.add_bytes)
        card.link.typed.connect(self._link)
        card.link.removed.connect(lambda: self._change(writing.without_link(self.body())))
        card.pictures.choose_wanted.connect(self.pictures.choose)
        card.pictures.suggested_wanted.connect(self.pictures.add_suggested)
        card.pictures.described.connect(
            lambda i, alt: self._change(writing.with_description(self.body(), i, alt))
        )
        card.pictures.removed.connect(
            lambda i: self._change(writing.without_picture(self.body(), i))
        )
        self.pictures.ready.connect(self._picture)
        self.pictures.working.connect(card.pictures.set_working)
        self.checks.fix_wanted.connect(self._fix)
        self.right.switched.connect(self._settle.start)
        self.row.publish_wanted.connect(self.publish)
        self.autosave.saved.connect(self._saved)
        self.autosave.failed.connect(self.not_saved.show_error)
        self.not_saved.try_now.connect(self.autosave.flush)
        self.flow.approved.connect(self.approved)
        self.flow.blocked.connect(lambda _checks: self._settled())
        theme.current_theme().changed.connect(self._restyle)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.publish)

    # --- what it is about ----------------------------------------------------------------------

    @property
    def draft_id(self) -> str:
        """Which draft this is."""
        return self._draft.id

    def body(self) -> DraftBody:
        """What would be saved now."""
        return self.documents.body

    def chosen(self) -> list[Account]:
        """Chosen accounts, all of the draft's sphere."""
        return [a for a in self._accounts if a.id in self._draft.account_ids]

    def networks(self) -> list[str]:
        """Networks of the chosen accounts, each once."""
        return list(dict.fromkeys(account.network for account in self.chosen()))

    def _hold(self) -> int:
        return self._services.publishing.hold_seconds

    def _post(self, network: str) -> Post:
        return self._services.publishing.preview(self.body(), network, self._suggestion)

    # --- on each key ---------------------------------------------------------------------------

    def _written(self) -> None:
        self.autosave.touch()
        self._count()
        self._settle.start()

    def _count(self) -> None:
        counts = []
        for network in self.networks():
            rules, text = self._services.publishing.rules_of(network), self._post(network).text
            counts.append(Counted(rules, rules.count(text), rules.over(text)))
        self.card.footer.set_counts(counts)
        comparing = self.documents.comparing
        comparison = self.documents.highlighter.comparison() if comparing else None
        words = comparison is not None and bool(comparison.spans)
        self.card.footer.set_share(comparison.own_share if comparison and words else None)

    # --- soon after it -------------------------------------------------------------------------

    def _settled(self) -> None:
        self._settle.stop()
        self.documents.highlighter.settle()
        draft = replace(self._draft, body=self.body())
        checks = self._services.publishing.findings(draft, self._suggestion, self.networks())
        self.checks.show_checks(checks, self.mender.disclosure())
        self.row.show_state(self.chosen(), blockers(checks))
        self.card.show_variants(self.body())
        if self.right.showing_previews():
            thumbnail = card_picture(self._suggestion)
            self.right.show_posts(self._post, self.chosen(), thumbnail)

    def _show_all(self) -> None:
        """Everything that is not typing."""
        body = self.body()
        limits = [self._services.publishing.rules_of(n).max_alt for n in self.networks()]
        self.card.pictures.show_pictures(body.media, min(limits, default=2000))
        self.card.link.show_link(body.link, self._link_removed)
        self.card.show_language(body.language)
        self._count()
        self._settled()

    def _change(self, body: DraftBody) -> None:
        if body != self.body():
            self.documents.take(body)
            self.autosave.touch()
        self._show_all()

    # --- what the person does ------------------------------------------------------------------

    def _tab(self, network: str | None) -> None:
        self.documents.show(network)
        self._count()
        self._settled()

    def _comparing(self, on: bool) -> None:
        self.documents.set_comparing(on)
        self._count()

    def _language(self, tag: str | None) -> None:
        self._change(replace(self.body(), language=tag))

    def _link(self, typed: str) -> None:
        body, self._link_removed = writing.with_link(self.body(), typed)
        if body.link is None:
            self._context.toasts.show_text(
                translate("Composer", "“{typed}” is no web address.").format(typed=typed)
            )
        self._change(body)

    def _picture(self, picture: DraftMedia) -> None:
        self._change(writing.with_picture(self.body(), picture))

    def _fix(self, fix: Fix) -> None:
        if fix is Fix.DESCRIBE:
            self.card.pictures.focus_first_missing()
        elif fix is Fix.REMOVE_TRACKING:
            body, self._link_removed = self.mender.remove_tracking()
            self._change(body)
        else:
            self.mender.disclose(self.networks())
            self.card.editor.setFocus()
            self._settled()

    def _choose(self, account_ids: Sequence[str]) -> None:
        draft_id, drafts = self._draft.id, self._services.drafts
        # Shown at once; the storage only confirms.
        self._draft = replace(self._draft, account_ids=tuple(account_ids))
        self._show_accounts()
        self._context.runner.storage(lambda: drafts.choose_accounts(draft_id, account_ids))

    def _add_practice(self) -> None:
        accounts, sphere = self._services.accounts, self._draft.sphere
        form = SignInForm(identifier=translate("Composer", "Practice"))

        def done(account: Account) -> None:
            self._accounts = (*self._accounts, account)
            # Chosen first: whoever hears of the account reads this draft again, choice and all.
            self._choose([account.id])
            self._context.hub.announce(changed(ChangeKind.ACCOUNTS, ids=(account.id,)))

        self._context.runner.network(
            "practice", lambda: accounts.add(sphere, "practice", form), done, None, self
        )

    def publish(self) -> None:
        """Ctrl+Enter and the button: the sheet with exactly what would be sent."""
        self._settled()
        if self.row.button.isEnabled():
            self.flow.start()
        else:
            announce(self, self.row.hint.text())

    # --- saving --------------------------------------------------------------------------------

    def _saved(self, draft: Draft) -> None:
        self._draft = replace(draft, account_ids=self._draft.account_ids)
        self.not_saved.show_error(None)
        self._say_saved()

    def _say_saved(self) -> None:
        now = datetime.now(UTC)
        if not self.autosave.failing:
            self.band.set_saved(saved_words(self._draft, now))
        else:
            self.band.set_saved(translate("Composer", "Not saved"))
        fresh = (now - self._draft.updated_at).total_seconds() < 60
        self._ago.setInterval(1000 if fresh else 20_000)

    def flush(self) -> None:
        """Write down what stands in the window only."""
        self.autosave.flush()

    def _restored(self, draft: Draft) -> None:
        self.documents.load(draft.body)
        self._saved(draft)
        self._show_all()
        self._context.toasts.show_text(translate("Composer", "The earlier text is back."))

    # --- around it -----------------------------------------------------------------------------

    def reload_accounts(self) -> None:
        """Accounts were added, removed or reconnected elsewhere."""
        draft_id, drafts = self._draft.id, self._services.drafts

        def done(detail: DraftDetail) -> None:
            self._accounts = detail.accounts
            self._draft = replace(self._draft, account_ids=detail.draft.account_ids)
            self._show_accounts()

        def gone(_error: KnownError) -> None:
            self.back.emit()

        self._context.runner.storage(lambda: drafts.look_at(draft_id), done, gone, self)

    def _show_accounts(self) -> None:
        self.band.set_accounts(self._accounts, self._draft.account_ids)
        self.card.set_networks(self.networks())
        self.right.set_accounts(self.chosen())
        self._show_all()

    def retranslate(self) -> None:
        """All texts again."""
        for part in (self.band, self.card, self.right, self.not_saved):
            part.retranslate()
        self._say_saved()
        self._settled()

    def _restyle(self) -> None:
        self.documents.restyle()
        self.right.restyle()

    def focus_first(self) -> None:
        """Into the box."""
        self.card.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts.arrange(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ago.start()
        self._say_saved()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ago.stop()
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
