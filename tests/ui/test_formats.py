"""Dates, times, numbers and sizes as people write them in each language."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from advocacy_desktop.infrastructure.paths import resource_root
from advocacy_desktop.ui import formats
from advocacy_desktop.ui.i18n import current_locale, install_language, system_language, translate
from support.real_parts import ROOT, requires

NOW = datetime.now(UTC)
MONDAY = datetime(NOW.year + 1, 11, 23, 7, 30, tzinfo=UTC)
"""Another year than this one, so that the year is said; the tests name its day themselves."""


@pytest.fixture(autouse=True)
def in_utc(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()
    install_language(qapp, "en", resource_root())


@pytest.fixture
def speak(qapp: QApplication) -> Callable[[str], None]:
    def install(language: str) -> None:
        install_language(qapp, language, resource_root())

    return install


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["23 Nov", "23 November", "1 December, 09:00", "1 Dec"]),
        ("fr", ["23 nov.", "23 novembre", "1er décembre à 09:00", "1er déc."]),
    ],
)
def test_dates(speak, language: str, said: list[str]) -> None:
    speak(language)
    reference = moment("2026-11-20T12:00")
    shown = [
        formats.short_date(moment("2026-11-23T07:30"), reference=reference),
        formats.medium_date(moment("2026-11-23T07:30"), reference=reference),
        formats.day_and_time(moment("2026-12-01T09:00"), reference=reference),
        formats.short_date(moment("2026-12-01T09:00"), reference=reference),
    ]
    assert shown == said


def test_a_day_in_full_with_its_year_when_it_is_another_one(speak) -> None:
    names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    speak("fr")
    day = names[MONDAY.weekday()]
    assert formats.full_time(MONDAY) == f"{day} 23 novembre {MONDAY.year}, 07:30"
    today = NOW.replace(hour=7, minute=30, day=2)
    assert formats.full_time(today).startswith(f"{names[today.weekday()]} 2 ")
    assert formats.full_time(today).endswith(", 07:30")


def test_the_first_of_a_month_is_an_ordinal_in_french_only(speak) -> None:
    first = MONDAY.replace(day=1)
    speak("fr")
    assert f" 1er novembre {first.year}, 07:30" in formats.full_time(first)
    assert "21 novembre" in formats.full_time(first.replace(day=21))
    speak("en")
    assert f" 1 November {first.year}" in formats.full_time(first)


@pytest.mark.parametrize(
    ("passed", "english", "french"),
    [
        (timedelta(seconds=5), "just now", "à l’instant"),
        (timedelta(minutes=1), "1 min ago", "il y a 1\u00a0min"),
        (timedelta(hours=2), "2 h ago", "il y a 2\u00a0h"),
        (timedelta(days=1), "yesterday", "hier"),
        (timedelta(days=3), "Friday", "vendredi"),
        (timedelta(days=22), "1 Nov", "1er nov."),
    ],
)
def test_ages(speak, passed: timedelta, english: str, french: str) -> None:
    reference = moment("2026-11-23T12:00")
    for language, said in (("en", english), ("fr", french)):
        speak(language)
        assert formats.age(reference - passed, reference=reference) == said


def test_numbers_sizes_and_shares(speak) -> None:
    speak("en")
    assert formats.number(3000) == "3,000"
    assert (formats.size(840), formats.size(2_400_000)) == ("0.8 kB", "2.4 MB")
    assert formats.seconds(timedelta(milliseconds=430)) == "0.4"
    speak("fr")
    assert formats.number(3000) == "3\u202f000"
    assert (formats.size(840), formats.size(2_400_000)) == ("0,8\u00a0ko", "2,4\u00a0Mo")
    assert formats.percent(0.814) == "81\u00a0%"
    assert formats.seconds(timedelta(milliseconds=430)) == "0,4"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 requests", "1 request", "2 requests", "3,000 requests"]),
        ("fr", ["0 requête", "1 requête", "2 requêtes", "3\u202f000 requêtes"]),
    ],
)
def test_plurals_follow_the_rules_of_the_language(speak, language: str, said: list[str]) -> None:
    speak(language)
    shown = [translate("Ledger", "%n request(s)", None, count) for count in (0, 1, 2, 3000)]
    assert shown == said


def test_a_plural_that_is_irregular_in_english(speak) -> None:
    speak("en")
    assert [translate("Scheduled", "%n try(s)", "attempts", n) for n in (1, 2)] == [
        "1 try",
        "2 tries",
    ]


def test_what_qt_itself_says_is_french_too(qtbot, speak) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.buttons()[0].text().replace("&", "")

    speak("fr")
    assert cancel() == "Annuler"
    speak("en")
    assert cancel() == "Cancel"


@requires("linux")
@pytest.mark.parametrize(
    ("wanted", "dates", "said"),
    [
        ("fr", "en_US.UTF-8", "fr_FR lundi 23 novembre 3\u202f000"),
        ("fr_CA", "de_DE.UTF-8", "fr_CA lundi 23 novembre 3\u00a0000"),
        ("en_US", "de_DE.UTF-8", "en_US Monday 23 November 3,000"),
        ("de", "de_DE.UTF-8", "en_GB Monday 23 November 3,000"),
    ],
)
def test_no_date_mixes_two_languages_whatever_the_system_says(
    wanted: str, dates: str, said: str
) -> None:
    program = """
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication
from advocacy_desktop.infrastructure.paths import resource_root
from advocacy_desktop.ui import formats, i18n
app = QApplication([])
i18n.install_language(app, "system", resource_root())
day = next(datetime(y, 11, 23, 9, tzinfo=UTC) for y in range(2026, 2040)
           if datetime(y, 11, 23).weekday() == 0)
said = i18n.current_locale().toString(formats._qdate(day), "dddd d MMMM")
print(i18n.current_locale().name(), said, formats.number(3000))
"""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    environ |= {"LANGUAGE": wanted, "LANG": dates, "LC_TIME": dates, "TZ": "UTC"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environ, capture_output=True, text=True, cwd=ROOT
    )
    assert done.stdout.strip() == said, done.stderr


def test_the_language_of_the_system_is_taken_where_it_is_spoken(speak) -> None:
    assert os.environ["LC_ALL"] == "C.UTF-8"
    assert system_language() == "en"
    speak("fr")
    assert current_locale().name().startswith("fr")
