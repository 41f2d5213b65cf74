"""Matching the records of an import with existing replies."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from quickdesk.exchange.parsed import ImportRecord
from quickdesk.replies.snippet import Snippet

_Content: TypeAlias = tuple[tuple[str, ...], str, str]
K = TypeVar("K")


class ImportMatcher:
    """The existing replies and those that the import added so far, indexed by content.

    ``matched`` are the ids of replies that were matched with a record.
    """

    def __init__(self, existing: Sequence[Snippet], record_ids: frozenset[str]) -> None:
        """``record_ids`` are the ids of all records of the import that have one."""
        self._existing, self._record_ids = existing, record_ids
        self.by_id: Mapping[str, Snippet] = {snippet.id: snippet for snippet in existing}
        self.matched: set[str] = set()
        self._by_content: defaultdict[_Content, list[Snippet]] = defaultdict(list)
        for snippet in existing:
            self.add(snippet)

    def add(self, snippet: Snippet) -> None:
        """Add a reply."""
        self._by_content[_by_content(snippet)].append(snippet)

    def find_equal(self, record: ImportRecord) -> Snippet | None:
        """Return a reply that the record would not change, preferably an unmatched one, or None.

        If the record has an id, replies with the id of another record are left out, which may change them.
        """
        equal = [
            one
            for one in self._by_content.get(_by_content(record.snippet), ())
            if record.applied_to(one) == one and not (record.snippet.id and one.id in self._record_ids)
        ]
        return next((one for one in equal if one.id not in self.matched), equal[0] if equal else None)

    def unmatched(self, key: Callable[[Snippet], K]) -> Mapping[K, list[Snippet]]:
        """Return the unmatched existing replies, grouped by ``key``."""
        found: defaultdict[K, list[Snippet]] = defaultdict(list)
        for snippet in self._existing:
            if snippet.id not in self.matched:
                found[key(snippet)].append(snippet)
        return found


class UnmatchedElsewhere:
    """The unmatched existing replies in any folder, for records of files without folders."""

    def __init__(self, matcher: ImportMatcher) -> None:
        self._matcher = matcher
        self._by_title = matcher.unmatched(lambda snippet: snippet.title)
        self._by_code = matcher.unmatched(lambda snippet: snippet.code.casefold())

    def meant_by(self, record: ImportRecord) -> Snippet | None:
        """Return the only reply that a record can mean by its title or its code, or None."""
        code = record.snippet.code.casefold()
        if "title" not in record.stated:
            return self._only(self._by_code.get(code, ()) if code else ())
        candidates = self._by_title.get(record.snippet.title, ())
        same_code = [one for one in candidates if code and one.code.casefold() == code]
        return self._only(same_code or candidates)

    def _only(self, candidates: Sequence[Snippet]) -> Snippet | None:
        left = [one for one in candidates if one.id not in self._matcher.matched]
        return left[0] if len(left) == 1 else None


def folder_and_title(snippet: Snippet) -> tuple[tuple[str, ...], str]:
    """Return the folder and title of a reply."""
    return snippet.folder, snippet.title


def title_and_body(snippet: Snippet) -> tuple[str, str]:
    """Return the title and body of a reply."""
    return snippet.title, snippet.body


def share_an_ending(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one folder path ends with the other; every path ends with the empty one."""
    short, long = sorted((one, other), key=len)
    return long[len(long) - len(short) :] == short


def _by_content(snippet: Snippet) -> _Content:
    return snippet.folder, snippet.title, snippet.body
