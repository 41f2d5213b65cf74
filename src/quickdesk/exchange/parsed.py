"""The result of parsing a file of any format: records, refused entries, and errors of the whole file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import Any, TypeAlias

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.validation import SnippetFlaw

MAX_FILE = 64 * 1024 * 1024
"""Maximum size of a file in bytes; callers check it before reading."""
MAX_RECORDS = 200_000
"""Maximum number of replies in a file."""
MAX_LINES = 1_048_576
"""Maximum number of lines of a table or Markdown file, including blank ones: the rows of an Excel sheet."""
MAX_CELLS = 16_384
"""Maximum number of cells of a row, including empty ones: the columns of an Excel sheet."""
MAX_BRACKETS = 5_000_000
"""Maximum number of opening brackets and braces in a JSON file: each may take many bytes of memory."""


class Format(StrEnum):
    """The supported formats; the values are those of ``--format``."""

    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file. ``line`` and ``row`` count from 1; the header of a table is a row, as in Excel.

    The entries of a JSON file are its rows. Both are None for the whole file.
    """

    file: str
    line: int | None = None
    row: int | None = None


class ImportNote(Enum):
    """What an import changed in a reply."""

    TITLE_FROM_BODY = auto()
    """There was no title; the beginning of the body is used."""
    BRACES_KEPT_AS_TEXT = auto()
    """Braces that are not fields were doubled, so that the text stays the same."""
    FIELDS_NUMBERED = auto()
    """A placeholder that may stand for different values, such as ``[金额]``, occurred twice."""
    REMARK_LEFT_OUT = auto()
    """What stands in the column of remarks cannot be a remark: it is too long, or has control characters."""
    HTML_TO_TEXT = auto()
    """The reply was HTML; its text is used."""
    ONE_OF_SEVERAL = auto()
    """The row has several replies; each is a reply of its own."""
    FOLDERS_CONTINUED = auto()
    """Empty folder cells have the folder above, as merged cells of a spreadsheet are exported."""
    COLUMNS_NOT_READ = auto()
    """There are columns for which a reply has no field; ``detail`` are their names."""


@dataclass(frozen=True, slots=True)
class FileNote:
    """What holds for a whole file."""

    note: ImportNote
    place: Place
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder as it was ``written``, and the field it became; ``field`` is empty if it stayed text."""

    written: str
    field: str


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One reply read from a file.

    ``snippet`` is its content, with the body in our template language; its id is empty except in our own
    formats. ``stated`` are the names of the fields that the file has; a snippet that the record changes keeps
    its other fields. If ``adds_tags``, it keeps its tags and asks too. If ``is_raw``, the body is as another
    program wrote it (:mod:`quickdesk.exchange.foreign.conversion`). ``placeholders`` are those of the body.
    """

    snippet: Snippet
    place: Place
    stated: frozenset[str]
    adds_tags: bool = False
    notes: tuple[ImportNote, ...] = ()
    is_raw: bool = False
    placeholders: tuple[Placeholder, ...] = ()

    def applied_to(self, snippet: Snippet) -> Snippet:
        """Return a snippet with the stated fields replaced; its id stays."""
        values: dict[str, Any] = {name: getattr(self.snippet, name) for name in self.stated}
        if self.adds_tags:
            for name in self.stated & {"tags", "asks"}:
                values[name] = tuple(dict.fromkeys((*getattr(snippet, name), *values[name])))
        return replace(snippet, **values)


class RefusalReason(Enum):
    """Why one entry of a readable file was left out."""

    NO_BODY = auto()
    """A title, but no reply."""
    TOO_MANY_CELLS = auto()
    """More cells than the header: a quote or delimiter is wrong, and text would be lost."""
    UNCLOSED_QUOTE = auto()
    """A quoted cell is not closed."""
    UNCLOSED_FENCE = auto()
    """A fenced reply is not closed; the file was truncated."""
    CODE_BLOCK = auto()
    """A fenced block in a programming language: an example, not a reply."""
    WRONG_TYPE = auto()
    """A JSON entry is not an object, or a value has the wrong type."""
    DAMAGED_LINE = auto()
    """A line of a journal has a wrong checksum."""
    DAMAGED_TEXT = auto()
    """It has NULs, or bytes that are invalid in the encoding of the file."""
    TOO_DEEP = auto()
    """A JSON list inside more lists than folders may be nested."""
    REPEATED_ID = auto()
    """Two entries have the same id and different content."""
    FLAWED = auto()
    """The snippet is not valid; ``flaw`` is its first flaw."""


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """One entry that was left out; ``title`` is empty if it has none."""

    reason: RefusalReason
    place: Place
    title: str = ""
    flaw: SnippetFlaw | None = None


FileEntry: TypeAlias = ImportRecord | RefusedRecord | FileNote


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The entries of one file. ``encoding`` is one of :data:`quickdesk.text.encoding.ENCODINGS`."""

    records: tuple[ImportRecord, ...]
    refused: tuple[RefusedRecord, ...]
    format: Format
    encoding: str = "utf-8"
    notes: tuple[FileNote, ...] = ()


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
    """JSON with more than MAX_BRACKETS brackets."""
    BINARY = auto()
    """Not text: a picture, a program, an archive."""
    SPREADSHEET = auto()
    """An Excel or OpenDocument file, which can be saved as CSV."""
    DAMAGED_TEXT = auto()
    """Text with bytes that are invalid in its encoding; it was truncated or altered."""
    UNKNOWN_ENCODING = auto()
    UNKNOWN_FORMAT = auto()
    NO_BODY_COLUMN = auto()
    """The header of a table has no body column."""
    NO_CUSTOMER_COLUMN = auto()
    """The header of a table has no column that says who a customer is."""
    NO_REPLIES = auto()
    """A Markdown file without replies."""
    BROKEN_JSON = auto()
    """Invalid or truncated JSON."""
    FOREIGN_JSON = auto()
    """Valid JSON without anything that is a reply."""
    NEWER_VERSION = auto()
    """Our own export, written by a newer quickdesk."""


LIMITS: Mapping[ExchangeReason, int] = {
    ExchangeReason.TOO_LARGE: MAX_FILE >> 20,
    ExchangeReason.TOO_MANY_RECORDS: MAX_RECORDS,
    ExchangeReason.TOO_MANY_LINES: MAX_LINES,
    ExchangeReason.ROW_TOO_LONG: MAX_CELLS,
    ExchangeReason.TOO_MANY_BRACKETS: MAX_BRACKETS,
}
"""The limit that each of these reasons refers to; that of TOO_LARGE is in MiB."""


class ExchangeError(Exception):
    """A file could not be read; nothing of it was imported."""

    def __init__(self, reason: ExchangeReason, place: Place, detail: str = "") -> None:
        where = place.file if place.line is None else f"{place.file}:{place.line}"
        super().__init__(f"{where}: {reason.name.lower()}{': ' + detail if detail else ''}")
        self.reason = reason
        self.place = place
        self.detail = detail
