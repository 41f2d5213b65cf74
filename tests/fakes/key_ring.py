"""A ring of keys in memory, which can be locked and can lose its keys."""

from quickdesk.storage.document import to_json
from quickdesk.storage.protection.keys import KEY_BYTES, DataKey, KeyProblem, KeyUnavailableError


def key_number(number: int) -> DataKey:
    """Return a key that is the same for the same number."""
    return DataKey.of(bytes([number]) * KEY_BYTES)


class FakeKeyRing:
    """Creates its first key when it is needed."""

    def __init__(self, *keys: DataKey) -> None:
        """``keys`` are those that exist already, the current one last."""
        self._keys = list(keys)
        self.is_locked = False
        self.is_failing = False
        self.asked = 0

    def current(self) -> DataKey:
        """Return the last key."""
        self._ask()
        if not self._keys:
            self.change()
        return self._keys[-1]

    def key(self, key_id: str) -> DataKey | None:
        """Return a key that was ever current, unless it was forgotten."""
        self._ask()
        return next((each for each in self._keys if each.id == key_id), None)

    def backup_copy(self) -> bytes | None:
        """Return what says which keys there are, once there are any."""
        return to_json({"keys": [each.id for each in self._keys]}) if self._keys else None

    def change(self) -> DataKey:
        """Make a new key the current one."""
        self._keys.append(key_number(len(self._keys) + 1))
        return self._keys[-1]

    def forget_earlier(self) -> None:
        """Forget all keys but the current one."""
        del self._keys[:-1]

    def lose(self) -> None:
        """Forget all keys, as on another machine."""
        self._keys.clear()

    def _ask(self) -> None:
        self.asked += 1
        if self.is_failing:
            raise KeyUnavailableError(KeyProblem.MISSING)
        if self.is_locked:
            raise KeyUnavailableError(KeyProblem.LOCKED)
