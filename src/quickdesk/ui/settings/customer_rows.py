"""The rows of the settings page about notes, customers, their privacy and how long they are kept."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quickdesk.customers.order_remark import is_remark_format
from quickdesk.settings.settings import (
    DEFAULT_CUSTOMER_HOTKEY,
    DEFAULT_DOCK_HOTKEY,
    DEFAULT_NOTE_HOTKEY,
    LOCK_MINUTES,
    RETENTION_DAYS,
    SWITCH_KEYS,
)
from quickdesk.ui import messages
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.key_names import label as keys_label
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.settings.hotkey_box import HotkeyBox
from quickdesk.ui.settings.order_links_editor import OrderLinksEditor
from quickdesk.ui.settings.page_grid import PageGrid, TextSource
from quickdesk.ui.settings.setting_control import SettingControl
from quickdesk.ui.settings.text_box import TextBox
from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.settings.title_rules_editor import TitleRulesEditor
from quickdesk.ui.theme import Theme

translate: Final = QCoreApplication.translate  # lupdate recognises this name
AddRow: TypeAlias = Callable[[str, TextSource, SettingControl], None]
"""Adds the row of a setting, an attribute of Settings, with its label and its control."""


def add_note_rows(grid: PageGrid, add: AddRow, theme: Theme, key_names: KeyNames | None) -> None:
    """Add the rows about notes and order remarks."""
    grid.add_group(lambda: translate("words", "Notes and order remarks"))
    hotkey = HotkeyBox(theme, DEFAULT_NOTE_HOTKEY, key_names)
    add("note_hotkey", lambda: translate("words", "Quick note"), hotkey)
    add("agent", lambda: translate("words", "Your code or name"), TextBox(_is_any))
    grid.add_note(
        lambda: translate(
            "words", "Left empty, the code among the shop facts is used; it is the author of notes."
        )
    )
    add("order_remark_format", lambda: translate("words", "Order remark"), TextBox(is_remark_format))


def add_customer_rows(grid: PageGrid, add: AddRow, theme: Theme, key_names: KeyNames | None) -> None:
    """Add the rows about the current customer and the timeline."""
    grid.add_group(lambda: translate("words", "Customers"))
    hotkey = HotkeyBox(theme, DEFAULT_CUSTOMER_HOTKEY, key_names)
    add("customer_hotkey", lambda: translate("words", "Choose the current customer"), hotkey)
    dock_hotkey = HotkeyBox(theme, DEFAULT_DOCK_HOTKEY, key_names)
    add("dock_hotkey", lambda: translate("words", "Customer dock"), dock_hotkey)
    keys = DropDown(SWITCH_KEYS, _switch_keys_name, theme)
    add("switch_keys", lambda: translate("words", "Switch customers"), keys)
    add("keep_pasted_texts", lambda: translate("words", "Keep pasted texts"), TickBox(theme))
    grid.add_note(
        lambda: translate(
            "words",
            "The timeline of a customer always says which reply was pasted and when; "
            "its text only if this is ticked.",
        )
    )
    add("title_rules", lambda: translate("words", "Nickname in titles"), TitleRulesEditor(theme))
    grid.add_note(
        lambda: translate(
            "words",
            "Where a program shows the nickname in its window title, a regular expression with "
            "parentheses around it chooses the customer.",
        )
    )
    add("order_links", lambda: translate("words", "Pages of orders"), OrderLinksEditor(theme))


def add_privacy_rows(
    grid: PageGrid, add: AddRow, theme: Theme, protection: QWidget, preview: QWidget
) -> None:
    """Add the rows about encryption and retention, with the widgets that open their windows."""
    grid.add_group(lambda: translate("words", "Privacy"))
    grid.add_row(lambda: translate("words", "Encryption"), protection)
    lock = DropDown(LOCK_MINUTES, messages.lock_minutes, theme)
    add("auto_lock", lambda: translate("words", "Lock customers"), lock)
    grid.add_note(
        lambda: translate(
            "words", "With a passphrase: after minutes without a key, with the session, and asleep."
        )
    )
    grid.add_group(lambda: translate("words", "How long customers are kept"))
    add("customer_days", lambda: translate("words", "Inactive customers"), _days(theme))
    add("case_days", lambda: translate("words", "Closed cases"), _days(theme))
    add("event_days", lambda: translate("words", "Timeline"), _days(theme))
    grid.add_row(lambda: translate("words", "What is over"), preview)
    grid.add_note(
        lambda: translate(
            "words",
            "Nothing is erased by itself: the preview shows what is over, and erases it when you confirm.",
        )
    )


def _days(theme: Theme) -> DropDown:
    return DropDown(RETENTION_DAYS, messages.kept_days, theme)


def _switch_keys_name(keys: str) -> str:
    if not keys:
        return translate("words", "No keys")
    return translate("words", "{keys} + digit").replace("{keys}", keys_label(keys))


def _is_any(_text: str) -> bool:
    return True
