"""Subsequence matching of codes: ``t12`` finds ``th-012``."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quickdesk.search.matches import Numbers
from quickdesk.text.folding import fold, utf16_length

_STRIDE = 6
_CODE_LIKE = re.compile("[a-z]{1,4}[0-9]{1,4}")


def looks_like_code(word: str) -> bool:
    """Return whether a folded word is a few letters followed by digits, as most codes are."""
    return _CODE_LIKE.fullmatch(word) is not None


def match_subsequences(
    units: NDArray[np.uint16], starts: Numbers, lengths: Numbers, wanted: Sequence[int]
) -> tuple[Numbers, Numbers]:
    """Return the codes that contain ``wanted`` as a subsequence, and how many other units they have.

    Each code starts at one of ``starts`` in ``units`` and must begin with the first wanted unit. All codes
    are scanned in parallel, ``_STRIDE`` units at a time.
    """
    active = np.flatnonzero(lengths >= len(wanted)) if len(wanted) > 1 else np.zeros(0, np.int64)
    seen = np.zeros(len(active), np.int64)
    target = np.array([*wanted, -1])
    done = [active[:0]]
    at = 0
    while len(active):
        begin, length = starts[active] + at, lengths[active] - at
        for step in range(_STRIDE):
            seen += (units.take(begin + step, mode="clip") == target[seen]) & (length > step)
        at += _STRIDE
        done.append(active[seen == len(wanted)])
        goes_on = (seen < len(wanted)) & (length > _STRIDE) & (units[starts[active]] == wanted[0])
        active, seen = active[goes_on], seen[goes_on]
    found = np.concatenate(done)
    found = found[units[starts[found]] == wanted[0]] if len(found) else found
    return found, lengths[found] - len(wanted)


def subsequence_positions(code: str, word: str) -> list[int]:
    """Return the positions of the characters of a folded word in a code, in UTF-16 units.

    Empty if the code contains the word as a whole, does not begin with its first character or does not
    contain the others in order.
    """
    folded = fold(code)
    if word in folded or not folded.startswith(word[:1]):
        return []
    positions: list[int] = []
    at = -1
    for char in word:
        at = folded.find(char, at + 1)
        if at < 0:
            return []
        positions.append(utf16_length(code[:at]))
    return positions
