"""What a foreign file says, as values: records, what was refused and why, and how a file can fail.

Shared by every format of this room. Nothing here knows a format, and nothing holds words for people.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import Any

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.validation import SnippetFlaw

MAX_FILE = 64 * 1024 * 1024
"""Bytes a file may have; callers ask for its size before they read it."""
MAX_RECORDS = 200_000
"""Replies a file may hold."""
MAX_LINES = 1_048_576
"""Lines a table or a Markdown file may have, blank ones too: as many as a sheet of a spreadsheet has rows."""
MAX_CELLS = 16_384
"""Cells a row of a table may have, empty ones too: as many as a sheet of a spreadsheet has columns."""
MAX_BRACKETS = 5_000_000
"""Opening brackets and braces in a JSON file, those in its texts too: each may take many bytes of memory."""


class Format(StrEnum):
    """The formats this room speaks; the values are what ``--format`` takes."""

    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: ``line`` and ``row`` count from 1; a table's header is a row, as in Excel.

    The entries of a JSON file are its rows. Both are None where the whole file is meant.
    """

    file: str
    line: int | None = None
    row: int | None = None


class ImportNote(Enum):
    """What an import changed in a reply to be able to take it."""

    TITLE_FROM_BODY = auto()
    """There was no title: the beginning of the reply became one."""
    BRACES_KEPT_AS_TEXT = auto()
    """Braces that are no fields were doubled, so that they read as before."""
    FIELDS_NUMBERED = auto()
    """A placeholder that can mean different things, such as ``[金额]``, stood in the reply twice."""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One reply that was read from a file.

    ``snippet`` is its content, the body in our template language; only our own formats give it an id.
    ``stated`` are the names of the fields that the file has: a snippet that the record changes keeps its
    values of the others. If ``adds_tags``, its tags are kept too.
    """

    snippet: Snippet
    place: Place
    stated: frozenset[str]
    adds_tags: bool = False
    notes: tuple[ImportNote, ...] = ()

    def applied_to(self, snippet: Snippet) -> Snippet:
        """Return a snippet with what the record states; its id stays."""
        values: dict[str, Any] = {name: getattr(self.snippet, name) for name in self.stated}
        if self.adds_tags and "tags" in self.stated:
            values["tags"] = (*snippet.tags, *(tag for tag in self.snippet.tags if tag not in snippet.tags))
        return replace(snippet, **values)


class RefusalReason(Enum):
    """Why one entry of a readable file was left out."""

    NO_BODY = auto()
    """A title, but no reply."""
    TOO_MANY_CELLS = auto()
    """More cells than the header has: a quote or a delimiter went wrong, text would be lost."""
    UNCLOSED_QUOTE = auto()
    """A quoted cell without its end."""
    UNCLOSED_FENCE = auto()
    """A fenced reply without its end: the file was cut."""
    CODE_BLOCK = auto()
    """A fenced block in a programming language: an example, not a reply."""
    WRONG_TYPE = auto()
    """A JSON entry that is no object, or a value in it that is no text."""
    DAMAGED_LINE = auto()
    """A line of a journal whose checksum does not fit."""
    REPEATED_ID = auto()
    """Two entries have one id and different content."""
    FLAWED = auto()
    """It breaks a rule for snippets; ``flaw`` says which and where."""


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """One entry that was left out; ``title`` is what it calls itself, "" where it does not."""

    reason: RefusalReason
    place: Place
    title: str = ""
    flaw: SnippetFlaw | None = None


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """All that one file says. ``encoding`` is one of :data:`quickdesk.text.encoding.ENCODINGS`."""

    records: tuple[ImportRecord, ...]
    refused: tuple[RefusedRecord, ...]
    format: Format
    encoding: str = "utf-8"


class ExchangeReason(Enum):
    """Why a whole file could not be read."""

    EMPTY = auto()
    TOO_LARGE = auto()
    """More than MAX_FILE bytes."""
    TOO_MANY_RECORDS = auto()
    """More than MAX_RECORDS replies."""
    TOO_MANY_LINES = auto()
    """More than MAX_LINES lines."""
    ROW_TOO_LONG = auto()
    """A row with more than MAX_CELLS cells."""
    TOO_MANY_BRACKETS = auto()
    """JSON with more than MAX_BRACKETS values in brackets."""
    BINARY = auto()
    """No text: a picture, a program, an archive."""
    SPREADSHEET = auto()
    """An Excel or OpenDocument file; saved as CSV it can be read."""
    DAMAGED_TEXT = auto()
    """Text with bytes that do not fit its encoding: it was cut or altered on its way."""
    UNKNOWN_ENCODING = auto()
    UNKNOWN_FORMAT = auto()
    NO_BODY_COLUMN = auto()
    """A table whose header names no column for the replies."""
    NO_REPLIES = auto()
    """A Markdown file in which nothing is a reply."""
    BROKEN_JSON = auto()
    """JSON that does not end, or is not JSON from some line on."""
    FOREIGN_JSON = auto()
    """Sound JSON that quickdesk did not write."""
    NEWER_VERSION = auto()
    """Our own export, written by a newer quickdesk."""


LIMITS: Mapping[ExchangeReason, int] = {
    ExchangeReason.TOO_LARGE: MAX_FILE >> 20,
    ExchangeReason.TOO_MANY_RECORDS: MAX_RECORDS,
    ExchangeReason.TOO_MANY_LINES: MAX_LINES,
    ExchangeReason.ROW_TOO_LONG: MAX_CELLS,
    ExchangeReason.TOO_MANY_BRACKETS: MAX_BRACKETS,
}
"""The most there may be of what there was too much of; bytes as megabytes."""


class ExchangeError(Exception):
    """A file that could not be read as a whole; nothing of it was taken."""

    def __init__(self, reason: ExchangeReason, place: Place, detail: str = "") -> None:
        where = place.file if place.line is None else f"{place.file}:{place.line}"
        super().__init__(f"{where}: {reason.name.lower()}{': ' + detail if detail else ''}")
        self.reason = reason
        self.place = place
        self.detail = detail
