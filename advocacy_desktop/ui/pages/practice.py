"""The practice network's timeline: looks like a small network, lives in this computer only."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...application.changes import ChangeKind, Changes
from ...application.ports import PracticePost
from ...domain.account import Account
from .. import formats, theme
from ..context import UiContext
from ..i18n import translate
from ..widgets.basics import Card, Pill, label
from ..widgets.empty import EmptyState
from ..words.spheres import sphere_word
from .pictures import PictureView
from .scaffold import ScrollPage, clear

AT_ONCE = 60
COLUMN = 660


class _Face(QWidget):
    """A round sign with the first letter of a name, in the colour of its sphere."""

    def __init__(self, name: str, sphere: str) -> None:
        super().__init__()
        self._letter = name.strip()[:1].upper() or "?"
        self._sphere = sphere
        self.setFixedSize(42, 42)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.band(self._sphere)))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(look.accent(self._sphere)))
        painter.setFont(theme.sized_font(self.font(), 1.22))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class PracticePage(ScrollPage):
    """Newest first, as a reader would see it."""

    watches = frozenset({ChangeKind.PRACTICE, ChangeKind.DELIVERIES, ChangeKind.ACCOUNTS})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place, width=COLUMN, centred=True)
        self._posts: Sequence[PracticePost] = ()
        self._accounts: dict[str, Account] = {}
        self._here = Pill("", "fine")
        self.content.addWidget(self._here)
        self.empty = EmptyState("practice")
        self.empty.pressed.connect(lambda: self.context.navigate("suggestions"))
        self.more = label("", "small")
        self.posts = QVBoxLayout()
        self.posts.setSpacing(12)
        self.content.addLayout(self.posts)
        self.content.addWidget(self.empty)
        self.content.addWidget(self.more)
        self.empty.hide()
        self.more.hide()

    def retranslate(self) -> None:
        self.heading.setText(translate("Practice", "Practice timeline"))
        self.subtitle.setText(
            translate(
                "Practice",
                "A small network to try things on. Nobody else can see it, and nothing of it ever "
                "leaves.",
            )
        )
        self._here.setText(translate("Practice", "Lives in this computer only"))
        self.empty.set_texts(
            translate("Practice", "Nothing posted here yet"),
            translate(
                "Practice",
                "Take a suggestion, put it in your own words and publish it with the practice "
                "account: it appears here as readers would see it.",
            ),
            translate("Practice", "See the suggestions"),
        )
        self._show()

    def refresh(self, changes: Changes | None = None) -> None:
        services = self.context.services

        def load() -> tuple[Sequence[PracticePost], dict[str, Account]]:
            accounts = {account.id: account for account in services.accounts.all()}
            return services.library.practice_timeline(), accounts

        def loaded(found: tuple[Sequence[PracticePost], dict[str, Account]]) -> None:
            if found != (self._posts, self._accounts):
                self._posts, self._accounts = found
                self._show()

        self.context.runner.storage(load, loaded, None, self)
        self.empty.setVisible(not self._posts)

    def _show(self) -> None:
        self.keep_focus(self._rebuild)

    def _rebuild(self) -> None:
        clear(self.posts)
        for post in self._posts[:AT_ONCE]:
            self.posts.addWidget(self._post(post))
        hidden = len(self._posts) - AT_ONCE
        self.more.setVisible(hidden > 0)
        self.more.setText(translate("Practice", "%n older post(s)", None, max(0, hidden)))
        self.empty.setVisible(not self._posts)

    def _post(self, item: PracticePost) -> Card:
        account = self._accounts.get(item.account_id)
        name = account.display_name if account else translate("Practice", "A removed account")
        sphere = account.sphere if account else None
        card = Card(margin=18)
        beside = QHBoxLayout()
        beside.setSpacing(13)
        face = _Face(name, sphere.value if sphere else "professional")
        beside.addWidget(face)
        beside.setAlignment(face, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(label(name, "strong"))
        meta = formats.age(item.posted_at)
        if sphere is not None:
            meta = translate("Practice", "{sphere} · {age}").format(
                sphere=sphere_word(sphere), age=meta
            )
        head.addWidget(label(meta, "small"))
        head.addStretch(1)
        column.addLayout(head)
        if item.post.text:
            text = label(item.post.text, wrap=True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(text)
        for picture in item.post.media:
            path = self.context.media_path(picture.media)
            column.addWidget(PictureView(self.context.runner, path, picture.alt, tallest=280))
        if item.post.card is not None:
            column.addWidget(self._link(item))
        beside.addLayout(column, 1)
        card.body.addLayout(beside)
        card.setAccessibleName(f"{name}: {item.post.text}")
        return card

    def _link(self, item: PracticePost) -> Card:
        shown = item.post.card
        assert shown is not None
        inner = Card(margin=13)
        inner.setProperty("kind", "sunken")
        inner.body.setSpacing(3)
        if shown.thumbnail is not None:
            path = self.context.media_path(shown.thumbnail.media)
            inner.body.addWidget(
                PictureView(self.context.runner, path, shown.thumbnail.alt, tallest=170)
            )
            inner.body.addSpacing(4)
        inner.body.addWidget(label(shown.title, "strong", wrap=True))
        if shown.description:
            inner.body.addWidget(label(shown.description, "small", wrap=True))
        inner.body.addWidget(label(shown.link.split("//", 1)[-1].split("/", 1)[0], "small"))
        return inner
