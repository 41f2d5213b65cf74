"""The replies an import is held against: what was there before, and what it has brought so far."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from quickdesk.exchange.record import Record
from quickdesk.replies.library import tidied
from quickdesk.replies.snippet import Snippet

_Content: TypeAlias = tuple[tuple[str, ...], str, str]
K = TypeVar("K")


class Entry:
    """A record, and the reply it asks for; without an id of its own that has none yet."""

    __slots__ = ("record", "wanted")

    def __init__(self, record: Record) -> None:
        self.record = record
        code, tags = record.code or "", record.tags or ()
        self.wanted = tidied(Snippet(record.id or "-", record.title, record.body, code, record.folder, tags))

    @property
    def id(self) -> str:
        """The id the record claims, empty for none."""
        return self.record.id

    def completed(self, old: Snippet) -> Snippet:
        """Return the wanted content under the old id, with what the file does not speak of left as it is."""
        record = self.record
        code = old.code if record.code is None else self.wanted.code
        tags = old.tags if record.tags is None else self.wanted.tags
        if record.tags is not None and record.adds_tags:
            tags = (*old.tags, *(tag for tag in self.wanted.tags if tag not in old.tags))
        return replace(self.wanted, id=old.id, code=code, tags=tags)


class Shelf:
    """``taken`` are the ids of replies that a record means already; ``claimed`` those that records name."""

    def __init__(self, existing: Sequence[Snippet], claimed: frozenset[str]) -> None:
        self._existing, self._claimed = existing, claimed
        self.by_id: Mapping[str, Snippet] = {snippet.id: snippet for snippet in existing}
        self.taken: set[str] = set()
        self._by_content: defaultdict[_Content, list[Snippet]] = defaultdict(list)
        for snippet in existing:
            self.put(snippet)

    def put(self, snippet: Snippet) -> None:
        """Let a reply be found by its content."""
        self._by_content[_by_content(snippet)].append(snippet)

    def equal_to(self, entry: Entry) -> Snippet | None:
        """Return a reply that already says what the entry says, one not yet taken if possible.

        For an entry with an id of its own that is none whose id another record claims: that record
        may be about to change it.
        """
        equal = [
            one
            for one in self._by_content.get(_by_content(entry.wanted), ())
            if entry.completed(one) == one and not (entry.id and one.id in self._claimed)
        ]
        return next((one for one in equal if one.id not in self.taken), equal[0] if equal else None)

    def not_taken(self, key: Callable[[Snippet], K]) -> Mapping[K, list[Snippet]]:
        """Return the replies from before that no record means yet, by what ``key`` says of them."""
        found: defaultdict[K, list[Snippet]] = defaultdict(list)
        for snippet in self._existing:
            if snippet.id not in self.taken:
                found[key(snippet)].append(snippet)
        return found


def by_name(snippet: Snippet) -> tuple[tuple[str, ...], str]:
    """Return folder and title."""
    return snippet.folder, snippet.title


def by_words(snippet: Snippet) -> tuple[str, str]:
    """Return title and body, wherever it stands."""
    return snippet.title, snippet.body


def ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one folder is the end of the other; no folder is the end of every one."""
    short, long = sorted((one, other), key=len)
    return long[len(long) - len(short) :] == short


def _by_content(snippet: Snippet) -> _Content:
    return snippet.folder, snippet.title, snippet.body
