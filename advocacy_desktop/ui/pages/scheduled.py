"""On their way: what was approved and is not published yet, each state told in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ...application.changes import ChangeKind, Changes, changed
from ...application.ports import DeliveryCard
from ...domain.delivery import Attempt, DeliveryEvent, DeliveryState, may_move
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..widgets.basics import Pill, label
from ..words.deliveries import state_sentence, state_words
from ..words.spheres import network_title
from .delivery_parts import (
    attempts_card,
    error_sentence,
    first_words,
    post_card,
    section,
    short_where,
    where_and_who,
)
from .list_detail import ListDetailPage, Row
from .scaffold import button, clear, lines_of

TICK_MS = 1000


class ScheduledPage(ListDetailPage):
    """Nothing here is lost, and nothing of it is sent twice."""

    watches = frozenset({ChangeKind.DELIVERIES, ChangeKind.ACCOUNTS})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place, icon="scheduled")
        self._cards: dict[str, DeliveryCard] = {}
        self._attempts: Sequence[Attempt] = ()
        self._filled: DeliveryCard | None = None
        self._asking: set[str] = set()
        self._sentence = label("", "muted", wrap=True)
        self.empty.pressed.connect(lambda: self.context.navigate("published"))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def retranslate(self) -> None:
        self.heading.setText(translate("Scheduled", "On their way"))
        self.list.setAccessibleName(translate("Scheduled", "Posts on their way"))
        self.empty.set_texts(
            translate("Scheduled", "Nothing is on its way"),
            translate(
                "Scheduled",
                "A post stands here from the moment you approve it until the network has "
                "confirmed it: ten seconds to take it back, then, if need be, waiting for a "
                "connection.",
            ),
            translate("Scheduled", "See what was published"),
        )
        self._show_rows()

    def refresh(self, changes: Changes | None = None) -> None:
        library = self.context.services.library
        self.context.runner.storage(library.under_way, self._loaded, None, self)

    def activate(self, **what: object) -> None:
        wanted = what.get("id")
        if isinstance(wanted, str):
            self.choose(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mind_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _loaded(self, cards: Sequence[DeliveryCard]) -> None:
        self.known = True
        self._cards = {card.delivery.id: card for card in cards}
        self._show_rows()
        self._mind_timer()

    def _mind_timer(self) -> None:
        """Seconds are only counted while somebody can see them."""
        held = any(card.delivery.state is DeliveryState.HELD for card in self._cards.values())
        if held and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _show_rows(self) -> None:
        now = formats.now()
        rows = []
        for card in self._cards.values():
            delivery = card.delivery
            words, tone = state_words(delivery, now)
            rows.append(
                Row(
                    delivery.id,
                    first_words(delivery.post),
                    short_where(delivery, delivery.approved_at, reference=now),
                    words,
                    "muted" if tone == "plain" else tone,
                    delivery.sphere.value,
                )
            )
        self.show_rows(rows)

    def show_detail(self, row_id: str, *, again: bool) -> None:
        library = self.context.services.library

        def loaded(found: tuple[DeliveryCard, Sequence[Attempt]]) -> None:
            if self.current_id() == row_id:
                self._filled, self._attempts = found
                self.keep_focus(self._rebuild)

        # It may have been published between the list and this: then the list says so next.
        self.context.runner.storage(
            lambda: library.delivery(row_id), loaded, lambda _error: None, self
        )

    def _rebuild(self) -> None:
        card = self._filled
        if card is None:
            return
        clear(self.detail)
        now, delivery = formats.now(), card.delivery
        self.detail.addWidget(section(where_and_who(card)))
        head = QHBoxLayout()
        words, tone = state_words(delivery, now)
        title = label(words, "title", wrap=True)
        head.addWidget(title, 1)
        if delivery.attempts:
            head.addWidget(
                Pill(translate("Scheduled", "%n try(s)", "attempts", delivery.attempts), tone)
            )
        self.detail.addLayout(head)
        self._sentence = label(state_sentence(delivery, now), "muted", wrap=True)
        self.detail.addWidget(self._sentence)
        said = error_sentence(delivery)
        if said:
            kind = "error" if delivery.state is DeliveryState.FAILED else "advice"
            self.detail.addWidget(label(said, kind, wrap=True))
        self.detail.addWidget(lines_of(*self._buttons(card)))
        self.detail.addWidget(
            post_card(self.context, delivery.post, translate("Scheduled", "What goes there"))
        )
        tries = attempts_card(self._attempts)
        if tries is not None:
            self.detail.addWidget(tries)
        self.detail.addStretch(1)

    def _buttons(self, card: DeliveryCard) -> list[QPushButton]:
        delivery = card.delivery
        state, made = delivery.state, []
        network, busy = network_title(delivery.network), delivery.id in self._asking
        fill = "personal" if delivery.sphere.value == "personal" else "primary"
        outbox = self.context.services.outbox
        if state is DeliveryState.UNKNOWN:
            made.append(
                button(
                    translate("Scheduled", "Looking…")
                    if busy
                    else translate("Scheduled", "Look on the network"),
                    lambda: self.look(card),
                    kind=fill,
                    name="look",
                )
            )
            made[-1].setEnabled(not busy and card.account is not None)
            made.append(
                button(
                    translate("Scheduled", "It is there"),
                    lambda: self._do(
                        card,
                        lambda: outbox.answer_unknown(delivery.id, True, None),
                        translate("Scheduled", "Noted: it is on {network}.").format(
                            network=network
                        ),
                    ),
                    name="there",
                )
            )
            made.append(
                button(
                    translate("Scheduled", "It is not there"),
                    lambda: self._do(
                        card,
                        lambda: outbox.answer_unknown(delivery.id, False, None),
                        translate(
                            "Scheduled", "Noted: it is not on {network}. You can send it again."
                        ).format(network=network),
                    ),
                    name="not-there",
                )
            )
        if may_move(state, DeliveryEvent.SEND_AGAIN):
            text = (
                translate("Scheduled", "Send it now")
                if state is DeliveryState.MISSED
                else translate("Scheduled", "Send it again")
            )
            made.append(
                button(
                    text,
                    lambda: self._do(
                        card,
                        lambda: outbox.send_again(delivery.id),
                        translate("Scheduled", "It is on its way again."),
                    ),
                    kind=fill,
                    name="again",
                )
            )
        if may_move(state, DeliveryEvent.TAKE_BACK):
            made.append(
                button(
                    translate("Scheduled", "Take it back"),
                    lambda: self._do(
                        card,
                        lambda: outbox.take_back(delivery.id),
                        translate(
                            "Scheduled", "Taken back. Nothing was sent; it is in My drafts again."
                        ),
                    ),
                    kind=fill if state is DeliveryState.HELD else "",
                    name="take-back",
                )
            )
        if state is DeliveryState.FAILED:
            made.append(
                button(
                    translate("Scheduled", "Open the draft"),
                    lambda: self.context.navigate("drafts", draft_id=delivery.draft_id),
                    name="draft",
                )
            )
        return made

    def _do(self, card: DeliveryCard, act: Callable[[], object], said: str) -> None:
        def done(_: object) -> None:
            self._announce(card)
            self.context.toasts.show_text(said)

        self.context.runner.storage(act, done, None, self)

    def look(self, card: DeliveryCard) -> None:
        """Ask the network whether the post is there."""
        delivery_id, outbox = card.delivery.id, self.context.services.outbox
        self._asking.add(delivery_id)
        self.keep_focus(self._rebuild)

        def done(state: DeliveryState) -> None:
            self._asking.discard(delivery_id)
            text = {
                DeliveryState.PUBLISHED: translate("Scheduled", "Found: it is there."),
                DeliveryState.FAILED: translate(
                    "Scheduled", "It is not there. You can send it again."
                ),
            }.get(state) or translate(
                "Scheduled", "{network} cannot be asked at this moment. Try again later."
            ).format(network=network_title(card.delivery.network))
            self._announce(card)
            self.context.toasts.show_text(text)

        self.context.runner.network(
            card.delivery.account_id, lambda: outbox.resolve_unknown(delivery_id), done, None, self
        )

    def _announce(self, card: DeliveryCard) -> None:
        self.context.hub.announce(
            changed(
                ChangeKind.DELIVERIES,
                ChangeKind.DRAFTS,
                ChangeKind.SUGGESTIONS,
                ChangeKind.LEDGER,
                ids=(card.delivery.id,),
            )
        )

    def _tick(self) -> None:
        if self._filled is not None and self._filled.delivery.state is DeliveryState.HELD:
            self._sentence.setText(state_sentence(self._filled.delivery, formats.now()))
