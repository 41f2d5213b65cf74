"""The drafts, in a file of their own: ``drafts.json``.

They are no kind of data with a journal: what was typed for a buyer must not stay in a journal, in the history
or in a backup. Each change replaces the whole file, and without drafts there is no file.
"""

import logging
from contextlib import suppress
from pathlib import Path

from quickdesk.replies.drafts import Drafts
from quickdesk.replies.store import StoreError
from quickdesk.storage.disk import Disk
from quickdesk.storage.document import from_json, to_json
from quickdesk.storage.drafts.draft_document import document_of_drafts, drafts_of
from quickdesk.storage.failure import write_error

_log = logging.getLogger(__name__)

DRAFTS = "drafts.json"
_NEW = "drafts.json.new"
_MOST_BYTES = 64 * 1024 * 1024


class DraftFile:
    """Loads and saves the drafts of a data folder; ``refusal`` is why nothing may be written, if so."""

    def __init__(self, disk: Disk, folder: Path, refusal: StoreError | None = None) -> None:
        self._disk, self._folder, self._refusal = disk, folder, refusal
        self._has_remains = False

    @property
    def has_remains(self) -> bool:
        """Whether the last :meth:`load` found what it did not return, so that saving would delete it.

        That is what is not understood, and what a save that was cut short has left. False if nothing may be
        written.
        """
        return self._has_remains and self._refusal is None

    def load(self) -> Drafts:
        """Return the stored drafts; those that are not understood are left out, numbers start at 1."""
        with suppress(OSError):
            self._has_remains = self._disk.exists(self._folder / _NEW)
        try:
            raw = self._disk.read_beginning(self._folder / DRAFTS, _MOST_BYTES)
        except FileNotFoundError:
            return Drafts()
        except OSError as error:
            _log.warning("drafts not read: %s", type(error).__name__)
            return Drafts()
        try:
            drafts = drafts_of(from_json(raw))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            _log.warning("drafts not understood: %s", type(error).__name__)
            self._has_remains = True
            return Drafts()
        self._has_remains |= raw != to_json(document_of_drafts(drafts))
        return drafts

    def save(self, drafts: Drafts) -> None:
        """Replace what is stored; raises StoreError, and then the file is as it was."""
        if self._refusal is not None:
            raise self._refusal
        new = self._folder / _NEW
        try:
            path = self._disk.target(self._folder / DRAFTS)
            if drafts:
                self._disk.write(new, to_json(document_of_drafts(drafts)))
                self._disk.replace(new, path)
            else:
                self._disk.remove(path)
                self._disk.remove(new)
        except OSError as error:
            with suppress(OSError):
                self._disk.remove(new)
            raise write_error(error, self._folder / DRAFTS) from error
