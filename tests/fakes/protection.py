"""The protection of personal data in memory, with the rules of the real one."""

from dataclasses import replace

from quickdesk.commands.data_protection import (
    SHORTEST_PASSPHRASE,
    OlderBackups,
    ProtectionError,
    ProtectionMethod,
    ProtectionProblem,
    ProtectionStatus,
)


class FakeProtection:
    """``passphrase`` and ``recovery_key`` are the valid ones; ``actions`` what was done."""

    def __init__(self, method: ProtectionMethod | None = ProtectionMethod.KEYRING) -> None:
        self._status = ProtectionStatus(method, key_id="00" * 8)
        self.passphrase = self.recovery_key = ""
        self.actions: list[str] = []

    def status(self) -> ProtectionStatus:
        return self._status

    def protect(self, passphrase: str, old: str = "") -> None:
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise ProtectionError(ProtectionProblem.PASSPHRASE_TOO_SHORT)
        self._confirm(old)
        self.passphrase = passphrase
        self._set("protect", method=ProtectionMethod.PASSPHRASE)

    def unprotect(self, old: str = "") -> None:
        self._confirm(old)
        self.passphrase = ""
        self._set("unprotect", method=ProtectionMethod.KEYRING, is_locked=False)

    def unlock(self, passphrase: str) -> None:
        if not self._status.can_be_locked:
            raise ProtectionError(ProtectionProblem.NO_PASSPHRASE)
        if passphrase != self.passphrase:
            raise ProtectionError(ProtectionProblem.WRONG_PASSPHRASE)
        self._set("unlock", is_locked=False)

    def lock(self) -> None:
        if not self._status.can_be_locked:
            raise ProtectionError(ProtectionProblem.NO_PASSPHRASE)
        self._set("lock", is_locked=True)

    def new_recovery_key(self, old: str = "") -> str:
        self._confirm(old)
        self.recovery_key = f"AAAA-{len(self.actions):04}"
        self._set("recovery key", has_recovery_key=True)
        return self.recovery_key

    def recover(self, recovery_key: str, backup: str | None = None) -> None:
        if recovery_key != self.recovery_key:
            raise ProtectionError(ProtectionProblem.OTHER_RECOVERY_KEY)
        self._set("recover", method=ProtectionMethod.KEYRING, is_locked=False)

    def rekey(self, *, deletes_old_backups: bool = False) -> OlderBackups:
        self._set("rekey", older_keys=self._status.older_keys + 1)
        return OlderBackups(deleted=2) if deletes_old_backups else OlderBackups(kept=2)

    def _confirm(self, old: str) -> None:
        if self.passphrase and old != self.passphrase:
            raise ProtectionError(
                ProtectionProblem.WRONG_PASSPHRASE if old else ProtectionProblem.OLD_PASSPHRASE_NEEDED
            )

    def _set(self, action: str, **changes: object) -> None:
        self.actions.append(action)
        self._status = replace(self._status, **changes)  # type: ignore[arg-type]
