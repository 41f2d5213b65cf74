"""The files about the data key in a data folder: the record, twice, and the key itself if no keyring has it.

Each change replaces both copies of the record, one after the other, so that a whole copy is always there and
damage to either loses nothing. A key file is in no backup and no export.
"""

import logging
import os
import stat
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from quickdesk.replies.store import StoreError
from quickdesk.storage.data_key.record import ProtectionRecord, record_of
from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import read_error, write_error
from quickdesk.storage.protection.keys import DataKey, KeyProblem, KeyUnavailableError

PROTECTION = "protection.json"
_COPIES = (PROTECTION, f"{PROTECTION}.prev")
_KEY_ENDING = ".key"
_KEY_FORMAT = "quickdesk-key-1"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_log = logging.getLogger(__name__)


class ProtectionFiles:
    """Reads and writes them; ``refusal`` is why nothing may be written, if so."""

    def __init__(self, disk: Disk, folder: Path, refusal: StoreError | None = None) -> None:
        self._disk, self._folder, self._refusal = disk, folder, refusal

    @property
    def path(self) -> Path:
        """The path of the record."""
        return self._folder / PROTECTION

    def load(self) -> ProtectionRecord | None:
        """Return the newest whole copy of the record, None if there never was one.

        Raises KeyUnavailableError if no copy is whole, and StoreError.
        """
        found: list[ProtectionRecord] = []
        is_damaged = False
        for name in _COPIES:
            try:
                found.append(record_of(self._disk.read(self._folder / name)))
            except FileNotFoundError:
                continue
            except ValueError:
                _log.info("a copy of the record of the protection is damaged")
                is_damaged = True
            except OSError as error:
                raise read_error(error, self._folder / name) from error
        if is_damaged and not found:
            raise KeyUnavailableError(KeyProblem.DAMAGED)
        return max(found, key=lambda each: each.number, default=None)

    def save(self, record: ProtectionRecord) -> None:
        """Replace both copies; raises StoreError, and then the former record counts, or this one."""
        for name in _COPIES:
            self._replace(self._folder / name, record.to_bytes())

    def has_key(self, key_id: str) -> bool:
        """Return whether the file of a key exists."""
        return self._disk.exists(self._key_path(key_id))

    def load_key(self, key_id: str) -> DataKey | None:
        """Return the key in the file of that key, None if there is none.

        Raises KeyUnavailableError if it holds another key, and StoreError. A file that others may read, as a
        copy of a folder may be, is written again for its owner only.
        """
        path = self._key_path(key_id)
        try:
            with self._disk.open_to_read(path) as file:
                raw, is_shared = file.read(), _may_be_read_by_others(file)
            form, _, text = raw.decode().strip().partition(" ")
            key = DataKey.of(b64decode(text, validate=True))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise read_error(error, path) from error
        except ValueError as error:
            raise KeyUnavailableError(KeyProblem.CHANGED, key_id) from error
        if form != _KEY_FORMAT or key.id != key_id:
            raise KeyUnavailableError(KeyProblem.CHANGED, key_id)
        if is_shared:
            _log.info("a key file could be read by others")
            with suppress(StoreError):
                self.save_key(key)
        return key

    def save_key(self, key: DataKey) -> None:
        """Write the file of a key, which only its owner can read; raises StoreError."""
        self._replace(self._key_path(key.id), f"{_KEY_FORMAT} {b64encode(key.secret).decode()}\n".encode())

    def remove_key(self, key_id: str) -> None:
        """Delete the file of a key; raises StoreError."""
        path = self._key_path(key_id)
        try:
            if self._disk.exists(path):
                self._disk.remove(path)
                self._disk.sync_folder(self._folder)
        except OSError as error:
            raise write_error(error, path) from error

    def _key_path(self, key_id: str) -> Path:
        return self._folder / f"{key_id}{_KEY_ENDING}"

    def _replace(self, path: Path, data: bytes) -> None:
        if self._refusal is not None:
            raise self._refusal
        new = path.with_name(f"{path.name}.new")
        try:
            self._disk.write(new, data)
            self._disk.replace(new, path)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            with suppress(OSError):
                self._disk.remove(new)
            raise write_error(error, path) from error


def _may_be_read_by_others(file: BinaryIO) -> bool:
    """Return whether the permissions of an open file say so; Windows has others, and a test perhaps none."""
    if os.name != "posix":
        return False
    try:
        return bool(os.fstat(file.fileno()).st_mode & _OTHERS)
    except OSError:
        return False
