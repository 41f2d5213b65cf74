"""The keys of the board of cases and of the form of a case."""

from collections.abc import Mapping
from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.case import CaseState
from quickdesk.ui.cases.words import state_name
from quickdesk.ui.drafts.draft_bar import RESTORE_KEY
from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import Binding, KeyTable


class BoardAction(Enum):
    """The actions of the board, on the selected case."""

    OPEN = auto()
    CREATE = auto()
    TO_VERIFY = auto()
    IN_PROGRESS = auto()
    WAIT_FOR_CUSTOMER = auto()
    WAIT_FOR_WAREHOUSE = auto()
    SOLVE = auto()
    CLOSE_CASE = auto()
    TOMORROW = auto()
    NEXT_WEEK = auto()
    ESCALATE = auto()
    ASK = auto()
    SAVE_ESCALATION = auto()
    SAVE_ASK = auto()
    REVEAL = auto()
    """Show order numbers in full, or mask them again."""
    SHOW_CLOSED = auto()
    REMOVE = auto()
    UNDO = auto()
    HELP = auto()
    CLOSE = auto()


class CaseFormAction(Enum):
    """The actions of the form."""

    SAVE = auto()
    RESTORE = auto()
    HELP = auto()
    CLOSE = auto()


STATES: Final[Mapping[BoardAction, CaseState]] = {
    BoardAction.TO_VERIFY: CaseState.TO_VERIFY,
    BoardAction.IN_PROGRESS: CaseState.IN_PROGRESS,
    BoardAction.WAIT_FOR_CUSTOMER: CaseState.WAITING_FOR_CUSTOMER,
    BoardAction.WAIT_FOR_WAREHOUSE: CaseState.WAITING_FOR_WAREHOUSE,
    BoardAction.SOLVE: CaseState.SOLVED,
    BoardAction.CLOSE_CASE: CaseState.CLOSED,
}
"""The states that one digit each brings a case to."""
translate: Final = QCoreApplication.translate  # lupdate recognises this name

BOARD_KEYS: Final = KeyTable(
    Binding(
        BoardAction.OPEN,
        ("Enter",),
        lambda: translate("words", "Open the case"),
        lambda: translate("words", "Open"),
    ),
    Binding(
        BoardAction.CREATE,
        ("N",),
        lambda: translate("words", "New case for the current customer"),
        lambda: translate("words", "New"),
    ),
    *(
        Binding(action, (str(digit),), partial(state_name, state))
        for digit, (action, state) in enumerate(STATES.items(), 1)
    ),
    Binding(BoardAction.TOMORROW, ("T",), lambda: translate("words", "Go on tomorrow")),
    Binding(BoardAction.NEXT_WEEK, ("W",), lambda: translate("words", "Go on in a week")),
    Binding(
        BoardAction.ESCALATE,
        ("E",),
        lambda: translate("words", "Escalate: copy it for your superior"),
        lambda: translate("words", "Escalate"),
    ),
    Binding(
        BoardAction.ASK,
        ("A",),
        lambda: translate("words", "Copy it as a question to a colleague"),
        lambda: translate("words", "Ask"),
    ),
    Binding(
        BoardAction.SAVE_ESCALATION,
        ("Shift+E",),
        lambda: translate("words", "Escalate: save it as a file"),
    ),
    Binding(
        BoardAction.SAVE_ASK,
        ("Shift+A",),
        lambda: translate("words", "Save the question to a colleague as a file"),
    ),
    Binding(BoardAction.REVEAL, ("M",), lambda: translate("words", "Show order numbers / mask them")),
    Binding(BoardAction.SHOW_CLOSED, ("C",), lambda: translate("words", "Show closed cases / hide them")),
    Binding(BoardAction.REMOVE, ("Delete",), lambda: translate("words", "Delete the case")),
    Binding(BoardAction.UNDO, ("Ctrl+Z",), lambda: translate("words", "Undo the last action")),
    Binding(BoardAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
    Binding(
        BoardAction.CLOSE,
        ("Esc",),
        lambda: translate("words", "Close the window"),
        lambda: translate("words", "Close"),
    ),
)

CASE_FORM_KEYS: Final = KeyTable(
    Binding(
        CaseFormAction.SAVE,
        ("Enter", "Ctrl+Enter", "Ctrl+S"),
        lambda: translate("words", "Save the case"),
        lambda: translate("words", "Save"),
    ),
    Binding(
        CaseFormAction.RESTORE,
        (RESTORE_KEY,),
        lambda: translate("words", "Restore what was typed before"),
    ),
    Binding(
        CaseFormAction.CLOSE,
        ("Esc",),
        lambda: translate("words", "Close without saving"),
        lambda: translate("words", "Discard"),
    ),
    Binding(CaseFormAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
)
"""Tab and Shift+Tab, which Qt handles, go from field to field; Shift+Enter begins a line."""
