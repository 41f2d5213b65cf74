"""Planning an import: which replies are new, changed or the same.

- A record with the id of a snippet is that snippet.
- Any other record is the *same* as a snippet with equal fields, as far as the file has them. Equal records
  of one import are one reply.
- A record with the title and folder of an unmatched snippet *changes* it; several are paired in order.
- A record of a file without folders *changes* the only unmatched snippet with its title; of several, the only
  one with its code too. If the file has no titles either, it changes the only one with its code.
- A record without an id is the *same* as an unmatched existing snippet with equal title and body if one of
  their folder paths ends with the other: the path depends on whether the file was imported alone or with
  its folder.
- All other records are new. Otherwise codes identify nothing, because snippets may share them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quickdesk.exchange.matching import (
    ImportMatcher,
    UnmatchedElsewhere,
    folder_and_title,
    share_an_ending,
    title_and_body,
)
from quickdesk.exchange.parsed import (
    FileNote,
    ImportNote,
    ImportRecord,
    ParsedFile,
    Place,
    Placeholder,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.replies.clock import NewId
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.replies.validation import SnippetFlaw, check, normalized


@dataclass(frozen=True, slots=True)
class ChangedSnippet:
    """A snippet whose content changes; its id stays."""

    before: Snippet
    after: Snippet


@dataclass(frozen=True, slots=True)
class NotedSnippet:
    """What the import changed in a reply."""

    notes: tuple[ImportNote, ...]
    place: Place
    title: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The effect of an import.

    ``notes`` and ``placeholders`` are about new and changed snippets; a placeholder has the number of those.
    """

    new: tuple[Snippet, ...]
    changed: tuple[ChangedSnippet, ...]
    same: tuple[Snippet, ...]
    refused: tuple[RefusedRecord, ...]
    notes: tuple[NotedSnippet, ...] = ()
    file_notes: tuple[FileNote, ...] = ()
    placeholders: tuple[tuple[Placeholder, int], ...] = ()

    @property
    def change(self) -> Change:
        """The change for the store."""
        return Change(put=(*self.new, *(changed.after for changed in self.changed)))


def plan(parsed_files: Sequence[ParsedFile], existing: Sequence[Snippet], new_id: NewId) -> ImportPlan:
    """Return the plan for importing these files; takes linear time.

    There are three passes: unchanged replies are matched first, so that they are not paired with a changed
    record, and replies in other folders last.
    """
    record_ids = frozenset(record.snippet.id for parsed in parsed_files for record in parsed.records)
    matcher = ImportMatcher(existing, record_ids)
    draft = _PlanDraft(matcher)
    first = _FirstPass(matcher, draft)
    waiting: list[ImportRecord] = []
    for parsed in parsed_files:
        draft.refused += parsed.refused
        draft.file_notes += parsed.notes
        records = (replace(record, snippet=normalized(record.snippet)) for record in parsed.records)
        waiting += [record for record in records if not first.handle(record)]
    left = _pair(waiting, matcher, draft)
    _add_rest(left, matcher, draft, new_id)
    return draft.plan


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids, titles and codes that a plan depends on: changes of other replies do not affect it."""

    ids: frozenset[str]
    titles: frozenset[str]
    codes: frozenset[str]


def scope_of(planned: ImportPlan, parsed_files: Sequence[ParsedFile]) -> Scope:
    """Return the scope of a plan that was made of ``parsed_files``."""
    planned_snippets = (*planned.new, *(changed.after for changed in planned.changed), *planned.same)
    records = (record.snippet.id for parsed in parsed_files for record in parsed.records)
    ids = frozenset(snippet.id for snippet in planned_snippets).union(records)
    codes = frozenset(snippet.code.casefold() for snippet in planned_snippets if snippet.code)
    return Scope(ids, frozenset(snippet.title for snippet in planned_snippets), codes)


def still_holds(scope: Scope, before: Sequence[Snippet], now: Sequence[Snippet]) -> bool:
    """Return whether a plan of this scope, made for the replies ``before``, is right for those of ``now``.

    A record is paired with a reply by its id, its title, or its code. It may return False for a right plan.
    """
    known = {snippet.id: snippet for snippet in before}
    other = [snippet for snippet in now if known.get(snippet.id) != snippet]
    gone = known.keys() - {snippet.id for snippet in now}
    return scope.ids.isdisjoint(gone) and not any(
        each.id in scope.ids or each.title in scope.titles or each.code.casefold() in scope.codes
        for each in other
    )


@dataclass(slots=True)
class _PlanDraft:
    """The decisions made so far."""

    matcher: ImportMatcher
    new: list[Snippet] = field(default_factory=list)
    changed: list[ChangedSnippet] = field(default_factory=list)
    same: list[Snippet] = field(default_factory=list)
    refused: list[RefusedRecord] = field(default_factory=list)
    notes: list[NotedSnippet] = field(default_factory=list)
    file_notes: list[FileNote] = field(default_factory=list)
    placeholders: Counter[Placeholder] = field(default_factory=Counter)

    @property
    def plan(self) -> ImportPlan:
        """The finished plan."""
        return ImportPlan(
            new=tuple(self.new),
            changed=tuple(self.changed),
            same=tuple(self.same),
            refused=tuple(self.refused),
            notes=tuple(self.notes),
            file_notes=tuple(self.file_notes),
            placeholders=tuple(self.placeholders.items()),
        )

    def refuse(self, record: ImportRecord, refused: RefusedRecord) -> None:
        """Leave a record out."""
        self.refused.append(replace(refused, place=record.place, title=record.snippet.title))

    def keep(self, snippet: Snippet) -> None:
        """Leave an existing reply as it is."""
        self.matcher.matched.add(snippet.id)
        self.same.append(snippet)

    def change(self, record: ImportRecord, before: Snippet) -> None:
        """Change an existing reply."""
        self.matcher.matched.add(before.id)
        after = record.applied_to(before)
        self.changed.append(ChangedSnippet(before, after))
        self._register(record, after)

    def add(self, record: ImportRecord, snippet_id: str) -> None:
        """Add a new reply."""
        snippet = replace(record.snippet, id=snippet_id)
        self.new.append(snippet)
        self._register(record, snippet)

    def _register(self, record: ImportRecord, snippet: Snippet) -> None:
        """Register the new content, so that later equal records are the same reply."""
        self.matcher.add(snippet)
        self.placeholders.update(record.placeholders)
        if record.notes:
            self.notes.append(NotedSnippet(record.notes, record.place, snippet.title))


@dataclass(slots=True)
class _FirstPass:
    """Handles records that are flawed, have the id of a snippet, or equal one."""

    matcher: ImportMatcher
    draft: _PlanDraft
    first_by_id: dict[str, Snippet] = field(default_factory=dict)

    def handle(self, record: ImportRecord) -> bool:
        """Handle a record, or return False if it has to wait until all others were seen."""
        flaws = _flaws(record.snippet)
        if flaws:
            self.draft.refuse(record, RefusedRecord(RefusalReason.FLAWED, record.place, "", flaws[0]))
            return True
        if record.snippet.id in self.first_by_id:
            self._repeat(record)
            return True
        if record.snippet.id:
            self.first_by_id[record.snippet.id] = record.snippet
        return self._match(record)

    def _repeat(self, record: ImportRecord) -> None:
        """Refuse the record unless it equals the first one with its id."""
        if self.first_by_id[record.snippet.id] == record.snippet:
            self.draft.same.append(record.snippet)
        else:
            self.draft.refuse(record, RefusedRecord(RefusalReason.REPEATED_ID, record.place, ""))

    def _match(self, record: ImportRecord) -> bool:
        known = self.matcher.by_id.get(record.snippet.id)
        if known is not None and known != record.applied_to(known):
            self.draft.change(record, known)
            return True
        same = known or self.matcher.find_equal(record)
        if same is not None:
            self.draft.keep(same)
        return same is not None


def _flaws(snippet: Snippet) -> tuple[SnippetFlaw, ...]:
    """Return the flaws of a snippet, which need not have an id yet."""
    return tuple(flaw for flaw in check(snippet) if snippet.id or flaw.field != "id")


def _pair(waiting: Iterable[ImportRecord], matcher: ImportMatcher, draft: _PlanDraft) -> list[ImportRecord]:
    """Pair records with unmatched replies of the same title and folder, and return the rest."""
    partners = matcher.unmatched(folder_and_title)
    left: list[ImportRecord] = []
    for record in waiting:
        if record.snippet.id:
            left.append(record)
        elif equal := matcher.find_equal(record):
            draft.same.append(equal)
        elif partner := partners.get(folder_and_title(record.snippet)):
            draft.change(record, partner.pop(0))
        else:
            left.append(record)
    return _pair_without_folder(left, matcher, draft)


def _pair_without_folder(
    left: Iterable[ImportRecord], matcher: ImportMatcher, draft: _PlanDraft
) -> list[ImportRecord]:
    """Pair records of files without folders with the only reply that each can mean, and return the rest."""
    elsewhere = UnmatchedElsewhere(matcher)
    rest: list[ImportRecord] = []
    for record in left:
        partner = None if record.snippet.id or "folder" in record.stated else elsewhere.meant_by(record)
        if partner is None:
            rest.append(record)
        elif record.applied_to(partner) == partner:
            draft.keep(partner)
        else:
            draft.change(record, partner)
    return rest


def _add_rest(left: Iterable[ImportRecord], matcher: ImportMatcher, draft: _PlanDraft, new_id: NewId) -> None:
    """Add all records except those whose title and body are in a folder with the same ending."""
    elsewhere = matcher.unmatched(title_and_body)
    for record in left:
        if record.snippet.id:
            draft.add(record, record.snippet.id)
            continue
        same = matcher.find_equal(record) or _find_moved(
            record, elsewhere.get(title_and_body(record.snippet), ()), matcher
        )
        if same is None:
            draft.add(record, new_id())
        else:
            draft.keep(same)


def _find_moved(
    record: ImportRecord, candidates: Iterable[Snippet], matcher: ImportMatcher
) -> Snippet | None:
    for one in candidates:
        is_equal = replace(record.applied_to(one), folder=one.folder) == one
        if one.id not in matcher.matched and is_equal and share_an_ending(one.folder, record.snippet.folder):
            return one
    return None
