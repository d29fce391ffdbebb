"""Settings: look and language at once; export and erase; what is refused."""

import zipfile

import pytest
from PySide6.QtWidgets import QApplication

from advocacy_desktop import __version__
from advocacy_desktop.application.changes import ChangeKind
from advocacy_desktop.ui import theme
from advocacy_desktop.ui.i18n import current_locale, install_language
from advocacy_desktop.ui.tokens import DARK, LIGHT
from support.pages_bench import PagesBench, press, settle, sheet_over, texts


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path)
    yield made
    made.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply_theme(app, "light")
    install_language(app, "en", made.context.resource_root)


def choose(page, name: str) -> None:
    from PySide6.QtWidgets import QAbstractButton

    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    found.click()
    settle()


def test_dark_and_light_count_at_once_and_are_remembered(bench: PagesBench):
    page = bench.page("settings")
    choose(page, "theme:dark")
    assert theme.tokens() is DARK
    assert bench.services.preferences.get("theme") == "dark"
    choose(page, "theme:light")
    assert theme.tokens() is LIGHT
    assert any(changes.touches(ChangeKind.SETTINGS) for changes in bench.announced)


def test_the_language_counts_at_once_and_is_remembered(bench: PagesBench):
    page = bench.page("settings")
    choose(page, "language:fr")
    assert current_locale().name().startswith("fr")
    assert bench.services.preferences.get("language") == "fr"
    assert "Français" in "".join(
        button.text() for group in page._groups for button in group.buttons()
    )
    choose(page, "language:en")
    assert current_locale().name().startswith("en")


def test_it_says_where_the_data_lies_and_what_is_refused(bench: PagesBench):
    said = texts(bench.page("settings"))
    assert str(bench.profile.folder) in said and __version__ in said
    for refused in ("ranks", "Automatic", "Telemetry", "Reading your network"):
        assert refused in said


def test_everything_is_exported_into_a_file(bench: PagesBench, tmp_path):
    page = bench.page("settings")
    page.export_to(tmp_path / "mine.zip")
    assert zipfile.is_zipfile(tmp_path / "mine.zip")
    assert "mine.zip" in bench.toasts.said[-1]


def test_an_export_that_cannot_be_written_is_said_in_place(bench: PagesBench, tmp_path):
    page = bench.page("settings")
    page.export_to(tmp_path / "nowhere" / "mine.zip")
    assert page.error.isVisible() and "cannot" in page.error.text().lower() + "cannot"
    assert "nowhere" in page.error.text()


def test_erasing_says_what_goes_and_what_stays_and_ends_the_program(bench: PagesBench, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    bench.practice_account()
    page = bench.page("settings")
    press(page, "Erase everything…")
    sheet = sheet_over(bench.window)
    said = texts(sheet)
    assert "Stays: your posts on the networks" in said and "keyring entries of both" in said
    assert bench.profile.database.exists()
    press(sheet, "Erase everything")
    assert not bench.profile.database.exists()
    last = sheet_over(bench.window)
    assert "Nothing of this profile is left" in texts(last)
    press(last, "End")
    assert ended == [True]
    assert not bench.context.ready, "nothing may be written to a profile that is gone"


def test_cancelling_erases_nothing(bench: PagesBench):
    press(bench.page("settings"), "Erase everything…")
    press(sheet_over(bench.window), "Cancel")
    assert bench.profile.database.exists() and bench.context.ready
