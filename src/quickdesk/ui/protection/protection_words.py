"""How customers are protected and erased, in words: what that protects from, and how to do better.

Settings, the window of the protection and the first card say the same.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.commands.data_protection import ProtectionMethod, ProtectionProblem, ProtectionStatus
from quickdesk.text.script import join_sentences
from quickdesk.ui.notice import Notice, Tone

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def protection_notice(status: ProtectionStatus, *, is_in_window: bool = False) -> Notice:
    """Return how customers are protected, what that protects from and how to do better.

    ``is_in_window`` is for the window of the protection, which has the button for a recovery key itself.
    """
    headline, text = _methods()[status.method]
    if status.is_damaged:
        return Notice(
            Tone.PROBLEM, translate("words", "The file about the protection of customers is damaged")
        )
    if status.is_locked:
        headline = translate("words", "Customers are locked")
    parts = [text]
    has_no_recovery = status.method is not None and not status.has_recovery_key
    if status.is_key_in_keyring:
        parts.append(
            translate(
                "words",
                "The key is still in the keyring of the system too, which did not delete it: this is tried "
                "again when customers are unlocked.",
            )
        )
    if has_no_recovery:
        elsewhere = translate(
            "words",
            "There is no recovery key yet: without one they are lost with their key. Make one in "
            "Settings, "
            "Privacy.",
        )
        here = translate(
            "words", "There is no recovery key yet: without one they are lost with their key. Make one below."
        )
        parts.append(here if is_in_window else elsewhere)
    is_unsafe = has_no_recovery or status.is_key_in_keyring
    return Notice(Tone.WARNING if is_unsafe else Tone.INFO, headline, join_sentences(parts))


def protection_problem(problem: ProtectionProblem) -> Notice:
    """Return a notice that a change of the protection was not made, and why."""
    headlines = {
        ProtectionProblem.WRONG_PASSPHRASE: translate("words", "The passphrase is wrong"),
        ProtectionProblem.PASSPHRASE_TOO_SHORT: translate("words", "A passphrase needs eight characters"),
        ProtectionProblem.OLD_PASSPHRASE_NEEDED: translate("words", "Type the passphrase until now first"),
        ProtectionProblem.NO_PASSPHRASE: translate("words", "There is no passphrase"),
        ProtectionProblem.NO_RECOVERY_KEY: translate("words", "No recovery key was ever made for this data"),
        ProtectionProblem.NOT_A_RECOVERY_KEY: translate(
            "words", "This is not a recovery key: a letter is wrong or missing"
        ),
        ProtectionProblem.OTHER_RECOVERY_KEY: translate(
            "words", "This recovery key belongs to other data, or a newer one replaced it"
        ),
        ProtectionProblem.NO_PERSONAL_DATA: translate("words", "There is nothing that is encrypted"),
    }
    text = translate("words", "Nothing was changed.")
    if problem is ProtectionProblem.NO_RECOVERY_KEY:
        hint = translate("words", "One can be made here while the customers open.")
        text = join_sentences([text, hint])
    return Notice(Tone.WARNING, headlines[problem], text)


def copied_key(*, is_copied: bool) -> Notice:
    """Return a notice that the recovery key was copied, or that the clipboard refused it."""
    if not is_copied:
        return Notice(Tone.WARNING, translate("words", "Nothing was copied: the clipboard is not available"))
    return Notice(Tone.DONE, translate("words", "The recovery key is copied"))


def key_changed(backups: int) -> Notice:
    """Return a notice that the key was changed, and how many backups still open with the one before."""
    text = translate("words", "Backups elsewhere that were made before still open with the key before.")
    if backups:
        text = translate(
            "words",
            "Backups that were made before still open with the key before, in the data folder: {count}. "
            "quickdesk data rekey --delete-old-backups changes the key and deletes these.",
        ).replace("{count}", str(backups))
    return Notice(Tone.DONE, translate("words", "Everything is encrypted with a new key"), text)


def no_printer() -> Notice:
    """Return a notice that this computer has no printer, and what to do instead."""
    return Notice(
        Tone.WARNING,
        translate("words", "There is no printer on this computer"),
        translate("words", "Save the key in a file and print it elsewhere, or write it down."),
    )


def printed_key() -> Notice:
    """Return a notice that the page with the recovery key was sent to the printer."""
    return Notice(Tone.DONE, translate("words", "The recovery key is sent to the printer"))


def passphrases_differ() -> Notice:
    """Return a notice that the two new passphrases are not the same."""
    return Notice(
        Tone.WARNING,
        translate("words", "The two passphrases differ"),
        translate("words", "Nothing was changed."),
    )


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


def _methods() -> Mapping[ProtectionMethod | None, tuple[str, str]]:
    better = translate("words", "A passphrase protects better.")
    return {
        None: (
            translate("words", "There are no customers yet"),
            translate("words", "They will be encrypted from the first card on."),
        ),
        ProtectionMethod.KEYRING: (
            translate("words", "Encrypted, the key is in the keyring of the system"),
            join_sentences(
                [
                    translate(
                        "words",
                        "This protects files, backups and a lost disk, but not from others at your account.",
                    ),
                    better,
                ]
            ),
        ),
        ProtectionMethod.KEY_FILE: (
            translate("words", "Encrypted, the key is in a file beside the data"),
            join_sentences(
                [
                    translate(
                        "words",
                        "No keyring of the system answered. This protects backups, but not a copy of the "
                        "whole data folder.",
                    ),
                    better,
                ]
            ),
        ),
        ProtectionMethod.PASSPHRASE: (
            translate("words", "Encrypted with a passphrase"),
            translate(
                "words",
                "This protects everything while they are locked, but not from other programs of yours while "
                "they are open.",
            ),
        ),
    }
