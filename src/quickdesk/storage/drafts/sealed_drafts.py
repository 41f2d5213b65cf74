"""The drafts of customers, encrypted with the data key, in a file of their own: ``customer-drafts.json``.

It is replaced whole, as the plain one is. It is read when it is first needed: its key may be locked, or kept
by a keyring that takes long to answer.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from quickdesk.replies.drafts import Draft, Drafts
from quickdesk.replies.store import StoreError
from quickdesk.storage.disk import Disk
from quickdesk.storage.document import from_json, to_json
from quickdesk.storage.drafts.draft_document import document_of_drafts, drafts_of
from quickdesk.storage.failure import key_error, read_error, write_error
from quickdesk.storage.protection.cipher import CannotDecryptError, Cipher
from quickdesk.storage.protection.keys import KeyProblem, KeyRing, KeyUnavailableError

_log = logging.getLogger(__name__)

SEALED_DRAFTS = "customer-drafts.json"
_NEW = "customer-drafts.json.new"
_NAME, _PLACE = "customer-drafts", "drafts"
_MOST_BYTES = 64 * 1024 * 1024


class SealedDraftFile:
    """Loads and saves them; ``refusal`` is why nothing may be written, if so.

    No key is kept: it is fetched for each call.
    """

    def __init__(self, disk: Disk, folder: Path, keys: KeyRing, refusal: StoreError | None = None) -> None:
        self._disk, self._folder, self._keys, self._refusal = disk, folder, keys, refusal
        self._path = folder / SEALED_DRAFTS
        self._has_remains = False

    @property
    def has_remains(self) -> bool:
        """Whether the last :meth:`load` found what cannot be understood, so that saving would delete it."""
        return self._has_remains and self._refusal is None

    def load(self) -> Drafts:
        """Return the stored drafts; raises StoreError if they are locked or their key cannot be reached."""
        self._has_remains = False
        with suppress(OSError):
            self._has_remains = self._disk.exists(self._folder / _NEW)
        try:
            stored = from_json(self._disk.read_beginning(self._path, _MOST_BYTES))
            text = Cipher(_NAME, self._keys).decrypt(stored["e"], _key_id(stored["key"]), _PLACE)
            return drafts_of(from_json(text))
        except FileNotFoundError:
            return Drafts()
        except OSError as error:
            raise read_error(error, self._path) from error
        except KeyUnavailableError as error:
            if error.problem is not KeyProblem.MISSING:
                raise key_error(error, self._path) from error
            _log.warning("the key of the drafts of customers is gone")
        except (CannotDecryptError, ValueError, TypeError, KeyError, RecursionError) as error:
            _log.warning("drafts of customers not understood: %s", type(error).__name__)
        self._has_remains = True
        return Drafts()

    def save(self, drafts: Drafts) -> None:
        """Replace what is stored; raises StoreError, and then the file is as it was."""
        if self._refusal is not None:
            raise self._refusal
        new = self._folder / _NEW
        try:
            path = self._disk.target(self._path)
            if drafts:
                self._disk.write(new, self._sealed(drafts))
                self._disk.replace(new, path)
            else:
                self._disk.remove(path)
                self._disk.remove(new)
        except KeyUnavailableError as error:
            raise key_error(error, self._path) from error
        except OSError as error:
            with suppress(OSError):
                self._disk.remove(new)
            raise write_error(error, self._path) from error

    def add(self, drafts: Drafts) -> None:
        """Store more drafts, with other numbers; raises StoreError."""
        stored = self.load()
        for each in drafts:
            stored = stored.with_draft(replace(each, number=stored.next_number))
        self.save(stored)

    def keep(self, is_kept: Callable[[Draft], bool]) -> int:
        """Delete the drafts for which a condition does not hold; returns their number, raises StoreError."""
        stored = self.load()
        kept = stored.where(is_kept)
        if kept != stored or self.has_remains:
            self.save(kept)
        return len(tuple(stored)) - len(tuple(kept))

    def _sealed(self, drafts: Drafts) -> bytes:
        cipher = Cipher(_NAME, self._keys)
        key_id = cipher.key_id()
        text = cipher.encrypt(to_json(document_of_drafts(drafts)), key_id, _PLACE)
        return to_json({"key": key_id, "e": text})


def _key_id(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError("the id of a key")
    return stored
