"""The language and the theme of all windows, as the settings and the system say."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from quickdesk.packaged import packaged
from quickdesk.settings.language import resolve
from quickdesk.settings.settings import Language, Settings
from quickdesk.ui.theme import Theme, apply, choose, system_is_dark

_log = logging.getLogger(__name__)


class Translations:
    """The installed translators: those of quickdesk and of Qt itself, for one language at a time."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self._language: Language | None = None

    def install(self, choice: Language) -> Language:
        """Install the translators for a choice of the settings and return the language.

        Qt then sends LanguageChange to all windows; see :mod:`quickdesk.ui.language`.
        """
        language = resolve(choice, QLocale.system().name())
        if language is self._language:
            return language
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = [
            translator
            for translator in (_qt_translator(language), _own_translator(language))
            if QCoreApplication.installTranslator(translator)
        ]
        self._language = language
        QLocale.setDefault(QLocale(language.value))
        return language


class Appearance:
    """The theme in use, and the translators."""

    def __init__(self, app: QApplication, translations: Translations, settings: Settings) -> None:
        self._app, self._translations = app, translations
        self.is_composited = QGuiApplication.platformName() != "xcb" or _has_compositor()
        self._theme = self._applied(settings)

    @property
    def theme(self) -> Theme:
        """The theme for new windows."""
        return self._theme

    def apply(self, settings: Settings) -> None:
        """Install the language and set the theme of the application; open windows are not updated."""
        self._theme = self._applied(settings)

    def _applied(self, settings: Settings) -> Theme:
        language = self._translations.install(settings.language)
        tokens = choose(settings.theme, system_is_dark=system_is_dark(self._app))
        theme = Theme(tokens, settings.text_scale, traditional=language is Language.TRADITIONAL)
        apply(self._app, theme)
        return theme


def _own_translator(language: Language) -> QTranslator:
    translator = QTranslator()
    path = packaged("resources", "translations", f"quickdesk_{language.value}.qm")
    if not translator.load(str(path)):
        _log.error("the translations for %s cannot be read", language.value)
    return translator


def _qt_translator(language: Language) -> QTranslator:
    """Return the translator for the dialogs and menus of Qt; for English it is empty."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language.value}", folder)
    return translator


def _has_compositor() -> bool:
    """Return whether the X server blends windows, so that rounded corners and shadows are transparent."""
    from quickdesk.desktop.x11.connection import open_display  # python-xlib is installed on Linux only

    display = open_display()
    try:
        atom = display.intern_atom(f"_NET_WM_CM_S{display.get_default_screen()}")
        return bool(display.get_selection_owner(atom))
    finally:
        display.close()
