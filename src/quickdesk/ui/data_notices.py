"""Notices about the data: what is damaged, lost or foreign, and why it cannot be changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.replies.store import StoreProblem
from quickdesk.text.script import join_sentences
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def store_problem(problem: StoreProblem, path: str) -> Notice:
    """Return a notice explaining why the data cannot be read or written, and the state of ``path``."""
    tone, headline, text = {**_reading_problems(), **_saving_problems(), **_key_problems()}[problem]
    return Notice(tone, headline, text.replace("{path}", path))


def recovered(
    kept_as: str, *, used_previous: bool, lost_nothing: bool = False, is_partial: bool = False
) -> Notice:
    """Return a notice that a damaged file was found at the start and was kept as ``kept_as``."""
    if lost_nothing:
        text = translate("words", "Nothing was lost. The damaged file was kept as {path}.")
    elif used_previous:
        text = translate("words", "The previous version is in use. The damaged file was kept as {path}.")
    elif is_partial:
        text = translate("words", "What could still be read is in use. The damaged file was kept as {path}.")
    else:
        text = translate("words", "No earlier version was found. The damaged file was kept as {path}.")
    return Notice(
        Tone.PROBLEM,
        translate("words", "A data file was damaged"),
        text.replace("{path}", inline_text(kept_as)),
    )


def found_before(paths: str) -> Notice:
    """Return a notice that files set aside at an earlier start are not acknowledged yet."""
    text = translate("words", "Files set aside before are kept as {paths}. For details: quickdesk check")
    headline = translate("words", "Data files were set aside before")
    return Notice(Tone.PROBLEM, headline, text.replace("{paths}", paths))


def lost(kind: str, changes: int | None, path: str, *, is_kept: bool) -> Notice:
    """Return a notice that saved changes of a kind cannot be read; they were, or are now, in ``path``."""
    if is_kept:
        text = translate("words", "Changes lost ({kind}): {changes}. The damaged part was kept as {path}.")
    else:
        text = translate("words", "Changes lost ({kind}): {changes}. They were in {path}.")
    count = translate("words", "some") if changes is None else str(changes)
    text = text.replace("{kind}", _kind_names().get(kind, kind)).replace("{changes}", count)
    return Notice(
        Tone.PROBLEM,
        translate("words", "Some changes could not be read"),
        text.replace("{path}", inline_text(path)),
    )


def foreign(kind: str, path: str) -> Notice:
    """Return a notice that a file of other data was among the data files and was moved to ``path``."""
    text = translate(
        "words",
        "A file ({kind}) is from another computer or from another time. It is not used, and kept as {path}.",
    )
    text = text.replace("{kind}", _kind_names().get(kind, kind)).replace("{path}", path)
    headline = translate("words", "A file did not belong to your data")
    return Notice(Tone.PROBLEM, headline, join_sentences([text, *_import_hint(kind, path)]))


def copies(kind: str, paths: Sequence[str]) -> Notice:
    """Return a notice that there are unused copies of data files beside them."""
    text = translate(
        "words",
        "Copies that are not used ({kind}): {paths}. A sync program made them, or another computer did.",
    )
    text = text.replace("{kind}", _kind_names().get(kind, kind)).replace("{paths}", ", ".join(paths))
    headline = translate("words", "There are copies of your data")
    return Notice(Tone.INFO, headline, join_sentences([text, *_import_hint(kind, paths[-1])]))


def read_only(problem: StoreProblem, path: str) -> Notice:
    """Return a notice explaining why the data is read-only, and how it can be changed again."""
    if problem is StoreProblem.MOVED:
        return store_problem(problem, path)
    if problem is not StoreProblem.DISK_FULL:
        return store_problem(StoreProblem.NOT_WRITABLE, path)
    text = translate(
        "words",
        "The disk is full. You can still use your replies. To change them, "
        "free up space for {path} and restart quickdesk.",
    )
    headline = store_problem(StoreProblem.NOT_WRITABLE, path).headline
    return Notice(Tone.PROBLEM, headline, text.replace("{path}", inline_text(path)))


def folder_gone() -> Notice:
    """Return a notice explaining why the program does not quit: the data folder is gone."""
    return Notice(
        Tone.WARNING,
        translate("words", "quickdesk is still running"),
        translate(
            "words", "The data folder is gone. Save a copy of your data first, or quit again to leave it."
        ),
    )


def copy_saved(path: str) -> Notice:
    """Return a notice that a copy of all data was saved as ``path``, and how to restore it."""
    text = translate("words", "{path}\nBring it back with: quickdesk restore FILE").replace("{path}", path)
    return Notice(Tone.DONE, translate("words", "Copy saved"), text)


def copy_not_saved(path: str) -> Notice:
    """Return a notice that a copy of the data could not be saved as ``path``."""
    text = translate("words", "{path} cannot be written. Choose another place.")
    headline = translate("words", "The copy was not saved")
    return Notice(Tone.PROBLEM, headline, text.replace("{path}", inline_text(path)))


def saving_again() -> Notice:
    """Return a notice that changes can be saved again."""
    return Notice(Tone.DONE, translate("words", "Changes can be saved again"))


def clock_jumped(before: datetime, after: datetime) -> Notice:
    """Return a notice that the clock of the computer moved by several days since the last check."""
    text = translate(
        "words",
        "It shows {after}, and quickdesk last ran at {before}. Nothing was deleted because of that. If the "
        "date is wrong, set the clock.",
    )
    for name, time in (("{before}", before), ("{after}", after)):
        text = text.replace(name, f"{time:%Y-%m-%d %H:%M}")
    return Notice(Tone.INFO, translate("words", "The computer's clock has moved by several days"), text)


def _import_hint(kind: str, path: str) -> list[str]:
    if kind != "snippets":
        return []
    hint = translate("words", "To take over the replies in it: {command}")
    return [hint.replace("{command}", f'quickdesk import "{path}"')]


def _kind_names() -> Mapping[str, str]:
    return {
        "snippets": translate("words", "replies"),
        "settings": translate("words", "settings"),
        "customers": translate("words", "customers"),
        "followups": translate("words", "reminders"),
        "insights": translate("words", "statistics"),
        "facts": translate("words", "facts"),
        "lexicon": translate("words", "words of the shop"),
    }


def _reading_problems() -> Mapping[StoreProblem, tuple[Tone, str, str]]:
    return {
        StoreProblem.DAMAGED: (
            Tone.PROBLEM,
            translate("words", "A data file could not be read"),
            translate(
                "words",
                "The file was kept unchanged as {path}. quickdesk continues without it.",
            ),
        ),
        StoreProblem.NEWER: (
            Tone.PROBLEM,
            translate("words", "The data was written by a newer quickdesk"),
            translate("words", "{path} was not touched. Update quickdesk to open it."),
        ),
        StoreProblem.IN_USE: (
            Tone.WARNING,
            translate("words", "Another quickdesk is using the data"),
            translate("words", "Nothing was changed in {path}. Quit the other one, then try again."),
        ),
        StoreProblem.UNREADABLE: (
            Tone.PROBLEM,
            translate("words", "No permission to read a data file"),
            translate("words", "{path} was not touched. Allow reading it, then restart quickdesk."),
        ),
    }


def _saving_problems() -> Mapping[StoreProblem, tuple[Tone, str, str]]:
    return {
        StoreProblem.NOT_WRITABLE: (
            Tone.PROBLEM,
            translate("words", "Read-only: changes cannot be saved"),
            translate(
                "words",
                "You can still use your replies. To change them, allow writing to {path} and try again.",
            ),
        ),
        StoreProblem.DISK_FULL: (
            Tone.PROBLEM,
            translate("words", "Not saved: the disk is full"),
            translate("words", "Everything saved before is safe. Free up space for {path}, then save again."),
        ),
        StoreProblem.MOVED: (
            Tone.PROBLEM,
            translate("words", "Changes cannot be saved: the data folder is gone"),
            translate(
                "words",
                "{path} was renamed, deleted or replaced while quickdesk was using it. You can still use "
                "your replies. Put the folder back, or save a copy of your data and restart quickdesk.",
            ),
        ),
        StoreProblem.TOO_LARGE: (
            Tone.PROBLEM,
            translate("words", "No backup was made: there is too much data"),
            translate(
                "words",
                "Everything is saved. With quickdesk closed, a copy of the data folder is a backup too.",
            ),
        ),
        StoreProblem.UNCERTAIN: (
            Tone.PROBLEM,
            translate("words", "Perhaps not saved: the disk reported an error"),
            translate(
                "words",
                "The change may or may not be in {path}. Restart quickdesk and check before making it again.",
            ),
        ),
    }


def _key_problems() -> Mapping[StoreProblem, tuple[Tone, str, str]]:
    with_recovery_key = translate(
        "words",
        "If a recovery key was made, it opens them: Settings, Privacy. If not, bring the keyring or the "
        "key file "
        "back; then make one there.",
    )
    return {
        StoreProblem.LOCKED: (
            Tone.INFO,
            translate("words", "Customers are locked"),
            translate("words", "Type the passphrase to open them. Replies can be used all the same."),
        ),
        StoreProblem.WRONG_PASSPHRASE: (
            Tone.WARNING,
            translate("words", "The passphrase is wrong"),
            translate("words", "Nothing was changed. Try again."),
        ),
        StoreProblem.KEY_MISSING: (
            Tone.PROBLEM,
            translate("words", "The key of the customers is not on this computer"),
            with_recovery_key,
        ),
        StoreProblem.KEY_CHANGED: (
            Tone.PROBLEM,
            translate("words", "Another key is in the place of that of the customers"),
            with_recovery_key,
        ),
        **_keyring_problems(),
        StoreProblem.PROTECTION_DAMAGED: (
            Tone.PROBLEM,
            translate("words", "The file about the protection of customers is damaged"),
            translate("words", "Nothing is lost. Put {path} back from a backup of this folder."),
        ),
    }


def _keyring_problems() -> Mapping[StoreProblem, tuple[Tone, str, str]]:
    return {
        StoreProblem.NO_KEYRING: (
            Tone.PROBLEM,
            translate("words", "The keyring with the key of the customers is not there"),
            translate(
                "words",
                "Nothing is lost. Start the keyring of the system, or use a recovery key: Settings, Privacy. "
                "If none was made, make one there when they open again.",
            ),
        ),
        StoreProblem.KEYRING_REFUSED: (
            Tone.PROBLEM,
            translate("words", "The keyring refuses the key of the customers"),
            translate(
                "words",
                "Nothing is lost. Unlock the keyring and try again, or use a recovery key: Settings, "
                "Privacy. "
                "If none was made, make one there when they open again.",
            ),
        ),
        StoreProblem.KEYRING_SILENT: (
            Tone.WARNING,
            translate("words", "The keyring of the system does not answer"),
            translate("words", "If it asks for its password, enter that and try again."),
        ),
    }
