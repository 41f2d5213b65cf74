"""The translators of quickdesk and of Qt are installed together."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Translations
from quickdesk.settings.settings import Language


def title() -> str:
    return QCoreApplication.translate("SettingsWindow", "Settings")


def test_translators_are_installed_and_removed(qapp: QApplication) -> None:
    translations = Translations()
    try:
        assert translations.install(Language.SIMPLIFIED) is Language.SIMPLIFIED
        assert title() == "设置"
        assert translations.install(Language.TRADITIONAL) is Language.TRADITIONAL
        assert title() == "設定"
    finally:
        assert translations.install(Language.ENGLISH) is Language.ENGLISH
    assert title() == "Settings"


def test_the_system_decides_where_nothing_was_chosen(qapp: QApplication) -> None:
    assert Translations().install(Language.SYSTEM) is Language.ENGLISH
