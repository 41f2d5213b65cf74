"""What an import would do to the library: decided here, shown to the agent, carried out by the store.

Which reply is which:

- A record with the id of a snippet is that snippet.
- Every other record is the *same* as a snippet with equal title, folder and body (and code and tags,
  where the file speaks of them); equal records of one import are one reply.
- A record with title and folder of a snippet that no record equals is that snippet *changed*; several
  are paired in their order.
- A record without an id whose title and body a snippet has in a folder that ends as the record's does
  (or the other way round) is the *same*, moved by nothing but the way it was named: the path of a file
  below an imported folder is part of the folder, and a file imported alone has none. Only snippets that
  were there before and that no other record means are looked at, so a list may well say the same twice.
- The rest is new. A code never identifies anything: thousands of snippets may share one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quickdesk.exchange.matching import ImportMatcher, folder_and_title, share_an_ending, title_and_body
from quickdesk.exchange.parsed import (
    ImportNote,
    ImportRecord,
    ParsedFile,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.replies.clock import NewId
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.replies.validation import SnippetFlaw, check, normalized


@dataclass(frozen=True, slots=True)
class ChangedSnippet:
    """A snippet that gets new content; its id stays."""

    before: Snippet
    after: Snippet


@dataclass(frozen=True, slots=True)
class NotedSnippet:
    """What was altered in a reply on its way in."""

    notes: tuple[ImportNote, ...]
    place: Place
    title: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What would happen. ``notes`` speak of new and changed snippets only."""

    new: tuple[Snippet, ...]
    changed: tuple[ChangedSnippet, ...]
    same: tuple[Snippet, ...]
    refused: tuple[RefusedRecord, ...]
    notes: tuple[NotedSnippet, ...] = ()

    @property
    def change(self) -> Change:
        """What the store must do."""
        return Change(put=(*self.new, *(changed.after for changed in self.changed)))


def plan(parsed_files: Sequence[ParsedFile], existing: Sequence[Snippet], new_id: NewId) -> ImportPlan:
    """Decide what becomes of every record of these files; takes time in line with their number.

    In three passes: first what is there already, so that a changed reply cannot take its place; last what
    stands in another folder, so that it takes nothing that another record means.
    """
    claimed = frozenset(record.snippet.id for parsed in parsed_files for record in parsed.records)
    matcher = ImportMatcher(existing, claimed)
    outcome = _Outcome(matcher)
    first = _FirstPass(matcher, outcome)
    waiting: list[ImportRecord] = []
    for parsed in parsed_files:
        outcome.refused += parsed.refused
        records = (replace(record, snippet=normalized(record.snippet)) for record in parsed.records)
        waiting += [record for record in records if not first.settles(record)]
    left = _pair(waiting, matcher, outcome)
    _add_what_is_nowhere(left, matcher, outcome, new_id)
    return outcome.plan


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids and titles that a plan speaks of: changes of other replies make no difference to it."""

    ids: frozenset[str]
    titles: frozenset[str]


def scope_of(planned: ImportPlan, parsed_files: Sequence[ParsedFile]) -> Scope:
    """Return the scope of a plan that was made of ``parsed_files``."""
    spoken_of = (*planned.new, *(changed.after for changed in planned.changed), *planned.same)
    records = (record.snippet.id for parsed in parsed_files for record in parsed.records)
    ids = frozenset(snippet.id for snippet in spoken_of).union(records)
    return Scope(ids, frozenset(snippet.title for snippet in spoken_of))


def still_holds(scope: Scope, before: Sequence[Snippet], now: Sequence[Snippet]) -> bool:
    """Return whether a plan of this scope, made for the replies ``before``, is right for those of ``now``.

    A record is paired with a reply by its id, or by its title and more. May return False where True would be
    right.
    """
    known = {snippet.id: snippet for snippet in before}
    other = [snippet for snippet in now if known.get(snippet.id) != snippet]
    gone = known.keys() - {snippet.id for snippet in now}
    return scope.ids.isdisjoint(gone) and not any(
        each.id in scope.ids or each.title in scope.titles for each in other
    )


@dataclass(slots=True)
class _Outcome:
    """What is decided so far."""

    matcher: ImportMatcher
    new: list[Snippet] = field(default_factory=list)
    changed: list[ChangedSnippet] = field(default_factory=list)
    same: list[Snippet] = field(default_factory=list)
    refused: list[RefusedRecord] = field(default_factory=list)
    notes: list[NotedSnippet] = field(default_factory=list)

    @property
    def plan(self) -> ImportPlan:
        """What would happen."""
        return ImportPlan(
            new=tuple(self.new),
            changed=tuple(self.changed),
            same=tuple(self.same),
            refused=tuple(self.refused),
            notes=tuple(self.notes),
        )

    def refuse(self, record: ImportRecord, refused: RefusedRecord) -> None:
        """Take none of it."""
        self.refused.append(replace(refused, place=record.place, title=record.snippet.title))

    def keep(self, snippet: Snippet) -> None:
        """Leave a reply that is there as it is."""
        self.matcher.matched.add(snippet.id)
        self.same.append(snippet)

    def change(self, record: ImportRecord, before: Snippet) -> None:
        """Give a reply that is there new content."""
        self.matcher.matched.add(before.id)
        after = record.applied_to(before)
        self.changed.append(ChangedSnippet(before, after))
        self._put(record, after)

    def add(self, record: ImportRecord, snippet_id: str) -> None:
        """Bring a reply in."""
        snippet = replace(record.snippet, id=snippet_id)
        self.new.append(snippet)
        self._put(record, snippet)

    def _put(self, record: ImportRecord, snippet: Snippet) -> None:
        """From now on this content is there: an equal record that follows is the same reply."""
        self.matcher.put(snippet)
        if record.notes:
            self.notes.append(NotedSnippet(record.notes, record.place, snippet.title))


@dataclass(slots=True)
class _FirstPass:
    """Settles what is flawed, known by its id, or there already; ``told`` is what each id said first."""

    matcher: ImportMatcher
    outcome: _Outcome
    told: dict[str, Snippet] = field(default_factory=dict)

    def settles(self, record: ImportRecord) -> bool:
        """Decide of an entry, or return False where the others must be seen first."""
        flaws = _flaws(record.snippet)
        if flaws:
            self.outcome.refuse(record, RefusedRecord(RefusalReason.FLAWED, record.place, "", flaws[0]))
            return True
        if record.snippet.id in self.told:
            self._repeat(record)
            return True
        if record.snippet.id:
            self.told[record.snippet.id] = record.snippet
        return self._is_there(record)

    def _repeat(self, record: ImportRecord) -> None:
        """The same id twice in one import must say the same."""
        if self.told[record.snippet.id] == record.snippet:
            self.outcome.same.append(record.snippet)
        else:
            self.outcome.refuse(record, RefusedRecord(RefusalReason.REPEATED_ID, record.place, ""))

    def _is_there(self, record: ImportRecord) -> bool:
        known = self.matcher.by_id.get(record.snippet.id)
        if known is not None and known != record.applied_to(known):
            self.outcome.change(record, known)
            return True
        same = known or self.matcher.find_equal(record)
        if same is not None:
            self.outcome.keep(same)
        return same is not None


def _flaws(snippet: Snippet) -> tuple[SnippetFlaw, ...]:
    """Return the flaws of a snippet, which need not have an id yet."""
    return tuple(flaw for flaw in check(snippet) if snippet.id or flaw.field != "id")


def _pair(waiting: Iterable[ImportRecord], matcher: ImportMatcher, outcome: _Outcome) -> list[ImportRecord]:
    """Second pass: what has title and folder of a reply that nobody took changes it; return the rest."""
    partners = matcher.unmatched(folder_and_title)
    left: list[ImportRecord] = []
    for record in waiting:
        if record.snippet.id:
            left.append(record)
        elif again := matcher.find_equal(record):
            outcome.same.append(again)
        elif known := partners.get(folder_and_title(record.snippet)):
            outcome.change(record, known.pop(0))
        else:
            left.append(record)
    return left


def _add_what_is_nowhere(
    left: Iterable[ImportRecord], matcher: ImportMatcher, outcome: _Outcome, new_id: NewId
) -> None:
    """Third pass: what stands word for word in a folder that only begins otherwise is there already."""
    elsewhere = matcher.unmatched(title_and_body)
    for record in left:
        if record.snippet.id:
            outcome.add(record, record.snippet.id)
            continue
        there = matcher.find_equal(record) or _moved(
            record, elsewhere.get(title_and_body(record.snippet), ()), matcher
        )
        if there is None:
            outcome.add(record, new_id())
        else:
            outcome.keep(there)


def _moved(record: ImportRecord, candidates: Iterable[Snippet], matcher: ImportMatcher) -> Snippet | None:
    for one in candidates:
        says_it = replace(record.applied_to(one), folder=one.folder) == one
        if one.id not in matcher.matched and says_it and share_an_ending(one.folder, record.snippet.folder):
            return one
    return None
