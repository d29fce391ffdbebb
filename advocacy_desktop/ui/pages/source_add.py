"""The form that adds a source: an address, a file, or the sample company."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from ..i18n import translate
from ..widgets.announce import announce
from ..widgets.basics import Card, SectionLabel, label
from .scaffold import button, row


class AddSource(Card):
    """What was typed stays until it was taken; what is wrong with it is said below."""

    wanted = Signal()
    """Subscribe to what stands in ``address``."""
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margin=20)
        self._heading = SectionLabel()
        self.address = QLineEdit()
        self.address.returnPressed.connect(self.wanted)
        self._add = button("", self.wanted.emit, kind="primary", name="add")
        self._browse = button("", self._choose_file, name="browse")
        self._sample = button("", self.sample_wanted.emit, kind="link", name="sample")
        self._hint = label("", "small", wrap=True)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.address, 1)
        line.addWidget(self._browse)
        line.addWidget(self._add)
        self.body.addWidget(self._heading)
        self.body.addLayout(line)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.error)
        self.body.addLayout(row(self._sample))

    def retranslate(self) -> None:
        """Set every text again."""
        self._heading.setText(translate("Sources", "Add a source"))
        self.address.setPlaceholderText(
            translate("Sources", "https://news.example.com/suggestions.json, or a file")
        )
        self.address.setAccessibleName(translate("Sources", "Address of a feed, or a file"))
        self._browse.setText(translate("Sources", "Choose a file…"))
        self._add.setText(translate("Sources", "Add"))
        self._hint.setText(
            translate(
                "Sources",
                "RSS, Atom or JSON Feed. Your communications team knows the address. You can also "
                "drop a file here.",
            )
        )
        self._sample.setText(translate("Sources", "Try it with the sample company"))

    def say(self, text: str) -> None:
        """What is wrong, in place and aloud."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        announce(self, text)

    def set_busy(self, busy: bool) -> None:
        """Nothing can be added while something is being read."""
        for control in (self._add, self._browse, self._sample):
            control.setEnabled(not busy)

    def offer_sample(self, on: bool) -> None:
        """Whether the sample company is still to be had."""
        self._sample.setVisible(on)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            translate("Sources", "Choose a feed"),
            str(Path.home()),
            translate("Sources", "Feeds (*.json *.xml *.rss *.atom);;All files (*)"),
        )
        if chosen:
            self.address.setText(chosen)
            self.wanted.emit()
