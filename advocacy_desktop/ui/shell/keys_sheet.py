"""All keys, on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ..i18n import translate
from ..widgets.basics import KeyCap, SectionLabel, key_text, label
from ..widgets.sheet import Sheet


def all_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of keys with what they do."""
    return [
        (
            translate("Keys", "In the list of suggestions"),
            [
                ("J", translate("Keys", "Next one (also the arrow down)")),
                ("K", translate("Keys", "The one before (also the arrow up)")),
                ("Return", translate("Keys", "Read it")),
                ("E", translate("Keys", "Put it in my words")),
                ("L", translate("Keys", "Keep it for later")),
                ("X", translate("Keys", "Decline it")),
            ],
        ),
        (
            translate("Keys", "While writing"),
            [
                ("Ctrl+Return", translate("Keys", "Publish: shows exactly what goes where")),
                ("Ctrl+Z", translate("Keys", "Undo typing")),
            ],
        ),
        (
            translate("Keys", "Everywhere"),
            [
                ("Ctrl+Z", translate("Keys", "Undo the last decision")),
                ("Ctrl+F", translate("Keys", "Search everything")),
                ("Ctrl+K", translate("Keys", "All commands by name")),
                ("F5", translate("Keys", "Look for new suggestions")),
                ("Ctrl+,", translate("Keys", "Settings")),
                ("Ctrl+1", translate("Keys", "Suggestions; Ctrl+2 and on: the next places")),
                ("F6", translate("Keys", "Next part of the window")),
                ("Esc", translate("Keys", "Close a sheet; back to the list")),
                ("?", translate("Keys", "This sheet")),
            ],
        ),
    ]


def show_keys(host: QWidget) -> Sheet:
    """Open the sheet."""
    sheet = Sheet(host, title=translate("Keys", "All keys"))
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    row = 0
    for group, keys in all_keys():
        section = SectionLabel(group)
        section.setContentsMargins(0, 8, 0, 2)
        grid.addWidget(section, row, 0, 1, 2)
        row += 1
        for key, what in keys:
            cap = KeyCap(key_text(key))
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(what, wrap=True), row, 1)
            row += 1
    sheet.body.addLayout(grid)
    sheet.add_button(translate("Keys", "Close"), key="Esc", accepts=False)
    sheet.open()
    return sheet
