"""The arrays of a base index, and how they are made of rows: a pure function that may run anywhere.

A text is a row of ranks that begins at a multiple of 16, so that a position leads to its row by one
look-up. Each pair of neighbours is posted with its position, sorted by the pair.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.ranks import BORDER, END, ranks
from quickdesk.search.index.units import ALL_UNITS, Row, row_of, units_of
from quickdesk.search.matches import FIELDS

Array: TypeAlias = NDArray[Any]

LAYOUT = 2
"""To be raised whenever the arrays change their meaning."""
BLOCK = 16
BUNDLE = 64
"""So many rows have a common stamp."""
_STAMP_SIZE = 16
_HEAD = 4
_UNIT = 2


@dataclass(frozen=True, slots=True, eq=False)
class PartArrays:
    """One part (head or body) of all rows.

    ``codes``: the ranks; ``start``: where each row begins, and where the last one ends; ``blocks``: the
    row of each 16 positions; ``posts``: positions sorted by the pair of ranks there; ``offsets``: where
    in ``posts`` each pair begins; ``seconds``: the second rank of each pair; ``firsts``: where among the
    pairs each first rank begins.
    """

    codes: Array
    start: Array
    blocks: Array
    posts: Array
    offsets: Array
    seconds: Array
    firsts: Array


@dataclass(frozen=True, slots=True, eq=False)
class IndexArrays:
    """All of a base index: ``stamps`` say of which rows, ``version`` by which rules it was made.

    ``bundles`` are the stamps of BUNDLE rows each, to compare most of a library quickly.

    ``lengths`` holds the UTF-16 units of each field of each row, in the order of FIELDS.
    """

    version: str
    stamps: Array
    bundles: Array
    lengths: Array
    head: PartArrays
    body: PartArrays

    def __len__(self) -> int:
        return len(self.lengths)


PART_NAMES = tuple(PartArrays.__dataclass_fields__)


@cache
def version() -> str:
    """Return what the layout and the tables of folding and readings come to; another one fits nothing."""
    return f"{LAYOUT}.{blake2b(ranks().tobytes(), digest_size=8).hexdigest()}"


def stamp(snippet: Snippet) -> bytes:
    """Return 16 bytes that stand for all that is indexed of a snippet, and for its id."""
    texts = (snippet.id, snippet.code, snippet.title, snippet.body, *snippet.folder, "", *snippet.tags)
    content = "\0".join(texts).encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=_STAMP_SIZE).digest()


def bundle_stamp(snippets: Iterable[Snippet]) -> bytes:
    """Return 16 bytes that stand for all that is indexed of some snippets, and for their ids and order."""
    texts = [
        text
        for each in snippets
        for text in (each.id, each.code, each.title, each.body, "\1".join(each.folder), "\1".join(each.tags))
    ]
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=_STAMP_SIZE).digest()


def build(snippets: Sequence[Snippet]) -> IndexArrays:
    """Lay out a base index; takes seconds for a hundred thousand replies."""
    rows = [row_of(snippet) for snippet in snippets]
    lengths = [[len(field) // _UNIT for field in row] for row in rows]
    stamps = b"".join(map(stamp, snippets))
    bundles = b"".join(bundle_stamp(snippets[at : at + BUNDLE]) for at in range(0, len(snippets), BUNDLE))
    return IndexArrays(
        version=version(),
        stamps=np.frombuffer(stamps, np.uint8).reshape(len(rows), _STAMP_SIZE),
        bundles=np.frombuffer(bundles, np.uint8).reshape(-1, _STAMP_SIZE),
        lengths=np.array(lengths, np.uint32).reshape(len(rows), len(FIELDS)),
        head=_part(row[:_HEAD] for row in rows),
        body=_part(row[_HEAD:] for row in rows),
    )


def to_mapping(arrays: IndexArrays) -> dict[str, Array]:
    """Return the arrays by name, for whoever keeps them in files."""
    named = {"stamps": arrays.stamps, "bundles": arrays.bundles, "lengths": arrays.lengths}
    for part in ("head", "body"):
        named |= {f"{part}-{name}": getattr(getattr(arrays, part), name) for name in PART_NAMES}
    return named


def from_mapping(named: Mapping[str, Array], made_by: str) -> IndexArrays:
    """Return what :func:`to_mapping` was made of; raises KeyError where an array is missing."""
    head, body = (
        PartArrays(**{name: named[f"{part}-{name}"] for name in PART_NAMES}) for part in ("head", "body")
    )
    return IndexArrays(made_by, named["stamps"], named["bundles"], named["lengths"], head, body)


def _part(rows: Iterable[Row]) -> PartArrays:
    codes, start = _codes(rows)
    positions = np.flatnonzero(codes[:-1] != END).astype(np.uint32)
    posts, keys = _sorted_by_pair(codes, positions)
    new = np.ones(len(keys), np.bool_)
    new[1:] = keys[1:] != keys[:-1]
    cuts = np.flatnonzero(new)
    return PartArrays(
        codes=codes,
        start=start.astype(np.uint32),
        blocks=np.repeat(np.arange(len(start) - 1, dtype=np.uint32), np.diff(start) // BLOCK),
        posts=posts,
        offsets=np.append(cuts, len(keys)).astype(np.uint32),
        seconds=(keys[cuts] & 0xFFFF).astype(np.uint16),
        firsts=np.searchsorted(keys[cuts] >> 16, np.arange(ALL_UNITS + 1)).astype(np.uint32),
    )


def _codes(rows: Iterable[Row]) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
    border, end = BORDER.to_bytes(_UNIT, "little"), END.to_bytes(_UNIT, "little")
    pieces: list[bytes] = []
    start = [0]
    for row in rows:
        size = sum(map(len, row)) // _UNIT + len(row) + 1
        fill = -size % BLOCK
        # What a text itself has of borders would be taken for one: it becomes something else first.
        for field in row:
            pieces += (border, _without_borders(field))
        pieces.append(border + end * fill)
        start.append(start[-1] + size + fill)
    pieces.append(end)
    return ranks()[units_of(pieces)], np.array(start, np.int64)


def _without_borders(field: bytes) -> bytes:
    if b"\0\0" not in field and b"\1\0" not in field:
        return field
    units = units_of([field]).copy()
    units[units <= BORDER] = 0xFFFD
    return units.tobytes()


def _sorted_by_pair(
    codes: NDArray[np.uint16], positions: NDArray[np.uint32]
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Sort twice by 16 bits (which numpy does by counting), and return positions and pairs."""
    after = codes[1:]
    ordered = positions[np.argsort(after[positions], kind="stable")]
    ordered = ordered[np.argsort(codes[ordered], kind="stable")]
    keys: NDArray[np.uint32] = (codes[ordered].astype(np.uint32) << np.uint32(16)) | after[ordered]
    return ordered, keys
