"""Notices about customers: what was moved to the trash, undone, refused or locked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.card.validation import CustomerFlaw, CustomerFlawKind
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_MOST: Final = 40


def moved_to_trash(label: str, count: int) -> Notice:
    """Return a notice that customers were moved to the trash; ``label`` is that of the first."""
    if count == 1:
        text = translate("words", "Moved to the trash: {label}").replace(
            "{label}", inline_text(label[:_MOST])
        )
    else:
        text = translate("words", "Customers moved to the trash: {count}").replace("{count}", str(count))
    return Notice(Tone.DONE, text)


def brought_back(count: int) -> Notice:
    """Return a notice that customers were brought back from the trash."""
    text = translate("words", "Customers brought back: {count}").replace("{count}", str(count))
    return Notice(Tone.DONE, text)


def tagged(count: int, tag: str) -> Notice:
    """Return a notice that customers were tagged."""
    text = translate("words", "Customers tagged “{tag}”: {count}").replace("{count}", str(count))
    return Notice(Tone.DONE, text.replace("{tag}", inline_text(tag[:_MOST])))


def merged(label: str) -> Notice:
    """Return a notice that two cards were merged; ``label`` is that of the card that stays."""
    text = translate("words", "Merged into {label}").replace("{label}", inline_text(label[:_MOST]))
    return Notice(Tone.DONE, text)


def note_removed() -> Notice:
    """Return a notice that a note was removed."""
    return Notice(Tone.DONE, translate("words", "Note removed"))


def satisfaction_saved(name: str) -> Notice:
    """Return a notice that it was noted how satisfied a customer was."""
    return Notice(Tone.DONE, translate("words", "Noted: {name}").replace("{name}", name))


def in_trash() -> Notice:
    """Return a notice that the card that is shown is in the trash."""
    return Notice(
        Tone.WARNING,
        translate("words", "This card is in the trash"),
        translate("words", "Ctrl+R brings it back. What you have typed stays here until then."),
    )


def is_gone() -> Notice:
    """Return a notice that the card that is shown is neither stored nor in the trash."""
    return Notice(
        Tone.WARNING,
        translate("words", "This card does not exist any more"),
        translate("words", "What you have typed stays here; copy what you need."),
    )


def do_not_contact(reason: str) -> Notice:
    """Return a notice that a customer is not to be contacted."""
    return Notice(Tone.WARNING, translate("words", "Do not contact this customer"), inline_text(reason))


def two_to_merge() -> Notice:
    """Return a notice that two customers must be selected to be merged."""
    return Notice(
        Tone.INFO,
        translate("words", "Select two customers to merge"),
        translate("words", "Hold Ctrl and click the second one, or hold Shift and press an arrow key."),
    )


def no_order_link(platform: str) -> Notice:
    """Return a notice that the page of an order cannot be opened; ``platform`` may be empty."""
    text = translate("words", "There is no link to orders of this platform yet: {platform}")
    return Notice(
        Tone.INFO,
        text.replace("{platform}", inline_text(platform) or "—"),
        translate("words", "Add it in the settings, under “Pages of orders”."),
    )


def exported(path: str) -> Notice:
    """Return a notice that a customer was written into a file."""
    text = translate("words", "{path} is not encrypted: delete it when it is not needed any more.")
    return Notice(Tone.DONE, translate("words", "Exported"), text.replace("{path}", path))


def not_exported() -> Notice:
    """Return a notice that a customer is not stored, or in the trash."""
    return Notice(
        Tone.WARNING,
        translate("words", "Nothing was exported"),
        translate("words", "The card is not saved yet, or it is in the trash."),
    )


def own_folder() -> Notice:
    """Return a notice that an export cannot be in the data folder."""
    return Notice(
        Tone.WARNING,
        translate("words", "Nothing was exported"),
        translate("words", "This folder has the files of quickdesk. Choose another one."),
    )


def erased() -> Notice:
    """Return a notice that a customer was erased."""
    text = translate("words", "Backups and exports outside the data folder still have it.")
    return Notice(Tone.DONE, translate("words", "The customer is erased for good"), text)


def locked() -> Notice:
    """Return a notice that the customers are locked."""
    return Notice(
        Tone.INFO,
        translate("words", "The customers are locked"),
        translate(
            "words", "Unlock them with the passphrase. Replies work meanwhile, and nothing typed is lost."
        ),
    )


def not_saved(flaws: Sequence[CustomerFlaw]) -> Notice:
    """Return a notice that a note was not saved."""
    return Notice(Tone.WARNING, translate("words", "Not saved"), flaw_text(flaws))


def flaw_text(flaws: Sequence[CustomerFlaw]) -> str:
    """Return what is wrong with a card or a note: its first flaw."""
    flaw = flaws[0]
    if flaw.kind is CustomerFlawKind.EMPTY and flaw.field != "nicknames":
        return translate("words", "There is nothing to see in it.")
    if flaw.kind is CustomerFlawKind.EMPTY:
        return translate("words", "A card needs a nickname, a name, a phone or an order.")
    if flaw.kind is CustomerFlawKind.TOO_LONG:
        text = translate("words", "This is too long. At most {most} characters can be kept.")
        return text.replace("{most}", f"{flaw.most:,}")
    if flaw.kind is CustomerFlawKind.TOO_MANY:
        text = translate("words", "These are too many. At most {most} can be kept.")
        return text.replace("{most}", f"{flaw.most:,}")
    if flaw.kind is CustomerFlawKind.BAD_NAME:
        return translate("words", "This name cannot be the name of a field. Leave out { } | : and the like.")
    if flaw.kind is CustomerFlawKind.NOT_A_DAY:
        return translate("words", "Write the birthday as MM-DD or YYYY-MM-DD, for example 05-20.")
    return translate("words", "There is a character in it that cannot be kept. Type it again by hand.")
