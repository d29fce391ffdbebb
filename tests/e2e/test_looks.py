"""How every page looks, kept as pictures; and that nobody is left out by how it looks.

The pictures (``artefacts/screens``) are for people to judge. What a test can judge, it does: all
that takes the keyboard has a name for a screen reader, and no words are cut off.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.paths import resource_root
from advocacy_desktop.ui import theme
from advocacy_desktop.ui.i18n import install_language
from support.day import BOX, Desk, eventually
from support.desktop import ARTEFACTS, Desktop, desktop_session
from support.pages_bench import PagesBench, settle
from support.real_parts import need, requires

SCREENS = ARTEFACTS / "screens"
PLACES = {
    "suggestions": "ctrl+1",
    "drafts": "ctrl+2",
    "on-their-way": "ctrl+3",
    "published": "ctrl+4",
    "declined": "ctrl+5",
    "professional": "ctrl+6",
    "personal": "ctrl+7",
    "ledger": "ctrl+8",
    "learn": "ctrl+9",
    "settings": "ctrl+comma",
}
HIDDEN = {"practice": "Go to Practice timeline", "sources": "Go to Sources"}
"""Pages without a place in the navigation, by the English command that leads there."""


def keep(desktop: Desktop, name: str) -> None:
    """One picture among the kept ones."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    shutil.move(desktop.screenshot(f"screen-{name}"), SCREENS / f"{name}.png")


@pytest.fixture(scope="module")
def lived_in() -> Iterator[tuple[Desktop, Path]]:
    """A desktop, and a profile in which every page has something to show."""
    need("desktop")
    with desktop_session() as desktop:
        desk = Desk(desktop, "lived-in")
        try:
            program = desk.first_start()
            desktop.keys("x")
            eventually(
                lambda: desk.rows("SELECT 1 FROM suggestions WHERE state = 'declined'"),
                what="one is declined",
            )
            desk.write_draft("A post that stands on the practice timeline.")
            desk.publish()
            program.see("label", like="^Published on Practice", timeout=20)
            desk.write_draft("Half a thought, to be finished tomorrow.")
            eventually(
                lambda: "Half a thought, to be finished tomorrow." in desk.texts(),
                what="it is saved",
            )
            assert program.close() == 0
        finally:
            desk.stop()
        yield desktop, desk.profile


def copy_of(profile: Path, name: str) -> str:
    """A copy that opens at the first page, whatever page was left."""
    folder = profile.with_name(name)
    shutil.copytree(profile, folder)
    with closing(sqlite3.connect(folder / "advocacy.sqlite3")) as file:
        file.execute("DELETE FROM settings WHERE name IN ('place', 'window')")
        file.commit()
    return name


@requires("desktop", "the real program on a real display")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_page_has_its_picture_and_all_that_takes_the_keyboard_a_name(
    lived_in: tuple[Desktop, Path], colours: str, language: str
) -> None:
    desktop, profile = lived_in
    desk = Desk(desktop, copy_of(profile, f"{colours}-{language}"))
    nameless: dict[str, list[list[str]]] = {}

    def look(name: str, before: str) -> None:
        if before:
            eventually(lambda: program.see("frame")["name"] != before, what=f"{name} is shown")
        program.settled()
        keep(desktop, f"{name}-{colours}-{language}")
        nameless[name] = program.nameless()

    try:
        program = desk.start("--theme", colours, "--language", language)
        program.see("table", timeout=30)
        look("suggestions", "")
        assert program.see("frame")["name"].startswith("Sugg")
        program.see("radio button", name="Settings" if language == "en" else "Réglages")
        for name, key in PLACES.items():
            if name != "suggestions":
                title = program.see("frame")["name"]
                desktop.keys(key)
                look(name, title)
        if language == "en":
            for name, command in HIDDEN.items():
                title = program.see("frame")["name"]
                desk.go_to(command)
                look(name, title)
        desktop.keys("ctrl+2")
        program.see("list item", like="^Half a thought")
        desktop.keys("Return")
        program.see("text", holds="Half a thought, to be finished tomorrow.")
        look("composer", "")
        desktop.keys("ctrl+Return")
        program.see("label", like="[:] Half a thought")
        look("sheet", "")
    finally:
        desk.stop()
    assert not any(nameless.values()), json.dumps(nameless, indent=1, ensure_ascii=False)


@requires("desktop", "the real program on a real display")
def test_four_pages_at_twice_the_size(lived_in: tuple[Desktop, Path]) -> None:
    _, profile = lived_in
    with desktop_session(size="2560x1600") as desktop:
        desktop.environ["QT_SCALE_FACTOR"] = "2"
        shutil.copytree(profile, desktop.folder / "origin")
        desk = Desk(desktop, copy_of(desktop.folder / "origin", "twice"))
        try:
            program = desk.start("--theme", "light", "--language", "en")
            program.see("table", timeout=30)
            for name in ("suggestions", "professional", "ledger"):
                desktop.keys(PLACES[name])
                program.settled()
                keep(desktop, f"{name}-200")
            desktop.keys("ctrl+2")
            program.see("list item", like="^Half a thought")
            desktop.keys("Return")
            program.see("text", name=BOX)
            program.settled()
            keep(desktop, "composer-200")
            box = program.see("push button", like="^Publish to Practice as ")["box"]
            assert box[0] + box[2] <= 2560 and box[1] + box[3] <= 1600, "the button is in sight"
        finally:
            desk.stop()


# --- words that are cut off, asked in this process, without a display ---------------------------


def cut_off(page: QWidget) -> list[str]:
    """Visible labels and buttons that have less room than their words need."""
    found = []
    for part in page.findChildren(QWidget):
        if not part.isVisibleTo(page) or not isinstance(part, QLabel | QPushButton):
            continue
        text = part.text()
        if not text or type(part).__name__.startswith("Elided"):  # cut on purpose, told whole
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            wanted = part.heightForWidth(part.width())
            lacking = wanted > part.height() + 1
        else:
            wanted = part.sizeHint().width()
            lacking = wanted > part.width() + 1 or part.sizeHint().height() > part.height() + 1
        if lacking:
            found.append(f"{type(part).__name__} {text[:60]!r}: has {part.size().toTuple()}")
    return found


def test_the_judge_finds_words_that_are_cut_off(qapp: QApplication) -> None:
    page = QWidget()
    plain, wrapped = QLabel("Five words on one line", page), QLabel("Words on more lines", page)
    wrapped.setWordWrap(True)
    plain.resize(40, 30)
    wrapped.resize(40, 16)
    assert len(cut_off(page)) == 2
    plain.adjustSize()
    wrapped.resize(40, 200)
    assert cut_off(page) == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [1066, 650])
def test_no_words_are_cut_off(
    qapp: QApplication, tmp_path: Path, language: str, width: int
) -> None:
    install_language(qapp, language, resource_root())
    theme.apply_theme(qapp, "light")
    bench = PagesBench(tmp_path, with_sample=True)
    try:
        bench.window.resize(width, 740)
        account = bench.services.accounts.all(Sphere.PROFESSIONAL)[0]
        bench.publish(account, "Words that are out.")
        bench.approve(account, "Words on their way.")
        cut = {}
        for place in (
            "scheduled", "published", "declined", "professional", "personal", "ledger", "learn",
            "settings", "practice", "sources", "drafts",
        ):  # fmt: skip
            page = bench.page(place)
            settle()
            for area in page.findChildren(QScrollArea):
                assert area.widget() is None or area.horizontalScrollBar().maximum() == 0, place
            cut[place] = cut_off(page)
        assert not any(cut.values()), json.dumps(cut, indent=1, ensure_ascii=False)
    finally:
        bench.close()
        install_language(qapp, "en", resource_root())
