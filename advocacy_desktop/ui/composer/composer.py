"""The composer of one draft: puts the parts together and keeps them telling the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...application import writing
from ...application.changes import ChangeKind, changed
from ...application.drafts import DraftDetail
from ...application.ports import SignInForm
from ...domain.account import Account
from ...domain.checks import blockers
from ...domain.delivery import Post
from ...domain.draft import Draft, DraftBody, DraftMedia, DraftVersion
from ...domain.errors import KnownError
from .. import theme
from ..context import UiContext
from ..i18n import translate
from ..widgets.announce import announce
from .autosave import Autosave
from .band import SphereBand
from .check_words import Fix
from .checks_card import ChecksCard
from .documents import Documents
from .editor_card import EditorCard
from .footer import Counted
from .picture_flow import PictureFlow
from .pictures import PictureLoader
from .publish_flow import PublishFlow
from .publish_row import PublishRow
from .right_side import RightSide, scrolling
from .saved_words import NotSavedBar, saved_words
from .versions import VersionsSheet

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
        self._build()
        self._wire()
        self.retranslate()
        self._show_accounts()
        if detail.draft.body.is_empty:
            self.right.show_suggestion()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        draft, sphere = self._draft, self._draft.sphere
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.band = SphereBand(sphere)
        self.not_saved = NotSavedBar()
        column.addWidget(self.band)
        column.addWidget(self.not_saved)
        halves = QHBoxLayout()
        halves.setContentsMargins(24, 16, 16, 16)
        halves.setSpacing(14)
        column.addLayout(halves, 1)
        left = QWidget()
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 4, 0)
        left_column.setSpacing(14)
        self.card = EditorCard(sphere.value, self.loader)
        self.checks = ChecksCard()
        left_column.addWidget(self.card, 1)
        left_column.addWidget(self.checks)
        halves.addWidget(scrolling(left), 53)
        right_column = QVBoxLayout()
        right_column.setSpacing(12)
        self.right = RightSide(sphere.value, self._suggestion, self.loader)
        self.row = PublishRow(sphere, self._services.publishing.hold_seconds)
        right_column.addWidget(self.right, 1)
        right_column.addWidget(self.row)
        halves.addLayout(right_column, 47)
        company = self._company_texts()
        self.documents = Documents(self.card.editor, draft.body, company, sphere.value, self)
        self.autosave = Autosave(
            self._context.runner, self._services.drafts.save, draft.id, self.body, self
        )
        self.flow = PublishFlow(self._context, self, draft.id, self.autosave, self.loader)
        self.pictures = PictureFlow(self._context, self, draft.id)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._ago = QTimer(self)
        self.card.set_comparable(bool(company))
        self.card.show_language(draft.body.language)
        if self._suggestion is not None:
            pictures = self._suggestion.content.pictures
            cached = [index for index, picture in enumerate(pictures) if picture.media]
            self.card.pictures.set_suggested(cached)

    def _wire(self) -> None:
        self.documents.written.connect(self._written)
        self._settle.timeout.connect(self._settled)
        self._ago.timeout.connect(self._say_saved)
        self.band.chosen.connect(self._choose)
        self.band.back_wanted.connect(self.back)
        self.band.account_wanted.connect(
            lambda: self._context.navigate(self._draft.sphere.value)
        )
        self.band.practice_wanted.connect(self._add_practice)
        self.band.versions_wanted.connect(self._load_versions)
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

    def _company_texts(self) -> tuple[str, ...]:
        if self._suggestion is None:
            return ()
        content = self._suggestion.content
        return (content.title, content.text, *(wording.text for wording in content.wordings))

    def _post(self, network: str) -> Post:
        return self._services.publishing.preview(self.body(), network, self._suggestion)

    def disclosure(self) -> str:
        """The sentence that says where its author works."""
        if self._suggestion is not None and self._suggestion.content.disclosure:
            return self._suggestion.content.disclosure
        return translate("Composer", "I work for this company.")

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
        self.checks.show_checks(checks, self.disclosure())
        self.row.show_state(self.chosen(), blockers(checks))
        self.card.show_variants(self.body())
        if self.right.showing_previews():
            self.right.show_posts(self._post, self.chosen(), self._thumbnail())

    def _thumbnail(self) -> str | None:
        if self._suggestion is None:
            return None
        pictures = self._suggestion.content.pictures
        return next((picture.media for picture in pictures if picture.media), None)

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
            self._remove_tracking()
        else:
            sentence, told = self.disclosure(), self._suggestion
            known = told.content.disclosure if told is not None else None
            hidden = writing.texts_that_hide_the_employer(self.body(), self.networks(), known)
            for tab in hidden:
                text = writing.text_of(self.body(), tab)
                self.documents.edit(tab, [writing.disclosure_edit(text, sentence)])
            self.card.editor.setFocus()
            self._settled()

    def _remove_tracking(self) -> None:
        body = self.body()
        if body.link:
            cleaned, self._link_removed = writing.with_link(body, body.link)
            self._change(cleaned)
        for tab in (None, *body.variants):
            edits = writing.tracking_edits(writing.text_of(self.body(), tab))
            if edits:
                self.documents.edit(tab, edits)
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
            self._context.hub.announce(changed(ChangeKind.ACCOUNTS, ids=(account.id,)))
            self._choose([account.id])

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

    def _load_versions(self) -> None:
        draft_id, drafts = self._draft.id, self._services.drafts

        def load() -> None:
            self._context.runner.storage(
                lambda: drafts.versions(draft_id), self._show_versions, None, self
            )

        self.autosave.flush(load)

    def _show_versions(self, versions: Sequence[DraftVersion]) -> None:
        VersionsSheet(self, versions, self._restore).open()

    def _restore(self, number: int) -> None:
        draft_id, drafts = self._draft.id, self._services.drafts

        def done(draft: Draft) -> None:
            self.documents.load(draft.body)
            self._saved(draft)
            self._show_all()
            self._context.toasts.show_text(translate("Composer", "The earlier text is back."))

        self._context.runner.storage(
            lambda: drafts.restore_version(draft_id, number), done, None, self
        )

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
