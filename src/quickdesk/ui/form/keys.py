"""The keys of a form."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.drafts.draft_bar import RESTORE_KEY
from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import DIGITS, Binding, KeyTable


class FormAction(Enum):
    """The actions of a form."""

    ENTER = auto()
    """Go to the next empty field; if there is none, paste, or copy a reply without a target."""
    COPY = auto()
    MAKE_FACT = auto()
    """Make the value of the current field a fact of the shop."""
    KEEP = auto()
    """Keep the value of the current field on the card of the customer."""
    RESTORE = auto()
    """Restore what was filled in before and is offered."""
    RETURN = auto()
    HELP = auto()
    NEXT = auto()
    PREVIOUS = auto()
    """NEXT and PREVIOUS are done by Qt."""


class ChoiceAction(Enum):
    """The actions of a field with choices."""

    PICK = auto()
    PREVIOUS = auto()
    NEXT = auto()


MAX_DIGITS: Final = 9
"""The number of choices that have a digit."""
translate: Final = QCoreApplication.translate  # lupdate recognises this name

FORM_KEYS: Final = KeyTable(
    Binding(
        FormAction.ENTER,
        ("Enter",),
        lambda: translate("words", "Next empty field; paste when all are filled in"),
        lambda: translate("words", "Next"),
    ),
    Binding(
        FormAction.COPY,
        ("Ctrl+Enter",),
        lambda: translate("words", "Only copy the reply"),
        lambda: translate("words", "Copy only"),
    ),
    Binding(
        FormAction.MAKE_FACT, ("Ctrl+S",), lambda: translate("words", "Make the value a fact of the shop")
    ),
    Binding(FormAction.KEEP, ("Alt+K",), lambda: translate("words", "Keep the value on the customer's card")),
    Binding(
        FormAction.NEXT,
        ("Tab",),
        lambda: translate("words", "Next field"),
        lambda: translate("words", "Next"),
    ),
    Binding(FormAction.PREVIOUS, ("Shift+Tab",), lambda: translate("words", "Previous field")),
    Binding(
        FormAction.RESTORE,
        (RESTORE_KEY,),
        lambda: translate("words", "Restore what was filled in before and is offered"),
    ),
    Binding(
        FormAction.RETURN,
        ("Esc",),
        lambda: translate("words", "Back to the list, keeping what was filled in"),
        lambda: translate("words", "Back"),
    ),
    Binding(FormAction.HELP, (HELP_KEY,), help_text, lambda: translate("words", "Keys")),
)
CHOICE_KEYS: Final = KeyTable(
    Binding(ChoiceAction.PICK, (DIGITS,), lambda: translate("words", "Choose by number")),
    Binding(ChoiceAction.PREVIOUS, ("←", "↑"), lambda: translate("words", "Previous choice"), repeats=True),
    Binding(ChoiceAction.NEXT, ("→", "↓"), lambda: translate("words", "Next choice"), repeats=True),
)
