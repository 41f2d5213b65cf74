"""What is typed as it is written at the beginning of a nickname counts more than its pinyin."""

from bisect import bisect_left, insort
from collections.abc import Collection

from quickdesk.search.query import folded_words
from quickdesk.text.folding import fold, searchable

BONUS = 200.0
"""More than a whole nickname in pinyin has before the beginning of one as it is typed."""
MOST = 512
"""If more nicknames than this begin with the query, it is too short to prefer any of them."""
_FEW = 16
_BORDER = "\0"
_LAST = "\U0010ffff"


class Beginnings:
    """The folded nicknames in order, with the ids of their rows."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._is_sorted = True

    def add(self, nicknames: Collection[tuple[str, str]]) -> None:
        """Add nicknames as pairs of the id of their row and their text."""
        if self._is_sorted and len(nicknames) <= _FEW:
            for row_id, nickname in nicknames:
                insort(self._keys, _key(row_id, nickname))
        else:
            self._keys += (_key(row_id, nickname) for row_id, nickname in nicknames)
            self._is_sorted = False

    def remove(self, row_id: str, nickname: str) -> None:
        """Remove a nickname that was added."""
        keys, key = self._sorted(), _key(row_id, nickname)
        at = bisect_left(keys, key)
        if at < len(keys) and keys[at] == key:
            del keys[at]

    def bonuses(self, query: str) -> tuple[tuple[str, float], ...]:
        """Return (row id, bonus) pairs for the nicknames that begin with the query as it is typed."""
        typed = " ".join(folded_words(query))
        if not typed:
            return ()
        keys = self._sorted()
        first, last = bisect_left(keys, typed), bisect_left(keys, typed + _LAST)
        found = keys[first:last] if last - first <= MOST else ()
        return tuple((key.rpartition(_BORDER)[2], BONUS) for key in found)

    def _sorted(self) -> list[str]:
        if not self._is_sorted:
            self._keys.sort()
            self._is_sorted = True
        return self._keys


def _key(row_id: str, nickname: str) -> str:
    folded = fold(searchable(nickname)).replace(_BORDER, "").strip()
    return f"{folded}{_BORDER}{row_id}"
