"""Importing our own data files from another computer: a snapshot or a journal of replies.

This imports the replies from a copy that a sync program made, or from a file that was set aside as foreign. A
snapshot is JSON with a table ``snippets``; a journal has one transaction per line, and lines with a wrong
checksum are refused. See :mod:`quickdesk.storage.format` and
:mod:`quickdesk.storage.journal.record`.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from quickdesk.exchange.parsed import (
    ExchangeError,
    ExchangeReason,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.quickdesk_json import has_too_many_brackets, record_of

SNAPSHOT_VERSION, JOURNAL_VERSION = 4, 3
_SNAPSHOT, _JOURNAL = '{"_meta":', "quickdesk-journal "
_KIND = "snippets"
_CHECKSUM_LENGTH = 16

_Documents = dict[str, Any]


def is_data_file(text: str) -> bool:
    """Return whether a text begins like one of our data files."""
    return text.startswith((_SNAPSHOT, _JOURNAL))


def read_data_file(file: str, text: str) -> Iterator[ImportRecord | RefusedRecord]:
    """Yield the replies of a data file that are not in the trash, and the refused entries.

    Raise ExchangeError if the file is broken, contains another kind of data, is of a newer version, or would
    take too much memory.
    """
    if has_too_many_brackets(text):
        raise ExchangeError(ExchangeReason.TOO_MANY_BRACKETS, Place(file))
    damaged: list[int] = []
    documents = (
        _journal_documents(file, text, damaged)
        if text.startswith(_JOURNAL)
        else _snapshot_documents(file, text)
    )
    yield from (RefusedRecord(RefusalReason.DAMAGED_LINE, Place(file, line)) for line in damaged)
    for number, (key, document) in enumerate(documents.items(), start=1):
        entry = {"id": document.get("_id", key), **document} if isinstance(document, dict) else document
        yield record_of(entry, Place(file, row=number))


def _snapshot_documents(file: str, text: str) -> _Documents:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file, error.lineno)) from error
    except (ValueError, RecursionError) as error:
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file)) from error
    try:
        header, documents = content["_meta"]["1"], content[_KIND]
        kind, version = header["format"], header["version"]
    except (KeyError, TypeError) as error:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file)) from error
    _check_header(file, f"quickdesk-{_KIND}", kind, SNAPSHOT_VERSION, version)
    if not isinstance(documents, dict):
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    return documents


def _journal_documents(file: str, text: str, damaged: list[int]) -> _Documents:
    """Return the documents after all intact lines; the numbers of other lines are added to ``damaged``."""
    header, *lines = text.replace("\r\n", "\n").split("\n")
    parts = header.split(" ")
    documents: _Documents = {}
    number = 1
    try:
        _, version, kind, _, _, journal_id, _ = parts
        _check_header(file, _KIND, kind, JOURNAL_VERSION, int(version))
        for number, line in enumerate(lines, start=2):
            operations = _operations(journal_id, line)
            if operations is None:
                damaged.append(number)
            for operation in operations or ():
                _apply(operation, documents)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ExchangeError(ExchangeReason.BROKEN_JSON, Place(file, number)) from error
    return documents


def _operations(journal_id: str, line: str) -> list[Any] | None:
    """Return the operations of a line, or None if its checksum is wrong."""
    checksum, body = line[:_CHECKSUM_LENGTH], line[_CHECKSUM_LENGTH + 1 :]
    digest = hashlib.blake2b(
        body.encode(errors="surrogatepass"), digest_size=_CHECKSUM_LENGTH // 2, key=journal_id.encode()[:64]
    )
    if not line.strip("\0"):
        return []
    if checksum != digest.hexdigest():
        return None
    operations: list[Any] = json.loads(body)[2]
    return operations


def _apply(operation: Any, documents: _Documents) -> None:  # noqa: ANN401 - a list as JSON has it
    code, table, *arguments = operation
    if table != _KIND:
        return
    if code == "p":
        documents[arguments[0]] = arguments[1]
    elif code == "d":
        documents.pop(arguments[0], None)
    else:
        documents.clear()


def _check_header(file: str, wanted: str, kind: object, newest: int, version: object) -> None:
    if kind != wanted or not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ExchangeError(ExchangeReason.FOREIGN_JSON, Place(file))
    if version > newest:
        raise ExchangeError(ExchangeReason.NEWER_VERSION, Place(file), str(version))
