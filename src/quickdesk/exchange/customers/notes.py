"""Notes of a customer in one cell: ``2026-11-29T10:00:00+08:00|小李|*|text``, several separated by ``;``.

A cell of another program is one note, however long.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from quickdesk.customers.customer import Note
from quickdesk.exchange.customers.cells import SEPARATORS, join, pieces, text_of
from quickdesk.exchange.customers.records import ReadNote
from quickdesk.replies.validation import unix_lines

_SEPARATORS = SEPARATORS["notes"]
_PINNED = "*"
_PARTS = 4


def notes_cell(notes: Iterable[Note]) -> str:
    """Return the cell of these notes."""
    parts = (
        (note.at.isoformat(), note.author, _PINNED if note.is_pinned else "", note.text) for note in notes
    )
    return ";".join(join(each, _SEPARATORS, "|") for each in parts)


def notes_of(cells: Iterable[str]) -> tuple[ReadNote, ...]:
    """Return the notes in the cells of one row."""
    return tuple(note for cell in cells if cell.strip() for note in _notes(cell))


def _notes(cell: str) -> Iterator[ReadNote]:
    own = [_own_note(pieces(piece, "|")) for piece in pieces(cell, ";")]
    stated = [note for note in own if note is not None]
    if len(stated) == len(own):
        yield from stated
    else:
        yield ReadNote(unix_lines(cell).strip())


def _own_note(parts: Sequence[str]) -> ReadNote | None:
    if len(parts) != _PARTS:
        return None
    at, author, pin, text = (text_of(part, _SEPARATORS) for part in parts)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    if moment.tzinfo is None or pin not in ("", _PINNED):
        return None
    return ReadNote(unix_lines(text), moment, author, pin == _PINNED)
