"""Parts that the pages of deliveries share: the post as approved, its tries, its row in a list."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ...application.ports import DeliveryCard
from ...domain.delivery import Attempt, Delivery, Post
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..messages import code_sentence
from ..widgets.basics import Card, SectionLabel, label
from ..words.deliveries import attempt_line
from ..words.spheres import network_title, sphere_word, who
from .pictures import PictureView


def first_words(post: Post) -> str:
    """What a list shows of a post."""
    text = " ".join(post.text.split())
    if text:
        return text[:200]
    if post.card is not None:
        return post.card.title
    return translate("Deliveries", "(a picture without words)")


def where_and_who(card: DeliveryCard) -> str:
    """``Bluesky, as Claire Morel (@claire.example), professional``."""
    delivery = card.delivery
    name = (
        who(card.account)
        if card.account is not None
        else translate("Deliveries", "an account that was removed")
    )
    return translate("Deliveries", "{network}, as {who}, {sphere}").format(
        network=network_title(delivery.network), who=name, sphere=sphere_word(delivery.sphere)
    )


def short_where(delivery: Delivery, at: datetime, *, reference: datetime | None = None) -> str:
    """``Bluesky, professional · 09:42``."""
    return translate("Deliveries", "{network}, {sphere} · {time}").format(
        network=network_title(delivery.network),
        sphere=sphere_word(delivery.sphere),
        time=formats.when(at, reference=reference),
    )


def error_sentence(delivery: Delivery) -> str:
    """What the last try met, as a sentence; empty if all is well."""
    if delivery.error is None:
        return ""
    from ...domain.errors import ErrorCode

    data: dict[str, object] = dict(delivery.error_data)
    try:
        return code_sentence(ErrorCode(delivery.error), data)
    except ValueError:
        return translate("Deliveries", "Something went wrong inside the program while sending it.")


def post_card(context: UiContext, post: Post, title: str) -> Card:
    """Text, pictures with their descriptions, and the link, exactly as approved."""
    card = Card(title=title, margin=22)
    if post.text:
        text = label(post.text, wrap=True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.body.addWidget(text)
    for media in post.media:
        path = context.media_path(media.media)
        card.body.addWidget(PictureView(context.runner, path, media.alt, tallest=240))
        described = media.alt or translate("Deliveries", "without a description")
        card.body.addWidget(label(described, "small", wrap=True))
    if post.card is not None:
        card.body.addSpacing(2)
        inner = Card(margin=14)
        inner.setProperty("kind", "sunken")
        inner.body.setSpacing(3)
        inner.body.addWidget(label(post.card.title, "strong", wrap=True))
        if post.card.description:
            inner.body.addWidget(label(post.card.description, "small", wrap=True))
        inner.body.addWidget(label(post.card.link, "small", wrap=True))
        card.body.addWidget(inner)
    return card


def attempts_card(attempts: Sequence[Attempt], reference: datetime | None = None) -> Card | None:
    """Every try, one line each."""
    if not attempts:
        return None
    card = Card(title=translate("Deliveries", "Tries"))
    for attempt in attempts:
        card.body.addWidget(label(attempt_line(attempt, reference=reference), wrap=True))
        if attempt.error is not None:
            card.body.addWidget(label(_said(attempt.error), "small", wrap=True))
    return card


def _said(code: str) -> str:
    from ...domain.errors import ErrorCode

    return code_sentence(ErrorCode(code)) if code in set(ErrorCode) else code


def open_link(address: str) -> None:
    """Hand an address to the person's own browser; nothing is fetched by the program."""
    url = QUrl(address)
    if url.scheme() in ("http", "https"):
        QDesktopServices.openUrl(url)


def section(text: str) -> QWidget:
    """The small grey label above a title."""
    return SectionLabel(text)
