"""What was published: where, when, as whom, the receipt, and deleting it from the network."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from ...application.changes import ChangeKind, Changes, changed
from ...application.ports import DeliveryCard
from ...domain.delivery import Attempt, deleted_at
from ...domain.errors import KnownError
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..sheets.confirm import ConfirmSheet
from ..widgets.basics import Card, label
from ..widgets.flow import FlowBox
from ..words.spheres import network_title
from .delivery_parts import (
    attempts_card,
    first_words,
    open_link,
    post_card,
    section,
    short_where,
    where_and_who,
)
from .list_detail import ListDetailPage, Row
from .scaffold import Facts, button, clear, lines_of


class PublishedPage(ListDetailPage):
    """A history that stays, also of what was deleted since."""

    watches = frozenset({ChangeKind.DELIVERIES})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place, icon="published")
        self._cards: dict[str, DeliveryCard] = {}
        self.empty.pressed.connect(lambda: self.context.navigate("suggestions"))

    def retranslate(self) -> None:
        self.heading.setText(translate("Published", "Published"))
        self.list.setAccessibleName(translate("Published", "Published posts"))
        self.empty.set_texts(
            translate("Published", "Nothing published yet"),
            translate(
                "Published",
                "Each post that you publish stands here with its link and its receipt. There is "
                "no number to reach.",
            ),
            translate("Published", "See the suggestions"),
        )
        self._show_rows()

    def refresh(self, changes: Changes | None = None) -> None:
        library = self.context.services.library
        self.context.runner.storage(library.published, self._loaded, None, self)

    def activate(self, **what: object) -> None:
        wanted = what.get("id")
        if isinstance(wanted, str):
            self.choose(wanted)

    def _loaded(self, cards: Sequence[DeliveryCard]) -> None:
        self.known = True
        self._cards = {card.delivery.id: card for card in cards}
        self._show_rows()

    def _show_rows(self) -> None:
        now = formats.now()
        rows = []
        for card in self._cards.values():
            delivery = card.delivery
            at = card.receipt.received_at if card.receipt else delivery.approved_at
            rows.append(
                Row(
                    delivery.id,
                    first_words(delivery.post),
                    short_where(delivery, at, reference=now),
                    translate("Published", "deleted from {network}").format(
                        network=network_title(delivery.network)
                    )
                    if deleted_at(delivery)
                    else "",
                    sphere=delivery.sphere.value,
                )
            )
        self.show_rows(rows)

    def show_detail(self, row_id: str, *, again: bool) -> None:
        library = self.context.services.library

        def loaded(found: tuple[DeliveryCard, Sequence[Attempt]]) -> None:
            if self.current_id() == row_id:
                self._fill(*found)

        self.context.runner.storage(lambda: library.delivery(row_id), loaded, None, self)

    def _fill(self, card: DeliveryCard, attempts: Sequence[Attempt]) -> None:
        self.keep_focus(lambda: self._rebuild(card, attempts))

    def _rebuild(self, card: DeliveryCard, attempts: Sequence[Attempt]) -> None:
        clear(self.detail)
        delivery, receipt = card.delivery, card.receipt
        network, gone = network_title(delivery.network), deleted_at(delivery)
        at = receipt.received_at if receipt else delivery.approved_at
        self.detail.addWidget(section(where_and_who(card)))
        title = (
            translate("Published", "Published {time}").format(time=formats.full_time(at))
            if not gone
            else translate("Published", "Deleted {time}").format(time=formats.full_time(gone))
        )
        self.detail.addWidget(label(title, "title", wrap=True))
        if gone:
            self.detail.addWidget(
                label(
                    translate(
                        "Published",
                        "You deleted it from {network}. Copies that others made may remain there.",
                    ).format(network=network),
                    "muted",
                    wrap=True,
                )
            )
        self.detail.addWidget(self._actions_for(card))
        self.detail.addWidget(
            post_card(self.context, delivery.post, translate("Published", "What was published"))
        )
        self.detail.addWidget(self._receipt(card))
        tries = attempts_card(attempts)
        if tries is not None:
            self.detail.addWidget(tries)
        self.detail.addStretch(1)

    def _actions_for(self, card: DeliveryCard) -> FlowBox:
        delivery, receipt = card.delivery, card.receipt
        network, buttons = network_title(delivery.network), []
        gone = deleted_at(delivery) is not None
        if delivery.network == "practice":
            buttons.append(
                button(
                    translate("Published", "See it on the practice timeline"),
                    lambda: self.context.navigate("practice"),
                    name="practice",
                )
            )
        elif receipt is not None and receipt.url and not gone:
            url = receipt.url
            buttons.append(
                button(
                    translate("Published", "Open it on {network}").format(network=network) + " ↗",
                    lambda: open_link(url),
                    name="open",
                )
            )
            buttons.append(
                button(
                    translate("Published", "Copy the link"), lambda: self._copy(url), name="copy"
                )
            )
        if not gone and card.account is not None and receipt is not None and receipt.remote_id:
            buttons.append(
                button(
                    translate("Published", "Delete from {network}…").format(network=network),
                    lambda: self.delete(card),
                    name="delete",
                )
            )
        return lines_of(*buttons)

    def _receipt(self, card: DeliveryCard) -> Card:
        made = Card(title=translate("Published", "Receipt"))
        facts, delivery, receipt = Facts(), card.delivery, card.receipt
        if card.suggestion_title:
            facts.put(translate("Published", "From the suggestion"), card.suggestion_title)
        facts.put(
            translate("Published", "You approved it"), formats.full_time(delivery.approved_at)
        )
        if delivery.consent_id is not None:
            facts.put(
                translate("Published", "Your agreement"),
                translate("Published", "given for this one post, on a personal account"),
            )
        if receipt is not None:
            facts.put(
                translate("Published", "It was confirmed"),
                formats.full_time(receipt.received_at),
            )
            if receipt.url:
                facts.put(translate("Published", "Link"), receipt.url, selectable=True)
            if receipt.remote_id and receipt.remote_id != receipt.url:
                facts.put(
                    translate("Published", "Its name there"), receipt.remote_id, selectable=True
                )
        made.body.addLayout(facts)
        return made

    def _copy(self, url: str) -> None:
        QApplication.clipboard().setText(url)
        self.context.toasts.show_text(translate("Published", "The link was copied."))

    def delete(self, card: DeliveryCard) -> ConfirmSheet:
        """Say that it is for good, then delete it where it is."""
        delivery, outbox = card.delivery, self.context.services.outbox
        network = network_title(delivery.network)

        def act(done: Callable[[], object], failed: Callable[[KnownError], object]) -> None:
            def deleted(_: object) -> None:
                self.context.hub.announce(
                    changed(
                        ChangeKind.DELIVERIES,
                        ChangeKind.LEDGER,
                        ChangeKind.PRACTICE,
                        ids=(delivery.id,),
                    )
                )
                self.context.toasts.show_text(
                    translate("Published", "Deleted from {network}.").format(network=network)
                )
                done()

            self.context.runner.network(
                delivery.account_id,
                lambda: outbox.delete_from_network(delivery.id),
                deleted,
                failed,
                self.context.window,
            )

        sheet = ConfirmSheet(
            self.context.window,
            band=where_and_who(card),
            accent=delivery.sphere.value,
            title=translate("Published", "Delete this post from {network}?").format(
                network=network
            ),
            lines=[
                translate("Published", "“{words}”").format(words=first_words(delivery.post)),
                translate(
                    "Published",
                    "It disappears there for good, with its likes; replies to it stay without it. "
                    "This cannot be undone.",
                ),
                translate("Published", "Copies and screenshots that others made remain."),
                translate("Published", "Here it stays in your history, marked as deleted."),
            ],
            button=translate("Published", "Delete it"),
            act=act,
            say=self.context.toasts.show_text,
            busy=translate("Published", "Asking {network}…").format(network=network),
        )
        sheet.show_sheet()
        return sheet
