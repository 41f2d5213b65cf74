"""The tray program with real windows and real files, and no real keyboard, clipboard or other program."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.app.appearance import Translations
from quickdesk.app.features.hotkey import HotkeyFlow
from quickdesk.app.features.pause import PauseFlow
from quickdesk.app.process.work import Work
from quickdesk.app.searching.index_maintenance import IndexFlow
from quickdesk.app.searching.search_service import SearchDesk
from quickdesk.app.searching.waiting_advice import WaitingAdvice
from quickdesk.app.services import Search, Services
from quickdesk.app.session import Session
from quickdesk.app.tray_watcher import TrayFlow
from quickdesk.command_services import command_services
from quickdesk.commands.library_advice import LibraryAdvice
from quickdesk.commands.machine_facts import Candidate, Choice
from quickdesk.desktop.hotkeys.choose_hotkeys import ChosenHotkeys
from quickdesk.desktop.paste.choose_paster import ChosenPaster
from quickdesk.replies.running_days import DaysInMemory
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.finder import LibraryFinder
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.journal.background import Worker
from quickdesk.storage.open import Stores, open_stores
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
from tests.fakes.vault import ShelfVault
from tests.fakes.worker import WorkerAtOnce

W = TypeVar("W", bound=QWidget)
HOTKEY = "ctrl+alt+space"
GREETING = Snippet("a1", "问候", "您好，很高兴为您服务。", "nh")
REFUND = Snippet("b2", "退款", "您的退款{天数:3}天内到{账户}。", "tk")
QUOTE = Snippet("c3", "引用", "您说的是：{剪贴板}", "yy")


class Rig:
    """``session`` on ``tmp_path``; ``press`` and ``write`` are the agent's fingers."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        folder: Path,
        stores: Stores | None = None,
        make_worker: Callable[[], Worker] = WorkerAtOnce,
    ) -> None:
        self.qtbot = qtbot
        self.stores = stores or open_stores(folder)
        self.hotkeys, self.paster = FakeHotkeys(), FakePaster()
        self.windows = FakeTargetWindows(lambda: any(each.isVisible() for each in self.shown(Palette)))
        numbers = count(1)
        if stores is None:
            self.stores.settings.save(Settings(language=Language.ENGLISH))
            self.stores.snippets.apply(Change(put=(GREETING, REFUND, QUOTE)))
        self.finder = LibraryFinder(self.stores.snippets.snippets())
        self.clock = MovingClock()
        searching = Work(make_worker())
        search = SearchDesk(self.finder, searching)
        advice = LibraryAdvice(self.finder)
        waiting_advice, clipboard = WaitingAdvice(advice, searching), self.paster.clipboard_text
        commands = command_services(folder, self.stores, search, waiting_advice, clipboard, self.clock)
        # Without backups on the disk: a test that holds the disk up would hold up the upkeep as well.
        commands = replace(
            commands, new_id=lambda: f"new{next(numbers)}", vault=ShelfVault(()), days=DaysInMemory()
        )
        self.library = commands.library
        index = IndexFlow(search, FakeBuilder(), Work(make_worker()))
        x11 = Choice((Candidate("x11"),))
        services = Services(
            folder,
            self.stores,
            commands,
            Search(search, Work(make_worker()), index, advice),
            ChosenHotkeys(self.hotkeys, x11),
            HotkeyFlow(self.hotkeys, self.stores.settings.load().hotkey),
            PauseFlow(self.hotkeys, self.clock),
            ChosenPaster(self.paster, self.windows, x11, lambda: None),
            *(Work(make_worker()) for _ in range(5)),
        )
        self.services = services
        self.translations = Translations()
        self.has_tray = False
        self.tray = TrayFlow(lambda: self.has_tray)
        self.session = Session(app, services, self.translations, self.tray)

    def close(self) -> None:
        for editor in self.shown(SnippetEditor):
            editor.finish()
        self.session.close()
        self.session.deleteLater()
        self.translations.speak(Language.ENGLISH)
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

    def told(self) -> str:
        """What the toast says, empty where there is none."""
        notices = [toast.notice for toast in self.shown(Toast)]
        return " ".join(f"{each.headline} {each.text}" for each in notices if each is not None)

    def ask(self, command: str, **arguments: Any) -> dict[str, Any]:
        answers: list[dict[str, Any]] = []
        self.session.commands.handle({"command": command, "arguments": arguments}, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def look_for_tray(self, *, has_tray: bool) -> None:
        """Let the panel come or go, and the program look."""
        self.has_tray = has_tray
        self.tray.look()

    def open_home(self) -> None:
        """Choose the window in the tray icon's menu."""
        self.session._windows.tray.home_requested.emit()

    def choose_language(self, name: str) -> None:
        """Choose in the settings window, which must be open, and wait until all windows follow."""
        (box,) = [each for each in self.settings_window().findChildren(DropDown) if each.findText(name) >= 0]
        box.setCurrentIndex(box.findText(name))
        box.setFocus()  # as a click on it does
        with self.qtbot.waitSignal(self.session._settings.changed):
            box.activated.emit(box.currentIndex())
        QCoreApplication.sendPostedEvents()  # the windows hear of it
        QCoreApplication.processEvents()  # and have set their words

    def settings_window(self) -> SettingsWindow:
        return self.the(SettingsWindow)

    def _box(self) -> SearchBox:
        box = self.the(Palette).findChild(SearchBox)
        assert box is not None
        return box
