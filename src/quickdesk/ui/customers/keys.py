"""The keys of the customer window."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import Binding, KeyTable


class CustomerAction(Enum):
    """The actions of the window."""

    SEARCH = auto()
    NEXT = auto()
    PREVIOUS = auto()
    OPEN = auto()
    """From the list to the card, or the case of an entry of the timeline."""
    NEW = auto()
    NEW_CASE = auto()
    SAVE = auto()
    ADD_NOTE = auto()
    TO_REPLY = auto()
    REVEAL = auto()
    SATISFIED = auto()
    NEUTRAL = auto()
    DISSATISFIED = auto()
    TAG = auto()
    MERGE = auto()
    REMOVE = auto()
    UNDO = auto()
    TRASH = auto()
    RESTORE = auto()
    SORT = auto()
    EXPORT = auto()
    ERASE = auto()
    CLOSE = auto()
    """Back to the list, from there close."""
    HELP = auto()


translate: Final = QCoreApplication.translate  # lupdate recognises this name

CUSTOMER_KEYS: Final = KeyTable(
    Binding(
        CustomerAction.SEARCH,
        ("Ctrl+F",),
        lambda: translate("words", "Search for customers"),
        lambda: translate("words", "Search"),
    ),
    Binding(CustomerAction.NEXT, ("Alt+↓",), lambda: translate("words", "Next customer"), repeats=True),
    Binding(
        CustomerAction.PREVIOUS, ("Alt+↑",), lambda: translate("words", "Previous customer"), repeats=True
    ),
    Binding(
        CustomerAction.OPEN,
        ("Enter",),
        lambda: translate("words", "From the list into the card; in the timeline open the case"),
        lambda: translate("words", "Card"),
    ),
    Binding(
        CustomerAction.NEW,
        ("Ctrl+N",),
        lambda: translate("words", "New card"),
        lambda: translate("words", "New"),
    ),
    Binding(
        CustomerAction.NEW_CASE,
        ("Ctrl+Shift+N",),
        lambda: translate("words", "New case for the customer that is shown"),
        lambda: translate("words", "New case"),
    ),
    Binding(
        CustomerAction.SAVE,
        ("Ctrl+S",),
        lambda: translate("words", "Save now; a field that is left is saved too"),
        lambda: translate("words", "Save"),
    ),
    Binding(
        CustomerAction.ADD_NOTE,
        ("Ctrl+Enter",),
        lambda: translate("words", "Write a note, or save the note that is written"),
        lambda: translate("words", "Note"),
    ),
    Binding(CustomerAction.TO_REPLY, ("Ctrl+E",), lambda: translate("words", "Make a reply of the note")),
    Binding(
        CustomerAction.REVEAL,
        ("Ctrl+H",),
        lambda: translate("words", "Show or hide phones, addresses and order numbers"),
        lambda: translate("words", "Numbers"),
    ),
    Binding(CustomerAction.SATISFIED, ("Alt+1",), lambda: translate("words", "The customer is satisfied")),
    Binding(CustomerAction.NEUTRAL, ("Alt+2",), lambda: translate("words", "The customer is neutral")),
    Binding(
        CustomerAction.DISSATISFIED, ("Alt+3",), lambda: translate("words", "The customer is dissatisfied")
    ),
    Binding(CustomerAction.TAG, ("Ctrl+T",), lambda: translate("words", "Tag the selected customers")),
    Binding(
        CustomerAction.MERGE, ("Ctrl+M",), lambda: translate("words", "Merge the two selected customers")
    ),
    Binding(
        CustomerAction.REMOVE,
        ("Delete",),
        lambda: translate("words", "In the list: move the selected customers to the trash"),
        lambda: translate("words", "Remove"),
    ),
    Binding(
        CustomerAction.UNDO,
        ("Ctrl+Z",),
        lambda: translate("words", "Undo the last action; in a box first what was typed"),
        lambda: translate("words", "Undo"),
    ),
    Binding(
        CustomerAction.TRASH, ("Ctrl+B",), lambda: translate("words", "Show the trash, or all customers")
    ),
    Binding(CustomerAction.RESTORE, ("Ctrl+R",), lambda: translate("words", "Bring back from the trash")),
    Binding(CustomerAction.SORT, ("Ctrl+O",), lambda: translate("words", "Sort by last contact or by name")),
    Binding(
        CustomerAction.EXPORT,
        ("Ctrl+Shift+E",),
        lambda: translate("words", "Export… the customer as text or JSON; numbers as they are shown"),
    ),
    Binding(
        CustomerAction.ERASE,
        ("Ctrl+Shift+Delete",),
        lambda: translate("words", "Erase for good… the customer that is shown; a question comes first"),
    ),
    Binding(
        CustomerAction.CLOSE,
        ("Esc",),
        lambda: translate("words", "Back to the list; from there close. All is saved"),
        lambda: translate("words", "Close"),
    ),
    Binding(CustomerAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
)
