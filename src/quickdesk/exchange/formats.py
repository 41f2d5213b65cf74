"""Reading and writing the content of files in any supported format."""

from collections.abc import Iterator, Sequence
from itertools import islice

from quickdesk.exchange.content import decoded_text
from quickdesk.exchange.data_file import is_data_file, read_data_file
from quickdesk.exchange.detect import detect_format, format_of_name, require_few_lines
from quickdesk.exchange.foreign.conversion import with_fields
from quickdesk.exchange.markdown import read_markdown
from quickdesk.exchange.parsed import (
    MAX_RECORDS,
    ExchangeError,
    ExchangeReason,
    FileEntry,
    FileNote,
    Format,
    ImportRecord,
    ParsedFile,
    Place,
    RefusedRecord,
)
from quickdesk.exchange.quickdesk_json import read_json, write_json
from quickdesk.exchange.tables.table import read_table, write_table
from quickdesk.replies.snippet import Snippet

WRITABLE = (Format.JSON, Format.CSV, Format.TSV)
"""The formats that :func:`write` supports."""


def read(name: str, content: bytes, wanted: Format | None = None, encoding: str | None = None) -> ParsedFile:
    """Parse the content of a file; ``wanted`` and ``encoding`` override detection.

    ``name`` is the path of the file relative to the chosen folder, or its name if the file itself was chosen;
    Markdown lists take folders from it. Raise ExchangeError if the file cannot be read at all; single entries
    that cannot be imported are listed in ``refused``.
    """
    place = Place(name)
    decoded = decoded_text(name, content, encoding)
    found = wanted or detect_format(name, decoded.text)
    entries = with_fields(_at_most(MAX_RECORDS, _entries(found, name, decoded.text), place))
    records = tuple(entry for entry in entries if isinstance(entry, ImportRecord))
    refused = tuple(entry for entry in entries if isinstance(entry, RefusedRecord))
    notes = tuple(entry for entry in entries if isinstance(entry, FileNote))
    if found is Format.MARKDOWN and not records and not refused:
        raise ExchangeError(ExchangeReason.NO_REPLIES, place)
    return ParsedFile(records, refused, found, decoded.encoding, notes)


def write(snippets: Sequence[Snippet], wanted: Format) -> bytes:
    """Return snippets as the content of a file; only JSON keeps ids. Raise ValueError if not WRITABLE."""
    if wanted is Format.JSON:
        return write_json(snippets)
    if wanted in (Format.CSV, Format.TSV):
        return write_table(snippets, "\t" if wanted is Format.TSV else ",")
    raise ValueError(f"{wanted} is not writable")


def format_to_write(name: str) -> Format | None:
    """Return the writable format for the suffix of a file name, or None if there is none."""
    named = format_of_name(name)
    return named if named in WRITABLE else None


def _at_most(most: int, entries: Iterator[FileEntry], place: Place) -> list[FileEntry]:
    found = list(islice(entries, most + 1))
    if sum(not isinstance(entry, FileNote) for entry in found) > most:
        raise ExchangeError(ExchangeReason.TOO_MANY_RECORDS, place)
    return [*found, *entries]


def _entries(found: Format, name: str, text: str) -> Iterator[FileEntry]:
    if found is Format.JSON:
        return read_data_file(name, text) if is_data_file(text) else read_json(name, text)
    require_few_lines(name, text)
    if found is Format.MARKDOWN:
        return read_markdown(name, text)
    if found is Format.TSV:
        return read_table(name, text, ("\t",))
    return read_table(name, text)
