"""The last look: exactly what goes where. What is approved is what stands here, by its digest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...application.publishing import Approval, PublishSheet, SheetLine
from ...domain.delivery import FrozenMedia
from ...domain.sphere import Sphere
from .. import formats
from ..composer.pictures import CoverPicture, PictureLoader
from ..i18n import translate
from ..widgets.basics import SectionLabel, label, set_kind
from ..widgets.sheet import Sheet
from . import exact


class LastLook(Sheet):
    """One part for each account, the text whole, never shortened."""

    def __init__(
        self, host: QWidget, sheet: PublishSheet, loader: PictureLoader, hold_seconds: int
    ) -> None:
        personal = sheet.draft.sphere is Sphere.PERSONAL
        band = (
            translate("Publish", "Publishing as yourself")
            if personal
            else translate("Publish", "Publishing as a professional")
        )
        super().__init__(
            host,
            band=band,
            title=translate("Publish", "Exactly this will be sent"),
            accent=sheet.draft.sphere.value,
        )
        self._sheet = sheet
        self._loader = loader
        self.shown: list[QLabel] = []
        set_kind(self.heading, "title")
        for line in sheet.lines:
            self.body.addWidget(self._part(line))
        self.body.addWidget(label(self._not_done(hold_seconds), "muted", wrap=True))
        self.cancel = self.add_button(
            translate("Publish", "Back to the text"), key="Esc", accepts=False
        )
        self.publish = self.add_button(
            exact.button_text(sheet.lines),
            "personal" if personal else "primary",
            key="Ctrl+Return",
            accepts=True,
        )

    def approvals(self) -> list[Approval]:
        """One for each account, bound to the post that was shown."""
        return [Approval(line.account.id, line.digest) for line in self._sheet.lines]

    def _not_done(self, hold_seconds: int) -> str:
        return translate(
            "Publish",
            "Nothing else is sent, and nobody else is told: not your employer, nobody by e-mail. "
            "After you press Publish you have %n second(s) to take it back.",
            None,
            hold_seconds,
        )

    def _part(self, line: SheetLine) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "sunken")
        column = QVBoxLayout(frame)
        column.setContentsMargins(17, 13, 17, 14)
        column.setSpacing(8)
        column.addWidget(SectionLabel(exact.destination(line)))
        text = label(line.post.text, wrap=True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text.setAccessibleName(
            translate("Publish", "Text for {destination}: {text}").format(
                destination=exact.destination(line), text=line.post.text
            )
        )
        self.shown.append(text)
        column.addWidget(text)
        text.setVisible(bool(line.post.text))
        for number, media in enumerate(line.post.media, start=1):
            column.addWidget(self._picture(number, media))
        card = line.post.card
        if card is not None:
            column.addWidget(self._card(card.title, card.link, card.description, card.thumbnail))
        facts = label(exact.facts(line), "small", wrap=True)
        self.shown.append(facts)
        column.addWidget(facts)
        return frame

    def _picture(self, number: int, media: FrozenMedia) -> QWidget:
        said = media.alt or translate("Publish", "without a description")
        size = translate("Publish", "{width} × {height}, {size}").format(
            width=media.width, height=media.height, size=formats.size(media.size)
        )
        name = translate("Publish", "Picture {number}").format(number=number)
        return self._with_picture(
            media.media, [(f"{name}: {said}", ""), (size, "small")], f"{name}: {said}, {size}"
        )

    def _card(
        self, title: str, link: str, description: str, thumbnail: FrozenMedia | None
    ) -> QWidget:
        rows = [(title, "strong")]
        if description:
            rows.append((description, ""))
        rows.append((link, "small"))
        media = thumbnail.media if thumbnail is not None else None
        spoken = translate("Publish", "Link card: {title}, {link}").format(title=title, link=link)
        return self._with_picture(media, rows, spoken)

    def _with_picture(self, media: str | None, rows: list[tuple[str, str]], spoken: str) -> QWidget:
        part = QWidget()
        part.setAccessibleName(spoken)
        across = QHBoxLayout(part)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(12)
        if media is not None:
            view = CoverPicture()
            view.setFixedSize(64, 64)
            self._loader.load(media, view.set_image, view)
            across.addWidget(view, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for text, kind in rows:
            shown = label(text, kind, wrap=True)
            self.shown.append(shown)
            column.addWidget(shown)
        column.addStretch(1)
        across.addLayout(column, 1)
        return part
