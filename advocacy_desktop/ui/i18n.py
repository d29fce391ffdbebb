"""Interface language: the one door to translated text, and switching it while running."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = ("en", "fr")
"""Languages of the interface; English is the source text."""

TRANSLATIONS = "i18n"
"""Folder of the compiled catalogues below the resource root."""

_PLURAL = re.compile(r"\((s|es)\)")
_translators: list[QTranslator] = []
_locale = QLocale("en_GB")


def translate(context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
    """Text in the language of the interface.

    The name and the order of arguments are those that lupdate extracts. ``n`` fills ``%n`` and
    chooses the plural form; ``(s)`` in an English text is resolved here, so that English
    needs no catalogue of its own.
    """
    found = QCoreApplication.translate(context, text, disambiguation, n)
    if n >= 0 and "(" in found:
        found = _PLURAL.sub("" if n == 1 else r"\1", found)
    return found


def current_locale() -> QLocale:
    """Locale for dates and numbers in the language of the interface."""
    return _locale


def system_language() -> str:
    """The interface language that fits the operating system's wishes best."""
    for tag in QLocale.system().uiLanguages():
        code = tag.replace("_", "-").split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def install_language(app: QApplication, language: str, resource_root: Path) -> str:
    """Switch the whole interface; every widget gets a ``LanguageChange`` event.

    ``language`` is a code of :data:`LANGUAGES`, or ``system``. Returns the code chosen.
    """
    global _locale
    code = language if language in LANGUAGES else system_language()
    for translator in _translators:
        app.removeTranslator(translator)
    _translators.clear()
    _locale = _locale_for(code)
    QLocale.setDefault(_locale)
    folders = [(f"app_{code}", str(resource_root / TRANSLATIONS))]
    if code != "en":
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        folders.insert(0, (f"qtbase_{code}", qt_folder))
    for name, folder in folders:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _translators.append(translator)
    return code


def _locale_for(code: str) -> QLocale:
    """The system's own variant of the language (fr_CA, en_US) where it is the system's."""
    system = QLocale.system()
    wanted = QLocale(code)
    if system.language() == wanted.language():
        # By its name: the system's own mixes languages where its dates are set to another one.
        return QLocale(system.name())
    if code == "en":
        return QLocale("en_GB")
    return wanted
