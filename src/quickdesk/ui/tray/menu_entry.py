"""Entries of the tray menu, which are the buttons of the home window as well, and their texts."""

from collections.abc import Callable
from enum import IntEnum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.theme import Theme

translate: Final = QCoreApplication.translate  # lupdate recognises this name


class Section(IntEnum):
    """The sections of the tray menu in their order, with a separator between two of them."""

    REPLIES = auto()
    PAUSE = auto()
    """Contains the pause menu of the tray icon, whose entries are in it."""
    DATA = auto()
    """In the home window these buttons are below the notice about the data."""
    WINDOWS = auto()
    PROGRAM = auto()
    """In the home window these buttons are at the right end."""


class MenuEntry(QAction):
    """An action of a feature. Show, hide, enable and disable it as any QAction."""

    def __init__(  # noqa: PLR0913 - one keyword for each property
        self,
        section: Section,
        text: Callable[[], str],
        activate: Callable[[], object],
        *,
        icon: Icon | None = None,
        key: str = "",
        has_button: bool = True,
        is_in_tray: bool = True,
        is_default: bool = False,
    ) -> None:
        """``text`` returns the text in the language that is installed; ``activate`` is called on a click.

        ``key`` activates the entry in the home window, where it ``has_button``. Every entry is in the
        palette's menu of all actions too. The default entry is activated by a click on the tray icon.
        """
        super().__init__()
        self.section, self.is_default = section, is_default
        self.has_button, self.is_in_tray = has_button, is_in_tray
        self.key = QKeySequence(key)
        self._text, self._activate, self._icon = text, activate, icon
        self.triggered.connect(self._on_triggered)
        self.update_text()

    def update_text(self) -> None:
        """Set the text, because the language or what the text names has changed."""
        self.setText(self._text())

    def set_theme(self, theme: Theme) -> None:
        """Set the icon in the colours of a theme."""
        if self._icon is not None:
            self.setIcon(icon(self._icon, theme))

    def _on_triggered(self) -> None:
        self._activate()


def open_palette() -> str:
    """Return the text of the entry that opens the palette."""
    return translate("words", "Open palette")


def new_reply() -> str:
    """Return the text of the entry that opens the editor on a new reply."""
    return translate("words", "New reply")


def pause_quarter() -> str:
    """Return the text of the entry that pauses the hotkey for a quarter of an hour."""
    return translate("words", "Pause the hotkey for 15 minutes")


def pause_hour() -> str:
    """Return the text of the entry that pauses the hotkey for an hour."""
    return translate("words", "Pause the hotkey for 1 hour")


def pause() -> str:
    """Return the text of the entry that pauses the hotkey until it is resumed."""
    return translate("words", "Pause the hotkey until I resume it")


def resume() -> str:
    """Return the text of the entry that resumes the hotkey."""
    return translate("words", "Resume the hotkey")


def save_copy() -> str:
    """Return the text of the entry that saves a copy of the data."""
    return translate("words", "Save a copy…")


def undo(action: str) -> str:
    """Return the text of the entry that undoes an action, given by its name; empty if there is none."""
    return (
        translate("words", "Undo: {action}").replace("{action}", action)
        if action
        else translate("words", "Undo")
    )


def show_window() -> str:
    """Return the text of the entry that shows the home window."""
    return translate("words", "Main window")


def customers() -> str:
    """Return the text of the entry that opens the customer window."""
    return translate("words", "Customers")


def protection() -> str:
    """Return the text of the entry that opens the window of the protection of customers."""
    return translate("words", "Protection of customers")


def lock_customers() -> str:
    """Return the text of the entry that locks customers."""
    return translate("words", "Lock customers")


def customer_dock() -> str:
    """Return the text of the entry that shows or closes the dock."""
    return translate("words", "Customer dock")


def quick_note() -> str:
    """Return the text of the entry that opens the panel of a quick note."""
    return translate("words", "Quick note")


def order_remark() -> str:
    """Return the text of the entry that copies a remark for an order."""
    return translate("words", "Copy the selection as an order remark")


def cases() -> str:
    """Return the text of the entry that opens the board of cases."""
    return translate("words", "Cases")


def new_case() -> str:
    """Return the text of the entry that opens a case for the current customer."""
    return translate("words", "New case for the current customer")


def facts() -> str:
    """Return the text of the entry that opens the page of the shop's facts."""
    return translate("words", "Shop facts")


def lexicon() -> str:
    """Return the text of the entry that opens the window of the shop's own words."""
    return translate("words", "Words of the shop")


def settings() -> str:
    """Return the text of the entry that opens the settings window."""
    return translate("words", "Settings")


def quit_program() -> str:
    """Return the text of the entry that quits the program."""
    return translate("words", "Quit")
