"""The arrays of a base index, a pure function that builds them, and the protocol of a store for them.

The ranks of each row start at a multiple of 16, so that the row of a position is found by one lookup. For
each pair of adjacent ranks its positions are posted, sorted by pair.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from hashlib import blake2b
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.ranks import BORDER, END, ranks
from quickdesk.search.index.units import ALL_UNITS, EncodedFields, encoded_parts, units_of
from quickdesk.search.matches import ASKS, FIELDS

Array: TypeAlias = NDArray[Any]

LAYOUT = 4
"""Version of the layout; increment it whenever the meaning of an array or the indexed text changes."""
BLOCK = 16
"""Alignment of the rows in ranks."""
BUNDLE = 64
"""Rows per bundle digest."""
_STAMP_SIZE = 16
_UNIT = 2


@dataclass(frozen=True, slots=True, eq=False)
class PartArrays:
    """The arrays of one part (head or body) of all rows.

    ``codes``: the ranks; ``start``: the first position of each row, and the end of the last one; ``blocks``:
    the row of each block of 16 positions; ``posts``: positions sorted by the pair of ranks there;
    ``offsets``: the start of each pair in ``posts``; ``seconds``: the second rank of each pair; ``firsts``:
    the first pair of each first rank.
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
    """The arrays of a base index.

    ``version`` identifies the layout and tables; ``stamps`` are the digests of the rows, ``bundles`` those of
    BUNDLE rows each, to compare most of a library quickly; ``lengths`` are the UTF-16 units of each field of
    each row, in the order of FIELDS; all asks of a row count together.
    """

    version: str
    stamps: Array
    bundles: Array
    lengths: Array
    head: PartArrays
    body: PartArrays

    def __len__(self) -> int:
        return len(self.lengths)


class SaveResult(Enum):
    """The result of saving an index; an older one stays usable in any case."""

    DONE = auto()
    DISK_FULL = auto()
    NOT_WRITABLE = auto()


class IndexStore(Protocol):
    """Stores base indexes by generation."""

    def load(self) -> IndexArrays | None:
        """Return the newest index that is complete and of the current version, or None."""
        ...

    def keep(self, arrays: IndexArrays) -> SaveResult:
        """Save an index as the next generation; older ones are deleted when no longer in use."""
        ...


PART_NAMES = tuple(PartArrays.__dataclass_fields__)


@cache
def version() -> str:
    """Return the version of the layout, folding and reading tables; only equal versions are compatible."""
    return f"{LAYOUT}.{blake2b(ranks().tobytes(), digest_size=8).hexdigest()}"


def stamp(snippet: Snippet) -> bytes:
    """Return a 16-byte digest of the id and all indexed fields of a snippet."""
    texts = (snippet.id, snippet.code, snippet.title, snippet.body)
    lists = (*snippet.folder, "", *snippet.tags, "", *snippet.asks)
    content = "\0".join((*texts, *lists)).encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=_STAMP_SIZE).digest()


def bundle_stamp(snippets: Iterable[Snippet]) -> bytes:
    """Return a 16-byte digest of the ids, indexed fields and order of some snippets."""
    texts = [
        text
        for each in snippets
        for text in (
            *(each.id, each.code, each.title, each.body),
            *map("\1".join, (each.folder, each.tags, each.asks)),
        )
    ]
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=_STAMP_SIZE).digest()


def build(snippets: Sequence[Snippet]) -> IndexArrays:
    """Build a base index; takes seconds for 100,000 replies."""
    rows = [encoded_parts(snippet) for snippet in snippets]
    lengths = [_lengths(head, body) for head, body in rows]
    stamps = b"".join(map(stamp, snippets))
    bundles = b"".join(bundle_stamp(snippets[at : at + BUNDLE]) for at in range(0, len(snippets), BUNDLE))
    return IndexArrays(
        version=version(),
        stamps=np.frombuffer(stamps, np.uint8).reshape(len(rows), _STAMP_SIZE),
        bundles=np.frombuffer(bundles, np.uint8).reshape(-1, _STAMP_SIZE),
        lengths=np.array(lengths, np.uint32).reshape(len(rows), len(FIELDS)),
        head=_part(head for head, _ in rows),
        body=_part(body for _, body in rows),
    )


def to_mapping(arrays: IndexArrays) -> dict[str, Array]:
    """Return the arrays by name, for saving them in files."""
    named = {"stamps": arrays.stamps, "bundles": arrays.bundles, "lengths": arrays.lengths}
    for part in ("head", "body"):
        named |= {f"{part}-{name}": getattr(getattr(arrays, part), name) for name in PART_NAMES}
    return named


def from_mapping(named: Mapping[str, Array], made_by: str) -> IndexArrays:
    """Return the index from the result of :func:`to_mapping`; raise KeyError if an array is missing."""
    head, body = (
        PartArrays(**{name: named[f"{part}-{name}"] for name in PART_NAMES}) for part in ("head", "body")
    )
    return IndexArrays(made_by, named["stamps"], named["bundles"], named["lengths"], head, body)


def _lengths(head: EncodedFields, body: EncodedFields) -> list[int]:
    asks = sum(map(len, head[ASKS:]))
    return [length // _UNIT for length in (*map(len, head[:ASKS]), asks, *map(len, body))]


def _part(rows: Iterable[EncodedFields]) -> PartArrays:
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


def _codes(rows: Iterable[EncodedFields]) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
    border, end = BORDER.to_bytes(_UNIT, "little"), END.to_bytes(_UNIT, "little")
    chunks: list[bytes] = []
    start = [0]
    for row in rows:
        size = sum(map(len, row)) // _UNIT + len(row) + 1
        fill = -size % BLOCK
        # Border characters in the text itself are replaced, because they would be taken for borders.
        for field in row:
            chunks += (border, _without_borders(field))
        chunks.append(border + end * fill)
        start.append(start[-1] + size + fill)
    chunks.append(end)
    return ranks()[units_of(chunks)], np.array(start, np.int64)


def _without_borders(field: bytes) -> bytes:
    if b"\0\0" not in field and b"\1\0" not in field:
        return field
    units = units_of([field]).copy()
    units[units <= BORDER] = 0xFFFD
    return units.tobytes()


def _sorted_by_pair(
    codes: NDArray[np.uint16], positions: NDArray[np.uint32]
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return positions and pairs sorted by pair; stable sorts of 16-bit keys are radix sorts in numpy."""
    after = codes[1:]
    ordered = positions[np.argsort(after[positions], kind="stable")]
    ordered = ordered[np.argsort(codes[ordered], kind="stable")]
    keys: NDArray[np.uint32] = (codes[ordered].astype(np.uint32) << np.uint32(16)) | after[ordered]
    return ordered, keys
