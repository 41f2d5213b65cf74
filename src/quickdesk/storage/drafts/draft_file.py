"""The drafts, in a file of their own: ``drafts.json``.

They are no kind of data with a journal: what was typed for a buyer must not stay in a journal, in the history
or in a backup. Each change replaces the whole file, and without drafts there is no file.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, datetime
from pathlib import Path
from typing import Any, TypeVar

from quickdesk.replies.drafts import Drafts, FormDraft, ReplyDraft
from quickdesk.replies.store import StoreError
from quickdesk.storage.disk import Disk
from quickdesk.storage.document import Document, from_json, stored_text, to_json
from quickdesk.storage.failure import write_error
from quickdesk.storage.snippets.shape import SNIPPETS, document_of, snippet_of

T = TypeVar("T")
_log = logging.getLogger(__name__)

DRAFTS = "drafts.json"
_NEW = "drafts.json.new"
_MOST_BYTES = 64 * 1024 * 1024
_MOST_READ = 100
"""The program stores fewer; a file with a million of them must not delay the start."""


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
            drafts = _drafts(from_json(raw))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            _log.warning("drafts not understood: %s", type(error).__name__)
            self._has_remains = True
            return Drafts()
        self._has_remains |= raw != to_json(_document(drafts))
        return drafts

    def save(self, drafts: Drafts) -> None:
        """Replace what is stored; raises StoreError, and then the file is as it was."""
        if self._refusal is not None:
            raise self._refusal
        new = self._folder / _NEW
        try:
            path = self._disk.target(self._folder / DRAFTS)
            if drafts:
                self._disk.write(new, to_json(_document(drafts)))
                self._disk.replace(new, path)
            else:
                self._disk.remove(path)
                self._disk.remove(new)
        except OSError as error:
            with suppress(OSError):
                self._disk.remove(new)
            raise write_error(error, self._folder / DRAFTS) from error


def _document(drafts: Drafts) -> Document:
    return {
        "replies": [
            {"id": each.content.id, "at": each.changed_at.isoformat(), "reply": document_of(each.content)}
            for each in drafts.replies
        ],
        "forms": [
            {
                "id": each.snippet_id,
                "at": each.changed_at.isoformat(),
                "program": stored_text(each.program),
                **({"customer": each.customer_id} if each.customer_id else {}),
                "values": {stored_text(name): stored_text(value) for name, value in each.values.items()},
            }
            for each in drafts.forms
        ],
    }


def _drafts(stored: Mapping[str, Any]) -> Drafts:
    drafts = Drafts()
    for reply in _read(stored["replies"], _reply):
        drafts = drafts.with_draft(replace(reply, number=drafts.next_number))
    for form in _read(stored["forms"], _form):
        drafts = drafts.with_draft(replace(form, number=drafts.next_number))
    return drafts


def _read(stored: object, read: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
    if not isinstance(stored, list):
        raise TypeError("drafts are a list")
    for each in stored[-_MOST_READ:]:
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            yield read(each)


def _reply(stored: Mapping[str, Any]) -> ReplyDraft:
    content = stored["reply"]
    if not SNIPPETS.accepts("snippets", content):
        raise TypeError("not a reply")
    return ReplyDraft(0, _moment(stored["at"]), snippet_of(_text(stored["id"]), content))


def _form(stored: Mapping[str, Any]) -> FormDraft:
    values = {_text(name): _text(value) for name, value in stored["values"].items()}
    customer_id = _text(stored.get("customer", ""))
    return FormDraft(
        0,
        _moment(stored["at"]),
        _text(stored["id"]),
        values,
        _text(stored["program"]),
        customer_id=customer_id,
    )


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError("a text")
    return stored


def _moment(stored: object) -> datetime:
    moment = datetime.fromisoformat(_text(stored))
    if moment.tzinfo is None:
        raise ValueError("a moment has an offset")
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("the moment has no local time everywhere")
    return moment
