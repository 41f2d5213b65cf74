"""Notices about erasing what has been kept long enough."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.notice import Notice, Tone

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def erased_notice(customers: int, cases: int, events: int) -> Notice:
    """Return a notice of how much was erased."""
    words = translate("words", "Erased: {customers} customers, of others {cases} cases, {events} entries")
    for name, count in (("{customers}", customers), ("{cases}", cases), ("{events}", events)):
        words = words.replace(name, str(count))
    text = translate("words", "Backups and exports outside the data folder still have it.")
    return Notice(Tone.DONE, words, text)


def clock_jumped() -> Notice:
    """Return a notice that nothing is erased right after a jump of the clock."""
    return Notice(
        Tone.WARNING,
        translate("words", "Nothing was erased"),
        translate("words", "The clock of this computer has just jumped, so days cannot be counted."),
    )
