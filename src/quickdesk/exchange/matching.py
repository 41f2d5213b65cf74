"""Finding the replies that the records of an import stand for."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from quickdesk.exchange.parsed import ImportRecord
from quickdesk.replies.snippet import Snippet

_Content: TypeAlias = tuple[tuple[str, ...], str, str]
K = TypeVar("K")


class ImportMatcher:
    """The existing replies, and those that an import has added so far, by their content.

    ``taken`` are the ids of replies that are matched with a record; ``claimed`` the ids that records have.
    """

    def __init__(self, existing: Sequence[Snippet], claimed: frozenset[str]) -> None:
        self._existing, self._claimed = existing, claimed
        self.by_id: Mapping[str, Snippet] = {snippet.id: snippet for snippet in existing}
        self.matched: set[str] = set()
        self._by_content: defaultdict[_Content, list[Snippet]] = defaultdict(list)
        for snippet in existing:
            self.put(snippet)

    def put(self, snippet: Snippet) -> None:
        """Add a reply."""
        self._by_content[_by_content(snippet)].append(snippet)

    def find_equal(self, record: ImportRecord) -> Snippet | None:
        """Return a reply that the record would not change, one that is not taken if possible.

        If the record has an id, replies whose id is claimed are left out: another record may change them.
        """
        equal = [
            one
            for one in self._by_content.get(_by_content(record.snippet), ())
            if record.applied_to(one) == one and not (record.snippet.id and one.id in self._claimed)
        ]
        return next((one for one in equal if one.id not in self.matched), equal[0] if equal else None)

    def unmatched(self, key: Callable[[Snippet], K]) -> Mapping[K, list[Snippet]]:
        """Return the existing replies that are not taken, grouped by ``key``."""
        found: defaultdict[K, list[Snippet]] = defaultdict(list)
        for snippet in self._existing:
            if snippet.id not in self.matched:
                found[key(snippet)].append(snippet)
        return found


def folder_and_title(snippet: Snippet) -> tuple[tuple[str, ...], str]:
    """Return the folder and title of a reply."""
    return snippet.folder, snippet.title


def title_and_body(snippet: Snippet) -> tuple[str, str]:
    """Return the title and body of a reply."""
    return snippet.title, snippet.body


def share_an_ending(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one folder is the end of the other; no folder is the end of every one."""
    short, long = sorted((one, other), key=len)
    return long[len(long) - len(short) :] == short


def _by_content(snippet: Snippet) -> _Content:
    return snippet.folder, snippet.title, snippet.body
