"""Detecting the format of a file from its content; its name is used only if the content is ambiguous."""

from pathlib import PurePath

from quickdesk.exchange.data_file import is_data_file
from quickdesk.exchange.markdown import looks_like_markdown
from quickdesk.exchange.parsed import MAX_LINES, ExchangeError, ExchangeReason, Format, Place
from quickdesk.exchange.quickdesk_json import begins_like_json, is_json
from quickdesk.exchange.tables.table import find_layout, looks_like_table

_BY_NAME = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".json": Format.JSON,
}
_SPREADSHEETS = frozenset({".xls", ".xlsx", ".xlsm", ".ods", ".et"})
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The line ends of str.splitlines.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_INSIDE_SPREADSHEET = (b"xl/", b"[Content_Types].xml", b"oasis.opendocument.spreadsheet")


def format_of_name(name: str) -> Format | None:
    """Return the format for the suffix of a file name, or None if there is none."""
    return _BY_NAME.get(PurePath(name).suffix.lower())


def detect_format(name: str, text: str) -> Format:
    """Return the format of a text; raise ExchangeError if it is unknown or the text has too many lines.

    A broken text keeps the format of its file name, so that the reader of that format reports what is wrong.
    """
    named = format_of_name(name)
    if is_data_file(text) or begins_like_json(text) or (text.lstrip().startswith("[") and is_json(text)):
        return Format.JSON
    require_few_lines(name, text)
    table = find_layout(text) if named in (Format.CSV, Format.TSV) or looks_like_table(text) else None
    if looks_like_markdown(text) and (table is None or named is Format.MARKDOWN):
        return Format.MARKDOWN
    if table is not None:
        return Format.TSV if table.delimiter == "\t" else Format.CSV
    if named is None:
        raise ExchangeError(ExchangeReason.UNKNOWN_FORMAT, Place(name))
    return named


def require_few_lines(name: str, text: str) -> None:
    """Raise ExchangeError if a text has more than MAX_LINES lines."""
    if sum(map(text.count, _LINE_ENDS)) - text.count("\r\n") > MAX_LINES:
        raise ExchangeError(ExchangeReason.TOO_MANY_LINES, Place(name))


def is_spreadsheet(name: str, content: bytes) -> bool:
    """Return whether bytes that are not text are a spreadsheet, which can be saved as CSV."""
    has_suffix = PurePath(name).suffix.lower() in _SPREADSHEETS
    if content.startswith(_ZIP):
        return has_suffix or any(part in content[:4096] for part in _INSIDE_SPREADSHEET)
    return has_suffix and content.startswith(_OLE)
