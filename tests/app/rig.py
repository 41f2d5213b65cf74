"""The tray program with real windows and real files, and no real keyboard, clipboard or other program."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.app.appearance import Translations
from quickdesk.app.feature import Feature
from quickdesk.app.features.data import DataFeature
from quickdesk.app.features.edit import EditFeature
from quickdesk.app.features.home import HomeFeature
from quickdesk.app.features.pause import PauseFeature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.app.services import Platform, build_services
from quickdesk.app.session import Session
from quickdesk.app.tray_watcher import TrayWatcher
from quickdesk.commands.machine_facts import Candidate, Choice
from quickdesk.desktop.hotkeys.choose_hotkeys import ChosenHotkeys
from quickdesk.desktop.paste.choose_paster import ChosenPaster
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.suggest.meaning import Meanings
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.journal.background import Worker
from quickdesk.storage.open import Stores
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.toast import Toast
from tests.fakes.builder import FakeBuilder
from tests.fakes.clock import MovingClock
from tests.fakes.hotkeys import FakeHotkeys
from tests.fakes.paster import FakePaster, FakeTargetWindows
from tests.fakes.stores import open_stores
from tests.fakes.worker import WorkerAtOnce

W = TypeVar("W", bound=QWidget)
F = TypeVar("F", bound=Feature)
HOTKEY = "ctrl+alt+space"
GREETING = Snippet("a1", "问候", "您好，很高兴为您服务。", "nh")
REFUND = Snippet("b2", "退款", "您的退款{天数:3}天内到{账户}。", "tk")
QUOTE = Snippet("c3", "引用", "您说的是：{剪贴板}", "yy")


class Rig:
    """The program on a data folder; ``press`` and ``write`` send keys to the palette."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        folder: Path,
        stores: Stores | None = None,
        make_worker: Callable[[], Worker] = WorkerAtOnce,
        meanings: Meanings | None = None,
    ) -> None:
        self.qtbot, self.app = qtbot, app
        self.stores = stores or open_stores(folder)
        self.hotkeys, self.paster = FakeHotkeys(), FakePaster()
        self.windows = FakeTargetWindows(lambda: any(each.isVisible() for each in self.shown(Palette)))
        if stores is None:
            self.stores.settings.save(Settings(language=Language.ENGLISH))
            self.stores.snippets.apply(Change(put=(GREETING, REFUND, QUOTE)))
        self.clock = MovingClock()
        self.services = build_services(folder, self.stores, self._platform(make_worker, meanings))
        self.library, self.finder = self.services.commands.library, self.services.search.service._finder
        self.translations = Translations()
        self.has_tray = False
        self.tray = TrayWatcher(lambda: self.has_tray)
        self.session = Session(app, self.services, self.translations, self.tray)
        self.reply_feature = self.feature(ReplyFeature)
        self.palette = self.reply_feature.palette
        self.edit = self.feature(EditFeature)
        self.settings = self.feature(SettingsFeature)
        self.home = self.feature(HomeFeature)
        self.pause = self.feature(PauseFeature)
        self.data = self.feature(DataFeature)

    def _platform(self, make_worker: Callable[[], Worker], meanings: Meanings | None) -> Platform:
        """Return what the real program has, without keyboard, clipboard and other programs."""
        numbers, x11 = count(1), Choice((Candidate("x11"),))
        return Platform(
            ChosenHotkeys(self.hotkeys, x11),
            ChosenPaster(self.paster, self.windows, x11, lambda: None),
            self.clock,
            lambda: f"new{next(numbers)}",
            lambda _name: make_worker(),
            FakeBuilder(),
            meanings,
        )

    def feature(self, kind: type[F]) -> F:
        """Return the feature of a class."""
        (found,) = [each for each in self.session.features if isinstance(each, kind)]
        return found

    def close(self) -> None:
        for editor in self.shown(SnippetEditor):
            editor.finish()
        self.session.close()
        self.session.deleteLater()
        self.translations.install(Language.ENGLISH)
        self.services.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def shown(self, kind: type[W]) -> list[W]:
        return [
            each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
        ]

    def the(self, kind: type[W]) -> W:
        (window,) = self.shown(kind)
        return window

    def hotkey(self) -> None:
        assert self.hotkeys.press(HOTKEY)

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self._box(), text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self._box(), key, held)

    def reply(self, letters: str) -> None:
        """Hotkey, some letters, Enter."""
        self.hotkey()
        self.write(letters)
        self.press(Qt.Key.Key_Return)

    def submit_form(self) -> None:
        """Click the button; a box that is open keeps the form."""
        button = self.the(FieldForm).findChild(QPushButton, "paste")
        assert button is not None
        button.click()

    def lines(self, kind: type[QWidget]) -> list[QLineEdit]:
        """The lines of the one window of this kind; 汉字 come from an input method, no key types them."""
        return self.the(kind).findChildren(QLineEdit)

    def notification(self) -> str:
        """The text of the notification that is shown; empty if there is none."""
        notices = [toast.notice for toast in self.shown(Toast)]
        return " ".join(f"{each.headline} {each.text}" for each in notices if each is not None)

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        answers: list[dict[str, Any]] = []
        self.session.handle({"command": command, "arguments": arguments}, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def look_for_tray(self, *, has_tray: bool) -> None:
        """Let the panel come or go, and the program look."""
        self.has_tray = has_tray
        self.tray.look()

    def open_home(self) -> None:
        """Choose the window in the menu of the tray icon."""
        self.home.entries[0].trigger()

    def menu_item(self, text: str) -> QAction:
        """Return an item of the menu of the tray icon."""
        (found,) = [each for each in self.home.icon.contextMenu().actions() if each.text() == text]
        return found

    def choose_language(self, name: str) -> None:
        """Choose in the settings window, which must be open, and wait until all windows follow."""
        (box,) = [each for each in self.settings_window().findChildren(DropDown) if each.findText(name) >= 0]
        box.setCurrentIndex(box.findText(name))
        box.setFocus()  # as a click on it does
        with self.qtbot.waitSignal(self.services.settings.changed):
            box.activated.emit(box.currentIndex())
        QCoreApplication.sendPostedEvents()  # the windows get LanguageChange
        QCoreApplication.processEvents()  # and have set their words

    def settings_window(self) -> SettingsWindow:
        return self.the(SettingsWindow)

    def _box(self) -> SearchBox:
        box = self.the(Palette).findChild(SearchBox)
        assert box is not None
        return box
