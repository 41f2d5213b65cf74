"""Which customers were erased, in ``erased.json``: salted hashes of their ids, so that none comes back.

The file has no data of a customer: ids are random, and only their hashes with a random salt are kept. What is
being erased is listed as pending until nothing of it is left in any file, so that an erasure that was
interrupted is finished at the next start. Cases and events that were erased on their own are listed too.
"""

import hashlib
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from quickdesk.storage.disk import Disk
from quickdesk.storage.document import from_json, to_json
from quickdesk.storage.failure import write_error
from quickdesk.storage.journal.files import Files

_log = logging.getLogger(__name__)

ERASED = "erased.json"
_NEW = "erased.json.new"
_SALT_BYTES, _HASH_BYTES = 16, 10


class ErasedList:
    """The erased ids of one data folder."""

    def __init__(self, disk: Disk, folder: Path, random: Callable[[int], bytes] = os.urandom) -> None:
        self._disk, self._folder, self._random = disk, folder, random
        self._salt, self._erased, self._pending = self._load()
        self._known: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._erased or self._pending)

    @property
    def is_pending(self) -> bool:
        """Whether an erasure has begun and is not finished."""
        return bool(self._pending)

    def has(self, document_id: object) -> bool:
        """Return whether an id is erased, or is to be."""
        if not isinstance(document_id, str) or not self:
            return False
        known = self._known.get(document_id)
        if known is None:
            mark = self._hash(document_id)
            known = self._known[document_id] = mark in self._erased or mark in self._pending
        return known

    def begin(self, ids: Iterable[str]) -> None:
        """List ids as pending; raises StoreError, and then they are not."""
        self._save(self._erased, self._pending | set(map(self._hash, ids)))

    def settle(self) -> None:
        """List what was pending as erased; raises StoreError."""
        self._save(self._erased | self._pending, frozenset())

    def _hash(self, document_id: str) -> str:
        text = document_id.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=_HASH_BYTES, key=self._salt).hexdigest()

    def _save(self, erased: frozenset[str] | set[str], pending: frozenset[str] | set[str]) -> None:
        document = {"salt": self._salt.hex(), "erased": sorted(erased), "pending": sorted(pending)}
        path = self._folder / ERASED
        try:
            self._disk.write(self._folder / _NEW, to_json(document))
            self._disk.replace(self._folder / _NEW, path)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            raise write_error(error, path) from error
        self._erased, self._pending = frozenset(erased), frozenset(pending)
        self._known = {}

    def _load(self) -> tuple[bytes, frozenset[str], frozenset[str]]:
        path = self._folder / ERASED
        try:
            return _read(from_json(self._disk.read(path)))
        except FileNotFoundError:
            pass
        except OSError as error:
            raise write_error(error, path) from error
        except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
            _log.warning("the list of erased customers is damaged")
            Files(self._disk, self._folder, "").copy_aside(path)
        return self._random(_SALT_BYTES), frozenset(), frozenset()


def _read(document: Any) -> tuple[bytes, frozenset[str], frozenset[str]]:  # noqa: ANN401 - any JSON
    lists = [document["erased"], document["pending"]]
    if not all(isinstance(each, list) and all(isinstance(one, str) for one in each) for each in lists):
        raise TypeError("not a list of hashes")
    return bytes.fromhex(document["salt"]), frozenset(lists[0]), frozenset(lists[1])
