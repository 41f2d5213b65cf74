"""The keys of the editor."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.drafts.draft_bar import RESTORE_KEY
from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import Binding, KeyTable


class EditorAction(Enum):
    """The actions of the editor."""

    SAVE = auto()
    SAVE_AND_PASTE = auto()
    """Only if the palette was opened over a window to paste into."""
    RESTORE = auto()
    """Restore the draft that is offered."""
    CLOSE = auto()
    """Close, or hide the question about unsaved changes."""
    HELP = auto()
    NEXT = auto()
    PREVIOUS = auto()
    TYPE_TAB = auto()
    """NEXT and PREVIOUS are done by Qt, TYPE_TAB by the reply."""


translate: Final = QCoreApplication.translate  # lupdate recognises this name

EDITOR_KEYS: Final = KeyTable(
    Binding(
        EditorAction.SAVE,
        ("Ctrl+Enter",),
        lambda: translate("words", "Save the reply"),
        lambda: translate("words", "Save"),
    ),
    Binding(
        EditorAction.SAVE_AND_PASTE,
        ("Ctrl+Shift+Enter",),
        lambda: translate("words", "Save the reply and paste it"),
        lambda: translate("words", "Save and paste"),
    ),
    Binding(EditorAction.NEXT, ("Tab",), lambda: translate("words", "Next field")),
    Binding(EditorAction.PREVIOUS, ("Shift+Tab",), lambda: translate("words", "Previous field")),
    Binding(EditorAction.TYPE_TAB, ("Ctrl+Tab",), lambda: translate("words", "Type a tab into the reply")),
    Binding(
        EditorAction.RESTORE,
        (RESTORE_KEY,),
        lambda: translate("words", "Restore the draft that is offered"),
    ),
    Binding(
        EditorAction.CLOSE,
        ("Esc",),
        lambda: translate("words", "Close; asks if something was changed"),
        lambda: translate("words", "Cancel"),
    ),
    Binding(EditorAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
)
