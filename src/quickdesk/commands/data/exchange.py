"""The commands ``import`` and ``export``."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, flag, optional_text
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.replies.to_json import flaw_to_json
from quickdesk.exchange.formats import WRITABLE, read, write
from quickdesk.exchange.parsed import (
    LIMITS,
    ExchangeError,
    FileNote,
    Format,
    ParsedFile,
    Place,
    RefusedRecord,
)
from quickdesk.exchange.plan import ImportPlan, NotedSnippet, Scope, plan, scope_of, still_holds
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, SnippetStore

_MAX_PLACEHOLDERS = 1_000
"""Placeholders that an answer names; a file may have as many as characters."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of one request: those that could be read, and why others could not."""

    parsed_files: Sequence[ParsedFile]
    failed: Sequence[ExchangeError]


@dataclass(frozen=True, slots=True)
class PlannedImport:
    """An import that is read and compared with ``before``, the replies at that time, and not executed yet.

    It is a :class:`quickdesk.commands.command.Plan`: reading takes long, execution does not.
    """

    files: _Files
    before: Sequence[Snippet]
    plan: ImportPlan
    scope: Scope
    change: Change
    library: ReplyLibrary
    new_id: NewId

    @classmethod
    def of(cls, files: _Files, library: ReplyLibrary, new_id: NewId) -> Self:
        """Return the plan for the current replies."""
        before = library.store.snippets()
        planned = plan(files.parsed_files, before, new_id)
        scope = scope_of(planned, files.parsed_files)
        return cls(files, before, planned, scope, planned.change, library, new_id)

    def prepared(self) -> "PlannedImport":
        """Return the plan with the change prepared by the store, so that executing it is quick."""
        return replace(self, change=self.library.store.prepare(self.change))

    def renewed(self) -> "PlannedImport":
        """Return the plan for the current replies."""
        return self.of(self.files, self.library, self.new_id).prepared()

    def execute(self) -> Answer | None:
        """Make the change; return None, and change nothing, if the replies it concerns have changed.

        Raises StoreError.
        """
        if not still_holds(self.scope, self.before, self.library.store.snippets()):
            return None
        if self.plan.new or self.plan.changed:
            self.library.apply(self.change, ActionType.IMPORT)
        return self.answer(dry_run=False)

    def answer(self, *, dry_run: bool) -> Answer:
        """Return the counts and the reasons; REFUSED if every entry was refused."""
        result = _to_json(self.plan, self.files.failed, dry_run=dry_run)
        if result["refused"] and not (self.plan.new or self.plan.changed or self.plan.same):
            return Answer(Exit.REFUSED, result, "nothing-imported")
        return done(result)


def plan_import(request: Request, library: ReplyLibrary, new_id: NewId) -> PlannedImport | Answer:
    """Read the replies of ``files`` and compare them with the existing ones; nothing is changed.

    Return an answer if there is nothing to execute: what would change (``dry_run``), or why no file can be
    read. A file that cannot be read among others is refused like an entry.
    """
    dry_run = flag(request, "dry_run")
    files = _read_all(request)
    if files.failed and not files.parsed_files:
        return _unreadable(files.failed[0])
    planned = PlannedImport.of(files, library, new_id)
    return planned.answer(dry_run=True) if dry_run else planned.prepared()


def export(request: Request, store: SnippetStore) -> Answer:
    """Return all replies as the content of a file, in base64, and their number."""
    wanted = _format(request) or Format.JSON
    if wanted not in WRITABLE:
        raise ArgumentError(request, "format")
    snippets = tuple(store.snippets())
    content = base64.b64encode(write(snippets, wanted)).decode("ascii")
    return done({"content": content, "format": wanted.value, "count": len(snippets)})


def _read_all(request: Request) -> _Files:
    wanted = _format(request)
    parsed_files: list[ParsedFile] = []
    failed: list[ExchangeError] = []
    for name, content in _files(request):
        try:
            parsed_files.append(read(name, content, wanted))
        except ExchangeError as error:
            failed.append(error)
    return _Files(parsed_files, failed)


def _files(request: Request) -> list[tuple[str, bytes]]:
    given = request.arguments.get("files")
    if not isinstance(given, list) or not given:
        raise ArgumentError(request, "files")
    try:
        return [(_name_of(file), base64.b64decode(file["content"], validate=True)) for file in given]
    except (KeyError, TypeError, ValueError) as error:  # ValueError: the content is no base64
        raise ArgumentError(request, "files") from error


def _name_of(file: Mapping[str, Any]) -> str:
    if not isinstance(file["name"], str):
        raise TypeError(file["name"])
    return file["name"]


def _format(request: Request) -> Format | None:
    wanted = optional_text(request, "format")
    try:
        return Format(wanted) if wanted else None
    except ValueError as error:
        raise ArgumentError(request, "format") from error


def _unreadable(error: ExchangeError) -> Answer:
    place = {"path": error.place.file, "line": error.place.line, "row": error.place.row}
    facts = {**place, "detail": error.detail, **_limit(error)}
    return problem(Exit.FAILED, f"import-{_name(error.reason.name)}", **facts)


def _to_json(planned: ImportPlan, failed: Sequence[ExchangeError], *, dry_run: bool) -> Mapping[str, Any]:
    return {
        "new": len(planned.new),
        "changed": len(planned.changed),
        "same": len(planned.same),
        "refused": [*(_error_to_json(error) for error in failed), *map(_refused_to_json, planned.refused)],
        "notes": [
            *map(_file_note_to_json, planned.file_notes),
            *(note for noted in planned.notes for note in _notes_to_json(noted)),
        ],
        "placeholders": [
            {"written": each.written, "field": each.field, "count": count}
            for each, count in planned.placeholders[:_MAX_PLACEHOLDERS]
        ],
        "dry_run": dry_run,
    }


def _error_to_json(error: ExchangeError) -> Mapping[str, Any]:
    return {**_place_to_json(error.place), "title": "", "reason": _name(error.reason.name), **_limit(error)}


def _limit(error: ExchangeError) -> Mapping[str, int]:
    """Return the limit that was exceeded, if it was one."""
    limit = LIMITS.get(error.reason)
    return {} if limit is None else {"most": limit}


def _refused_to_json(refused: RefusedRecord) -> Mapping[str, Any]:
    flaw = {"flaw": flaw_to_json(refused.flaw)} if refused.flaw else {}
    return {
        **_place_to_json(refused.place), "title": refused.title, "reason": _name(refused.reason.name), **flaw,
    }  # fmt: skip


def _notes_to_json(noted: NotedSnippet) -> Iterable[Mapping[str, Any]]:
    for note in noted.notes:
        yield {**_place_to_json(noted.place), "title": noted.title, "note": _name(note.name)}


def _file_note_to_json(noted: FileNote) -> Mapping[str, Any]:
    return {
        **_place_to_json(noted.place),
        "title": "",
        "note": _name(noted.note.name),
        "detail": noted.detail,
    }


def _place_to_json(place: Place) -> Mapping[str, Any]:
    return {"file": place.file, "line": place.line, "row": place.row}


def _name(member: str) -> str:
    return member.lower().replace("_", "-")
