"""The text of an imported file, whatever its encoding."""

from quickdesk.exchange.detect import is_spreadsheet
from quickdesk.exchange.parsed import MAX_FILE, ExchangeError, ExchangeReason, Place
from quickdesk.text.encoding import Decoded, EncodingError, EncodingFlaw, decode_by_lines

_ENCODING_REASONS = {
    EncodingFlaw.BINARY: ExchangeReason.BINARY,
    EncodingFlaw.DAMAGED: ExchangeReason.DAMAGED_TEXT,
    EncodingFlaw.UNKNOWN: ExchangeReason.UNKNOWN_ENCODING,
}


def decoded_text(name: str, content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file; ``encoding`` overrides detection.

    Raise ExchangeError if it is too large, empty or no text. A damaged line has NULs or lone surrogates.
    """
    if len(content) > MAX_FILE:
        raise ExchangeError(ExchangeReason.TOO_LARGE, Place(name), str(len(content)))
    try:
        decoded = decode_by_lines(content, encoding)
    except EncodingError as error:
        reason = _ENCODING_REASONS[error.flaw]
        if is_spreadsheet(name, content):
            reason = ExchangeReason.SPREADSHEET
        raise ExchangeError(reason, Place(name), str(error.position)) from error
    if not decoded.text.strip():
        raise ExchangeError(ExchangeReason.EMPTY, Place(name))
    return decoded
