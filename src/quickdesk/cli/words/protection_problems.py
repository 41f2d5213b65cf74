"""The sentences of problems with the protection of customers and with its keys."""

from collections.abc import Callable

Translate = Callable[[str, str], str]


def of_protection(translate: Translate) -> dict[str, str]:
    """Return the sentences of changes of the protection that were not made."""
    return {
        "backup-locked": translate(
            "cli",
            "The customers in {path} are locked, or their key is not here. Nothing was changed. Unlock them, "
            "or open them with the recovery key of the computer they are from: restore {path} "
            "--recovery-key-file FILE. Or leave them out: --partly.",
        ),
        "wrong-passphrase": translate("cli", "The passphrase is wrong. Nothing was changed."),
        "passphrase-too-short": translate(
            "cli", "The passphrase is too short: it needs eight characters. Nothing was changed."
        ),
        "old-passphrase-needed": translate(
            "cli",
            "The customers have a passphrase: it must be given to change or remove it. Nothing was changed. "
            "In a file: --old-passphrase-file FILE.",
        ),
        "passphrases-differ": translate("cli", "The two passphrases differ. Nothing was changed."),
        "no-passphrase-given": translate(
            "cli",
            "There is no terminal to type it. Give it in a file: --passphrase-file FILE, --use FILE, "
            "--old-passphrase-file FILE.",
        ),
        "no-passphrase": translate("cli", "The customers have no passphrase. Set one with: data protect."),
        "no-recovery-key": translate(
            "cli",
            "No recovery key was ever made for this data. Nothing was changed. One can be made while the "
            "customers "
            "open: data recovery-key.",
        ),
        "not-a-recovery-key": translate(
            "cli", "This is not a recovery key: a letter is wrong or missing. Nothing was changed."
        ),
        "other-recovery-key": translate(
            "cli", "This recovery key belongs to other data, or a newer one replaced it. Nothing was changed."
        ),
        "no-personal-data": translate("cli", "There is nothing that is encrypted."),
    }


def of_keys(translate: Translate) -> dict[str, str]:
    """Return the sentences of customers whose key is not there."""
    return {
        "data-locked": translate(
            "cli",
            "Customers are locked. Unlock them with: data unlock. Replies can be used all the same.",
        ),
        "data-wrong-passphrase": translate("cli", "The passphrase is wrong. Nothing was changed."),
        "data-key-missing": translate(
            "cli",
            "The key of the customers is not on this computer. Nothing was changed. If a recovery key was "
            "made, it opens them: data recovery-key --use FILE. If not, bring the keyring or the key "
            "file back; "
            "then make one: data recovery-key.",
        ),
        "data-key-changed": translate(
            "cli",
            "Another key is in the place of that of the customers. Nothing was changed. If a recovery "
            "key was "
            "made, it opens them: data recovery-key --use FILE. If not, bring the keyring or the key "
            "file back; "
            "then make one: data recovery-key.",
        ),
        **_of_the_keyring(translate),
        "data-protection-damaged": translate(
            "cli",
            "{path} is damaged, and so is its copy. Nothing was changed, and nothing is lost: put "
            "the file back "
            "from a backup of this folder.",
        ),
    }


def _of_the_keyring(translate: Translate) -> dict[str, str]:
    return {
        "data-no-keyring": translate(
            "cli",
            "The keyring of the system, which has the key of the customers, is not there. Nothing "
            "was changed. "
            "Start it, or use a recovery key: data recovery-key --use FILE. If none was made, make one "
            "when they "
            "open again: data recovery-key.",
        ),
        "data-keyring-refused": translate(
            "cli",
            "The keyring of the system refuses the key of the customers. Nothing was changed. Unlock the "
            "keyring and try again, or use a recovery key: data recovery-key --use FILE. If none was "
            "made, make "
            "one when they open again: data recovery-key.",
        ),
        "data-keyring-silent": translate(
            "cli",
            "The keyring of the system does not answer. Nothing was changed. If it asks for its "
            "password, enter "
            "that and try again.",
        ),
    }
