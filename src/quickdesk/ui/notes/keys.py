"""The keys of the panel for a quick note."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import Binding, KeyTable


class NoteAction(Enum):
    """The actions of the panel."""

    SAVE = auto()
    """Save the note; without a customer, choose one."""
    SAVE_PINNED = auto()
    REMARK = auto()
    """Copy the text as a remark for the order."""
    TO_REPLY = auto()
    """Open the editor on a reply made of the text."""
    CASE = auto()
    """Open a case with the text as what the customer wants."""
    CHOOSE = auto()
    """Choose the customer."""
    HELP = auto()
    DROP = auto()


translate: Final = QCoreApplication.translate  # lupdate recognises this name

NOTE_KEYS: Final = KeyTable(
    Binding(
        NoteAction.SAVE,
        ("Enter",),
        lambda: translate("words", "Save the note"),
        lambda: translate("words", "Save"),
    ),
    Binding(
        NoteAction.SAVE_PINNED,
        ("Ctrl+Enter", "Alt+P"),
        lambda: translate("words", "Save the note and pin it"),
        lambda: translate("words", "Save pinned"),
    ),
    Binding(
        NoteAction.REMARK,
        ("Ctrl+R",),
        lambda: translate("words", "Copy as an order remark"),
        lambda: translate("words", "Order remark"),
    ),
    Binding(
        NoteAction.CASE,
        ("Ctrl+O",),
        lambda: translate("words", "Open a case of it"),
        lambda: translate("words", "Case"),
    ),
    Binding(
        NoteAction.CHOOSE,
        ("Alt+C",),
        lambda: translate("words", "Choose another customer"),
        lambda: translate("words", "Customer"),
    ),
    Binding(NoteAction.TO_REPLY, ("Ctrl+E",), lambda: translate("words", "Make a reply of the text")),
    Binding(
        NoteAction.DROP,
        ("Esc",),
        lambda: translate("words", "Close without saving"),
        lambda: translate("words", "Discard"),
    ),
    Binding(NoteAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
)
"""Shift+Enter, which begins a new line, is handled by the text box."""
