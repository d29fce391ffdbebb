"""Choosing another language changes every word that stands in the window, at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.delivery import DeliveryState
from advocacy_desktop.domain.draft import DraftBody
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.paths import resource_root
from advocacy_desktop.ui import theme
from advocacy_desktop.ui.i18n import install_language
from advocacy_desktop.ui.outbox_bar import OutboxBar
from advocacy_desktop.ui.outbox_driver import OutboxDriver
from advocacy_desktop.ui.page import Page
from advocacy_desktop.ui.places import PLACES
from advocacy_desktop.ui.shell.body import Body
from advocacy_desktop.ui.shell.measures import NAV_EDGE
from advocacy_desktop.ui.shell.nav import Navigation
from advocacy_desktop.ui.shell.nav_painter import SIDE
from advocacy_desktop.ui.shell.top_bar import TopBar
from advocacy_desktop.ui.words.places import place_name
from support.pages_bench import PagesBench, settle


def speak(language: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert install_language(app, language, resource_root()) == language
    settle()


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[PagesBench]:
    speak("en")
    made = PagesBench(tmp_path, with_sample=True)
    fill(made)
    yield made
    made.close()
    speak("en")


def fill(bench: PagesBench) -> None:
    """Something to read at every place, in every state that has words of its own."""
    services = bench.services
    account = bench.practice_account()
    bench.practice_account(Sphere.PERSONAL, "Claire")
    cards = services.triage.cards(SuggestionQuery())
    services.triage.decline(cards[-1].id)
    services.triage.put_off(cards[-2].id)
    draft = services.drafts.start_from(cards[0].id)
    services.drafts.save(draft.id, DraftBody(text="My words", link="https://norvalis.example/a"))
    services.drafts.start_blank(Sphere.PERSONAL)
    bench.publish(account, "Published words")
    for state in (DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.MISSED):
        delivery = bench.approve(account, f"Words that are {state}")
        bench.move(delivery, DeliveryState.QUEUED)
        if state is not DeliveryState.MISSED:
            bench.move(delivery, DeliveryState.SENDING)
        bench.move(delivery, state)
    bench.approve(account, "Words that can be taken back")


def columns(model: QAbstractItemModel) -> range:
    # A list model keeps its one column to itself.
    return range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1)


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), 30)):
        for column in columns(model):
            index = model.index(row, column, parent)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.ToolTipRole,
            ):
                yield str(model.data(index, role) or "")


def words(widget: QWidget) -> set[str]:
    """Every text that can be read or heard, with figures made equal (seconds go by)."""
    found: list[str] = []
    for one in [widget, *widget.findChildren(QWidget)]:
        if one.objectName() in ("ScrollLeftButton", "ScrollRightButton"):
            continue  # Qt's own, in tab bars that are too wide; it names them once.
        found += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        found.append(one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton):
            found.append(one.text())
        elif isinstance(one, QLineEdit):
            found += [one.text(), one.placeholderText()]
        elif isinstance(one, QPlainTextEdit | QTextEdit):
            found += [one.toPlainText(), one.placeholderText()]
        elif isinstance(one, QTabBar):
            found += [one.tabText(at) for at in range(one.count())]
            found += [one.accessibleTabName(at) for at in range(one.count())]
        elif isinstance(one, QComboBox):
            found += [one.itemText(at) for at in range(one.count())]
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            if not isinstance(one, QHeaderView):
                found += cells(one.model(), one.rootIndex())
            for column in columns(one.model()):
                found.append(str(one.model().headerData(column, Qt.Orientation.Horizontal) or ""))
    return {re.sub(r"\d+", "0", text) for text in found if text.strip()}


@dataclass(frozen=True)
class Visit:
    """A place, and what is opened there."""

    place: str
    what: str = ""


VISITS = [Visit(place) for place in PLACES] + [
    Visit("suggestions", "suggestion"),
    Visit("drafts", "professional draft"),
    Visit("drafts", "personal draft"),
]


def go(bench: PagesBench, visit: Visit) -> Page:
    page: Page = bench.page(visit.place)
    if visit.what == "suggestion":
        page.activate(id=bench.services.triage.card_ids(SuggestionQuery())[0])
    elif visit.what:
        sphere = Sphere(visit.what.split()[0])
        cards = bench.services.drafts.cards()
        page.activate(draft_id=next(card.draft.id for card in cards if card.draft.sphere is sphere))
    if visit.place == "suggestions":
        # The reader follows the list a moment later.
        for _ in range(150):
            if getattr(page, "reader", None) is None:
                QTest.qWait(20)
    settle()
    return page


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: f"{visit.place} {visit.what}".strip())
def test_a_page_that_was_open_says_all_that_a_new_one_says(bench: PagesBench, visit: Visit) -> None:
    page = go(bench, visit)
    before = words(page)
    speak("fr")
    switched = words(page)
    page.hide()
    fresh = words(go(bench, visit))
    assert switched != before
    assert (sorted(switched - fresh), sorted(fresh - switched)) == ([], [])


@pytest.mark.parametrize("visit", VISITS, ids=lambda visit: f"{visit.place} {visit.what}".strip())
def test_back_in_english_a_page_reads_as_before(bench: PagesBench, visit: Visit) -> None:
    page = go(bench, visit)
    before = words(page)
    speak("fr")
    speak("en")
    after = words(page)
    assert (sorted(after - before), sorted(before - after)) == ([], [])


def test_the_frame_of_the_window_speaks_the_language(bench: PagesBench) -> None:
    body = Body()
    body.set_context(bench.context)
    bench.window.setCentralWidget(body)
    body.retranslate()
    settle()
    frame = [body.findChild(kind) for kind in (TopBar, Navigation)]
    assert all(frame)
    speak("fr")
    said = set().union(*(words(part) for part in frame if part is not None))
    assert {"Suggestions", "Mes brouillons", "En route", "Ce qui a quitté cet ordinateur"} <= said
    assert any("Envoyé à votre employeur" in text for text in said)
    assert not said & {"My drafts", "On their way", "Published", "Settings", "Places", "Accounts"}


def test_what_is_on_its_way_speaks_the_language(bench: PagesBench) -> None:
    bar = OutboxBar(bench.context, OutboxDriver(bench.context, bench.window))
    bench.stack.addWidget(bar)
    bench.stack.setCurrentWidget(bar)
    bench.window.show()
    bar.refresh()
    settle()
    assert any("will be published" in text.lower() for text in words(bar)), words(bar)
    speak("fr")
    assert any("sera publié" in text.lower() for text in words(bar)), words(bar)
    assert not any("will be published" in text.lower() for text in words(bar))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_name_in_the_navigation_has_room(bench: PagesBench, language: str) -> None:
    speak(language)
    navigation = Navigation()
    navigation.retranslate()
    bold = theme.sized_font(QApplication.font(), 1, QFont.Weight.DemiBold)
    room = navigation.width() - 2 * (NAV_EDGE + SIDE)
    names = [place_name(place) for place in navigation.buttons]
    assert len(names) == 10
    assert [name for name in names if QFontMetricsF(bold).horizontalAdvance(name) > room] == []
