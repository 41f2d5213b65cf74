"""After a change of the language every text equals that of a window created in that language."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from quickdesk.app.appearance import Translations
from quickdesk.replies.form import Box
from quickdesk.replies.render import Rendered
from quickdesk.replies.snippet import Snippet
from quickdesk.settings.settings import Language, Settings
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.settings.settings_page import SystemInfo
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.theme import Theme
from quickdesk.ui.toast import Toast
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence
from quickdesk.ui.tray.tray_icon import TrayIcon
from tests.ui.tray.entries import Entries

BOXES = (Box("账户", (), ""), Box("快递", ("中通", "顺丰"), "中通"))


def form(theme: Theme) -> FieldForm:
    return FieldForm("退款", BOXES, lambda values: Rendered("".join(values.values())), theme, None)


def paused_home(theme: Theme) -> HomeWindow:
    window = HomeWindow(theme, TrayPresence.LOST)
    window.add_entries(Entries(theme).all)
    window.show_paused(None)
    return window


def settings(theme: Theme) -> SettingsWindow:
    return SettingsWindow(Settings(paste_keys={"putty": "shift+insert"}), SystemInfo, theme)


def asking_editor(theme: Theme) -> SnippetEditor:
    window = SnippetEditor(Snippet("a1", "标题", "正文{", "tk"), theme)
    window.show_code_holders(["退款", "退货", "物流"])
    return window


WINDOWS: dict[str, Callable[[Theme], QWidget]] = {
    "palette": Palette,
    "toast": lambda theme: Toast(theme, QTimer()),
    "home": paused_home,
    "settings": settings,
    "editor": asking_editor,
    "form": form,
}


@pytest.fixture
def translations(qapp: object) -> Iterator[Translations]:
    made = Translations()
    yield made
    made.install(Language.ENGLISH)
    settle()


def settle() -> None:
    QCoreApplication.sendPostedEvents()  # the windows get LanguageChange
    QCoreApplication.processEvents()  # and have set their words


def texts_of(window: QWidget) -> list[str]:
    return [
        window.windowTitle(),
        *(line for each in [window, *window.findChildren(QWidget)] for line in texts_in(each)),
    ]


def texts_in(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QMenu):
        yield from lines_of(widget)


def lines_of(menu: QMenu) -> list[str]:
    return [menu.title(), *(action.text() for action in menu.actions())]


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS)
def test_a_window_shows_the_texts_of_the_new_language_after_a_change(
    make: Callable[[Theme], QWidget], theme: Theme, translations: Translations
) -> None:
    translations.install(Language.ENGLISH)
    window = make(theme)
    before = texts_of(window)
    translations.install(Language.SIMPLIFIED)
    settle()
    after = texts_of(window)
    expected = make(theme)
    assert after == texts_of(expected)
    assert len({*after} - {*before}) > 2 or isinstance(window, Toast), "it has words of its own"
    window.deleteLater()
    expected.deleteLater()


def test_the_tray_menu_follows_the_language(theme: Theme, translations: Translations) -> None:
    translations.install(Language.ENGLISH)
    icon, entries = TrayIcon("Ctrl+Alt+空格", theme), Entries(theme)
    icon.add_entries(entries.all)
    translations.install(Language.TRADITIONAL)
    settle()
    expected, others = TrayIcon("Ctrl+Alt+空格", theme), Entries(theme)
    expected.add_entries(others.all)
    for one, other in ((icon, expected),):
        assert one.toolTip() == other.toolTip()
        assert tray_lines(one) == tray_lines(other)
    assert "結束" in "".join(tray_lines(icon))
    icon.close()
    expected.close()


def tray_lines(icon: TrayIcon) -> list[str]:
    menu = icon.contextMenu()
    submenus = [action.menu() for action in menu.actions() if isinstance(action, QAction) and action.menu()]
    return [*lines_of(menu), *(line for each in submenus for line in lines_of(each))]
