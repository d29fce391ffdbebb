"""The one style sheet; ``${names}`` are tokens. Widgets choose a rule by their ``kind`` property.

Kinds: labels ``title``, ``heading``, ``muted``, ``small``, ``section``, ``error``, ``fine``,
``advice``; buttons ``primary``, ``personal``, ``quiet``, ``link``; frames ``card``, ``panel``,
``rail``, ``ground``, ``sunken``, ``rule``.
"""

from string import Template

from .tokens import BODY, HEADING, KEY, SHEET, SMALL, TINY, TITLE, Tokens

STYLE_SHEET = """
QMainWindow, QDialog { background: ${ground}; }
QWidget[kind="ground"] { background: ${ground}; }
QWidget[kind="panel"] { background: ${panel}; }
QFrame[kind="upright"] { background: ${line}; border: none; }
QWidget[kind="rail"] { background: ${rail}; }
QFrame[kind="card"] { background: ${panel}; border: 1px solid ${line}; border-radius: 10px; }
QFrame[kind="sunken"] { background: ${sunken}; border: 1px solid ${line}; border-radius: 10px; }
QFrame[kind="rule"] { background: ${line}; border: none; max-height: 1px; min-height: 1px; }

QLabel { color: ${text}; background: transparent; }
QLabel[kind="title"] { font-size: ${size_title}; font-weight: 700; }
QLabel[kind="sheet"] { font-size: ${size_sheet}; font-weight: 700; }
QLabel[kind="heading"] { font-size: ${size_heading}; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: ${muted}; }
QLabel[kind="small"] { color: ${muted}; font-size: ${size_small}; }
QLabel[kind="section"] { color: ${faint}; font-size: ${size_tiny}; font-weight: 600; }
QLabel[kind="key"] { color: ${muted}; font-size: ${size_key}; }
QLabel[kind="error"] { color: ${blocker}; }
QLabel[kind="fine"] { color: ${fine}; }
QLabel[kind="advice"] { color: ${advice}; }

QPushButton {
  background: ${panel}; color: ${text}; border: 1px solid ${line_strong}; border-radius: 7px;
  padding: 6px 14px; font-weight: 600;
}
QPushButton:hover { background: ${hover}; }
QPushButton:pressed { background: ${line}; }
QPushButton:focus { border: 2px solid ${focus}; padding: 5px 13px; }
QPushButton:disabled { color: ${faint}; background: ${sunken}; border-color: ${line}; }
QPushButton[kind="primary"] {
  background: ${professional_fill}; color: ${on_fill}; border: 1px solid ${professional_fill};
}
QPushButton[kind="personal"] {
  background: ${personal_fill}; color: ${on_fill}; border: 1px solid ${personal_fill};
}
QPushButton[kind="primary"]:focus, QPushButton[kind="personal"]:focus {
  border: 2px solid ${text}; padding: 5px 13px;
}
QPushButton[kind="primary"]:disabled, QPushButton[kind="personal"]:disabled {
  background: ${line}; color: ${muted}; border-color: ${line};
}
QPushButton[kind="quiet"] {
  background: transparent; border: 1px solid transparent; font-weight: 400; color: ${muted};
  padding: 3px 6px;
}
QPushButton[kind="quiet"]:hover { color: ${text}; background: ${hover}; }
QPushButton[kind="quiet"]:focus { border: 1px solid ${focus}; }
QPushButton[kind="quiet"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="link"] {
  background: transparent; border: 1px solid transparent; color: ${professional};
  text-decoration: underline; padding: 1px 2px; font-weight: 400; text-align: left;
}
QPushButton[kind="link"]:focus { border: 1px solid ${focus}; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QTimeEdit, QDateTimeEdit {
  background: ${panel}; color: ${text}; border: 1px solid ${line_strong}; border-radius: 7px;
  padding: 5px 9px; selection-background-color: ${professional_fill};
  selection-color: ${on_fill}; placeholder-text-color: ${faint};
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QTimeEdit:focus, QDateTimeEdit:focus { border: 2px solid ${focus}; padding: 4px 8px; }
QLineEdit[kind="search"] { background: ${sunken}; border-color: ${line}; }
QLineEdit[kind="search"]:focus { border-color: ${focus}; }
QTextBrowser, QPlainTextEdit[kind="bare"], QTextEdit[kind="bare"] {
  background: transparent; border: none; padding: 0;
}
QTextBrowser:focus, QPlainTextEdit[kind="bare"]:focus, QTextEdit[kind="bare"]:focus {
  border: none; padding: 0;
}
QComboBox QAbstractItemView {
  background: ${panel}; color: ${text}; border: 1px solid ${line_strong};
  selection-background-color: ${selected}; selection-color: ${text};
}

QAbstractItemView { background: ${panel}; color: ${text}; border: none; outline: none; }
QHeaderView::section {
  background: ${panel}; color: ${muted}; border: none; border-bottom: 1px solid ${line};
  padding: 8px 8px; font-weight: 600; font-size: ${size_small};
}
QTableView { gridline-color: ${line}; selection-background-color: ${selected};
  selection-color: ${text}; }
QScrollArea { background: transparent; border: none; }
QSplitter::handle { background: ${line}; }
QStackedWidget { background: transparent; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 2px; }
QScrollBar::handle { background: ${line_strong}; border-radius: 3px; min-height: 28px;
  min-width: 28px; }
QScrollBar::handle:hover { background: ${muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: ${panel}; color: ${text}; border: 1px solid ${line_strong}; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 14px; border-radius: 5px; }
QMenu::item:selected { background: ${selected}; color: ${text}; }
QMenu::item:disabled { color: ${faint}; }
QMenu::separator { height: 1px; background: ${line}; margin: 5px 8px; }
QToolTip { background: ${toast}; color: ${on_toast}; border: none; padding: 5px 8px; }
QProgressBar { background: ${line}; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: ${professional_fill}; border-radius: 3px; }
"""


def style_sheet(tokens: Tokens, base_points: float) -> str:
    """The style sheet with the tokens and sizes filled in."""
    sizes = {
        "size_title": TITLE,
        "size_sheet": SHEET,
        "size_heading": HEADING,
        "size_body": BODY,
        "size_small": SMALL,
        "size_tiny": TINY,
        "size_key": KEY,
    }
    values = tokens.colours()
    values.update({name: f"{base_points * factor:.2f}pt" for name, factor in sizes.items()})
    return Template(STYLE_SHEET).substitute(values)
