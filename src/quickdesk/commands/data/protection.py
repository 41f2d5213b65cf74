"""The command ``data``: how personal data is protected at rest, and the changes of that.

Passphrases and recovery keys are arguments of requests, which are never logged.
"""

from collections.abc import Callable
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, optional_text, text
from quickdesk.commands.backup_store import BackupError
from quickdesk.commands.data_protection import DataProtection, OlderBackups, ProtectionError, ProtectionStatus


def show_protection(_request: Request, protection: DataProtection) -> Answer:
    """Return how personal data is protected."""
    return done(protection_to_json(protection.status()))


def protect(request: Request, protection: DataProtection) -> Answer:
    """Protect personal data with the passphrase ``new``, or without one (``off``).

    If there is one already, it must be given as ``old``.
    """
    new, old = text(request, "new"), text(request, "old")

    def change() -> None:
        if flag(request, "off"):
            protection.unprotect(old)
        else:
            protection.protect(new, old)

    return _changed(change, protection)


def unlock(request: Request, protection: DataProtection) -> Answer:
    """Unlock personal data with ``passphrase``."""
    passphrase = text(request, "passphrase")
    return _changed(lambda: protection.unlock(passphrase), protection)


def lock(_request: Request, protection: DataProtection) -> Answer:
    """Lock personal data until the passphrase is given again."""
    return _changed(protection.lock, protection)


def recovery_key(request: Request, protection: DataProtection) -> Answer:
    """Return a new recovery key, or open personal data, or that of ``backup``, with the one in ``use``.

    For a new one the passphrase, if there is one, must be given as ``old``.
    """
    used, backup = optional_text(request, "use"), optional_text(request, "backup")
    if used is not None:
        return _changed(lambda: protection.recover(used, backup), protection)
    made: list[str] = []
    answer = _changed(lambda: made.append(protection.new_recovery_key(text(request, "old"))), protection)
    return done({**answer.data, "recovery_key": made[0]}) if made else answer


def rekey(request: Request, protection: DataProtection) -> Answer:
    """Encrypt all personal data with a new key; ``delete_old_backups`` deletes those of the key before."""
    deletes = flag(request, "delete_old_backups")
    found: list[OlderBackups] = []
    answer = _changed(lambda: found.append(protection.rekey(deletes_old_backups=deletes)), protection)
    if not found:
        return answer
    return done({**answer.data, "old_backups": found[0].kept, "deleted_backups": found[0].deleted})


def protection_to_json(status: ProtectionStatus) -> dict[str, Any]:
    """Return how personal data is protected as JSON."""
    return {
        "method": None if status.method is None else status.method.value,
        "locked": status.is_locked,
        "has_recovery_key": status.has_recovery_key,
        "damaged": status.is_damaged,
        "key": status.key_id,
        "older_keys": status.older_keys,
        "key_in_keyring": status.is_key_in_keyring,
    }


def _changed(change: Callable[[], None], protection: DataProtection) -> Answer:
    try:
        change()
    except ProtectionError as error:
        return problem(Exit.REFUSED, error.problem.value)
    except BackupError as error:
        return problem(Exit.FAILED, error.problem.value, path=error.path)
    return show_protection(Request("data"), protection)
