"""The list's model: cheap at any length, and nothing moves by surprise."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QFont
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from advocacy_desktop.application.ports import SuggestionCard
from advocacy_desktop.domain.suggestion import SuggestionState
from advocacy_desktop.ui.suggestions.card_painter import CardPainter
from advocacy_desktop.ui.suggestions.card_words import meta, timing
from advocacy_desktop.ui.suggestions.list_model import KEPT, PAGE, SuggestionListModel

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def card(number: int, **changes: object) -> SuggestionCard:
    values: dict[str, object] = {
        "id": f"id-{number}",
        "title": f"Title {number}",
        "source_title": "Norvalis",
        "state": SuggestionState.NEW,
        "sort_at": NOW - timedelta(hours=number),
        "wordings": 2,
        "topics": ("Climate",),
        "embargo_until": None,
        "expires_at": None,
        "media": None,
        "has_picture": False,
        "seen": False,
        "withdrawn": False,
        "revision": 1,
    }
    return SuggestionCard(**(values | changes))  # type: ignore[arg-type]


class Storage:
    """Answers the model's wishes at once, and counts them."""

    def __init__(self, count: int) -> None:
        self.cards = [card(number) for number in range(count)]
        self.asked: list[int] = []
        self.model = SuggestionListModel(self.fetch)

    def ids(self) -> list[str]:
        return [one.id for one in self.cards]

    def fetch(self, offset: int, limit: int) -> None:
        self.asked.append(offset)
        self.model.arrived(offset, self.cards[offset : offset + limit])


def shown(model: SuggestionListModel) -> Sequence[str | None]:
    return [model.id_at(row) for row in range(model.rowCount())]


def test_it_is_a_proper_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    storage = Storage(3)
    storage.model.adopt(storage.ids())
    qtmodeltester.check(storage.model)
    storage.cards.insert(0, card(9))
    storage.model.adopt(storage.ids(), all_of_them=True)
    storage.model.remove("id-1")
    storage.model.adopt([])


def test_what_arrives_meanwhile_waits_until_it_is_asked_for(qtbot: QtBot) -> None:
    storage = Storage(3)
    storage.model.adopt(storage.ids())
    before = shown(storage.model)
    storage.cards[0:0] = [card(10), card(11)]
    storage.model.adopt(storage.ids())
    assert shown(storage.model) == before
    assert set(storage.model.waiting) == {"id-10", "id-11"}
    storage.model.adopt(storage.ids(), all_of_them=True)
    assert shown(storage.model) == storage.ids()
    assert storage.model.waiting == ()


def test_what_comes_back_by_undo_returns_to_its_place(qtbot: QtBot) -> None:
    storage = Storage(5)
    storage.model.adopt(storage.ids())
    gone = storage.cards.pop(2)
    storage.model.remove(gone.id)
    storage.model.adopt(storage.ids())
    assert gone.id not in shown(storage.model)
    storage.cards.insert(2, gone)
    storage.model.adopt(storage.ids())
    assert shown(storage.model) == storage.ids()
    assert storage.model.waiting == ()


def test_cards_are_right_while_something_waits(qtbot: QtBot) -> None:
    storage = Storage(2 * PAGE)
    storage.model.adopt(storage.ids())
    storage.cards[0:0] = [card(1000 + number) for number in range(7)]
    storage.model.adopt(storage.ids())
    for row in (0, PAGE - 1, PAGE, 2 * PAGE - 1):
        storage.model.card(row)
        found = storage.model.card(row)
        assert found is not None
        assert found.id == storage.model.id_at(row)


def test_the_first_page_stays_and_the_rest_is_added_below(qtbot: QtBot) -> None:
    storage = Storage(300)
    storage.model.start(storage.cards[:60])
    resets: list[int] = []
    storage.model.modelReset.connect(lambda: resets.append(1))
    storage.model.adopt(storage.ids())
    assert resets == [], "a reset would lose the place"
    assert storage.model.rowCount() == 300


def test_a_hundred_thousand_rows_cost_nothing_that_is_not_looked_at(qtbot: QtBot) -> None:
    storage = Storage(0)
    ids = [f"id-{number}" for number in range(100_000)]
    began = time.perf_counter()
    storage.model.adopt(ids)
    assert storage.model.rowCount() == 100_000
    assert time.perf_counter() - began < 0.5
    assert storage.asked == []
    storage.cards = [card(number) for number in range(100_000)]
    for row in range(0, 100_000, 500):
        storage.model.card(row)
    assert len(storage.model._cards) <= KEPT


def test_a_changed_card_is_shown_until_the_new_one_is_here(qtbot: QtBot) -> None:
    asked: list[int] = []
    model = SuggestionListModel(lambda offset, limit: asked.append(offset))
    model.adopt(["id-0"])
    model.arrived(0, [card(0)])
    model.forget(["id-0"])
    found = model.card(0)
    assert found is not None
    assert asked == [0]


def test_a_card_says_what_matters() -> None:
    plain = card(2, has_picture=True, expires_at=NOW + timedelta(days=7))
    assert meta(plain, NOW) == "Norvalis · 2 suggested wordings · picture"
    assert timing(plain, NOW) == ("2 h ago · until 30 Nov", "")
    soon = card(2, expires_at=NOW + timedelta(days=1))
    assert timing(soon, NOW)[1] == "expires tomorrow"
    assert meta(card(1, wordings=1), NOW) == "Norvalis · 1 suggested wording"
    locked = card(1, embargo_until=datetime(2026, 12, 1, 9, tzinfo=UTC))
    assert "You can prepare it now" in meta(locked, NOW)
    assert timing(locked, NOW)[0].startswith("locked until")


def test_words_are_cut_never_clipped(qtbot: QtBot) -> None:
    from advocacy_desktop.ui.painting import Canvas

    reach: list[float] = []

    class Measuring(Canvas):
        def fill(self, *args: object) -> None: ...
        def fill_round(self, *args: object) -> None: ...
        def outline_round(self, *args: object, **more: object) -> None: ...
        def text(self, x: float, base: float, text: str, font: QFont, colour: str) -> None:
            from PySide6.QtGui import QFontMetricsF

            reach.append(x + QFontMetricsF(font).horizontalAdvance(text))
            lowest.append(base)

    from PySide6.QtCore import QRectF

    from advocacy_desktop.ui.tokens import LIGHT

    long = card(
        1,
        title="Wärmerückgewinnungsanlage " * 12,
        topics=("Accessibilité numérique et sobriété",) * 3,
        source_title="Le blog de l’ingénierie " * 6,
        expires_at=NOW + timedelta(days=1),
    )
    put_off = replace(long, state=SuggestionState.LATER, topics=())
    for shown_card in (long, put_off):
        for width in (180, 240, 378, 700):
            lowest: list[float] = []
            reach.clear()
            painter = CardPainter(QFont())
            height = painter.row_height(width)
            painter.paint(Measuring(), QRectF(0, 0, width, height), shown_card, NOW, LIGHT)
            assert max(reach) <= width
            assert max(lowest) < height
