"""The keys of the page of facts."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import Binding, KeyTable


class FactsAction(Enum):
    """The actions of the page; all but HELP and CLOSE are done by its lines."""

    SAVE = auto()
    BREAK = auto()
    NEXT = auto()
    CLOSE = auto()
    HELP = auto()


translate: Final = QCoreApplication.translate  # lupdate recognises this name

FACTS_KEYS: Final = KeyTable(
    Binding(
        FactsAction.SAVE,
        ("Enter",),
        lambda: translate("words", "Save and go to the next line; an empty line is removed"),
        lambda: translate("words", "Next"),
    ),
    Binding(
        FactsAction.BREAK,
        ("Shift+Enter",),
        lambda: translate("words", "Break the line"),
        lambda: translate("words", "Line break"),
    ),
    Binding(
        FactsAction.NEXT,
        ("Tab",),
        lambda: translate("words", "Next field; the line that you leave is saved"),
    ),
    Binding(
        FactsAction.CLOSE,
        ("Esc",),
        lambda: translate("words", "Save and close"),
        lambda: translate("words", "Close"),
    ),
    Binding(FactsAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
)
