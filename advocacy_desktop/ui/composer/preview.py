"""The post as a network shows it, from the very same :class:`Post` that would be sent."""

from html import escape
from urllib.parse import urlsplit

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.account import Account
from ...domain.delivery import Post
from ...domain.tokens import find_tokens
from .. import theme
from ..i18n import translate
from ..widgets.basics import Card, ElidedLabel, label
from ..words.spheres import network_title
from .flowing_text import FlowingText
from .pictures import CoverPicture, PictureLoader


def initials(name: str) -> str:
    """At most two letters: of the first and of the last word."""
    words = [word for word in name.replace("@", " ").split() if word[0].isalnum()]
    if not words:
        return "·"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


class Avatar(QWidget):
    """A circle with initials: the picture itself is never fetched."""

    def __init__(self, name: str, sphere: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = initials(name)
        self._sphere = sphere
        self.setFixedSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.band(self._sphere)))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(look.accent(self._sphere)))
        painter.setFont(theme.sized_font(self.font(), 1.0, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)


def linked_html(text: str, ink: str) -> str:
    """The text as HTML that only colours what the network will make a link of."""
    parts: list[str] = []
    position = 0
    for token in find_tokens(text):
        parts.append(escape(text[position : token.start]))
        parts.append(f'<span style="color:{ink}">{escape(text[token.start : token.end])}</span>')
        position = token.end
    parts.append(escape(text[position:]))
    return "".join(parts).replace("\n", "<br/>")


class LinkCardView(QFrame):
    """A link card: picture, title, host."""

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._picture = CoverPicture(radius=8, only_top=True)
        self._picture.setFixedHeight(96)
        column.addWidget(self._picture)
        texts = QVBoxLayout()
        texts.setContentsMargins(11, 9, 11, 10)
        texts.setSpacing(2)
        self._title = label("", "strong", wrap=True)
        self._host = ElidedLabel("", "small")
        texts.addWidget(self._title)
        texts.addWidget(self._host)
        column.addLayout(texts)
        self._thumbnail: str | None = None

    def show_card(self, title: str, link: str, thumbnail: str | None) -> None:
        """What the card says; ``thumbnail`` is a hash in the media store."""
        host = urlsplit(link).hostname or link
        self._title.setText(title)
        self._host.setText(host.removeprefix("www."))
        self._picture.setVisible(thumbnail is not None)
        if thumbnail is not None and thumbnail != self._thumbnail:
            self._loader.load(thumbnail, self._picture.set_image, self)
        self._thumbnail = thumbnail

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class PostPreview(Card):
    """One account's post."""

    def __init__(
        self, account: Account, loader: PictureLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._loader = loader
        self._post: Post | None = None
        self._thumbnail: str | None = None
        self._media: tuple[str, ...] = ()
        name = account.display_name or account.handle
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Avatar(name, account.sphere.value))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(ElidedLabel(name, "strong"))
        self._handle = ElidedLabel("", "small")
        names.addWidget(self._handle)
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self._text = FlowingText()
        self.body.addWidget(self._text)
        self._pictures = QGridLayout()
        self._pictures.setSpacing(5)
        self.body.addLayout(self._pictures)
        self._card = LinkCardView(loader)
        self._card.hide()
        self.body.addWidget(self._card)
        self.retranslate()

    def retranslate(self) -> None:
        """All texts again."""
        network = network_title(self._account.network)
        title = translate("Composer", "As it will look on {network}")
        self.set_title(title.format(network=network))
        if self._account.network == "practice":
            self._handle.setText(translate("Composer", "only on this computer · now"))
        else:
            handle = f"@{self._account.handle}"
            self._handle.setText(translate("Composer", "{handle} · now").format(handle=handle))
        self._show()

    def show_post(self, post: Post, thumbnail: str | None) -> None:
        """Repaint what differs."""
        if post != self._post or thumbnail != self._thumbnail:
            self._post, self._thumbnail = post, thumbnail
            self._show()

    def restyle(self) -> None:
        """After a switch of the theme."""
        self._show()

    def shown_text(self) -> str:
        """The text of the post that is shown."""
        return self._post.text if self._post is not None else ""

    def _show(self) -> None:
        post = self._post
        if post is None:
            return
        look = theme.tokens()
        if post.text:
            html = linked_html(post.text, look.accent(self._account.sphere.value))
        else:
            empty = escape(translate("Composer", "Your words appear here as you write."))
            html = f'<span style="color:{look.faint}">{empty}</span>'
        self._text.show_html(html, post.text)
        self._show_pictures(tuple(media.media for media in post.media))
        self._card.setVisible(post.card is not None)
        if post.card is not None:
            self._card.show_card(post.card.title, post.card.link, self._thumbnail)

    def _show_pictures(self, media: tuple[str, ...]) -> None:
        if media == self._media:
            return
        self._media = media
        while self._pictures.count():
            item = self._pictures.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, name in enumerate(media):
            view = CoverPicture(radius=8)
            view.setFixedHeight(150 if len(media) == 1 else 96)
            self._loader.load(name, view.set_image, view)
            self._pictures.addWidget(view, index // 2, index % 2)
