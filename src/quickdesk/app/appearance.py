"""The language of the windows: our catalogue and Qt's own, installed together and taken out together."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from quickdesk.packaged import packaged
from quickdesk.settings.language import resolve
from quickdesk.settings.settings import Language

_log = logging.getLogger(__name__)


class Translations:
    """The translators that are installed at the moment."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self._language: Language | None = None

    def speak(self, choice: Language) -> Language:
        """Install the catalogues for a choice and return the language that is spoken now.

        Qt then sends LanguageChange to all windows; see :mod:`quickdesk.ui.translated`.
        """
        language = resolve(choice, QLocale.system().name())
        if language is self._language:
            return language
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = [
            translator
            for translator in (_qt_words(language), _our_words(language))
            if QCoreApplication.installTranslator(translator)
        ]
        self._language = language
        QLocale.setDefault(QLocale(language.value))
        return language


def _our_words(language: Language) -> QTranslator:
    translator = QTranslator()
    path = packaged("resources", "translations", f"quickdesk_{language.value}.qm")
    if not translator.load(str(path)):
        _log.error("the catalogue for %s cannot be read", language.value)
    return translator


def _qt_words(language: Language) -> QTranslator:
    """Qt's own catalogue for its dialogs and menus; English needs none."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language.value}", folder)
    return translator
