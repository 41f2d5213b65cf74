"""The commands on replies: ``list``, ``add``, ``edit``, ``remove``, ``restore`` of one reply, ``undo``."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import optional_text, optional_texts, text
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.replies.to_json import flaw_to_json, snippet_to_json
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType, NotUndone
from quickdesk.replies.snippet import (
    FIELD,
    FIELDS,
    Snippet,
    SnippetField,
    find_by_code,
    find_by_reference,
    folder_of,
)
from quickdesk.replies.store import Change, SnippetStore
from quickdesk.replies.validation import (
    check,
    normalized,
)

_MAX_LISTED = 5
"""The maximum number of replies that an answer names."""


class UnknownReplyError(Exception):
    """An id or code that no reply has, or several; ``answer`` says which."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.problem)
        self.answer = answer


def list_all(_request: Request, store: SnippetStore) -> Answer:
    """Return all replies, as JSON like that of hits."""
    return done([snippet_to_json(snippet) for snippet in store.snippets()])


def add(request: Request, library: ReplyLibrary, new_id: NewId) -> Answer:
    """Store a new reply and return it."""
    empty = Snippet(id=new_id(), title="", body="")
    return _save(_with_content(empty, request), library, ActionType.ADD)


def edit(request: Request, library: ReplyLibrary) -> Answer:
    """Change the given fields of a reply and return it."""
    if all(request.arguments.get(name) is None for name in FIELD):
        return problem(Exit.USAGE, "nothing-to-change")

    def save(old: Snippet) -> Answer:
        return _save(_with_content(old, request), library, ActionType.EDIT)

    return _with_named(request, library.store.snippets(), save)


def remove(request: Request, library: ReplyLibrary) -> Answer:
    """Move a reply to the trash and return it."""

    def move(snippet: Snippet) -> Answer:
        library.apply(Change(remove=(snippet.id,)), ActionType.REMOVE)
        return done(snippet_to_json(snippet))

    return _with_named(request, library.store.snippets(), move)


def restore(request: Request, library: ReplyLibrary) -> Answer:
    """Restore a reply from the trash and return it."""

    def restore_it(snippet: Snippet) -> Answer:
        library.apply(Change(restore=(snippet.id,)), ActionType.RESTORE)
        return done(snippet_to_json(snippet))

    return _with_named(request, library.store.removed(), restore_it)


def undo(_request: Request, library: ReplyLibrary) -> Answer:
    """Undo the last action; REFUSED if something it changed was changed again since."""
    undone = library.undo()
    if isinstance(undone, NotUndone):
        if undone.action is None:
            return problem(Exit.NOT_FOUND, "nothing-to-undo")
        if undone.customers and not undone.changed:
            count, kind = len(undone.customers), undone.action.type.value
            return problem(Exit.REFUSED, "customers-changed-since", undo=kind, count=count)
        if undone.facts and not undone.changed:
            names = list(undone.facts[:_MAX_LISTED])
            return problem(Exit.REFUSED, "facts-changed-since", undo=undone.action.type.value, names=names)
        titles = [snippet.title for snippet in undone.changed[:_MAX_LISTED]]
        return problem(Exit.REFUSED, "changed-since", undo=undone.action.type.value, titles=titles)
    return done(
        {
            "undone": undone.action.type.value,
            "at": undone.action.at.isoformat(),
            "back": [{"id": snippet.id, "title": snippet.title} for snippet in undone.back],
            "away": [{"id": snippet.id, "title": snippet.title} for snippet in undone.away],
            "facts": list(undone.facts),
            "customers": list(undone.customers),
        }
    )


def named(request: Request, snippets: Iterable[Snippet]) -> Snippet:
    """Return the reply with the id, start of an id, or code of the request; raises UnknownReplyError."""
    reference = text(request, "id")
    found = find_by_reference(reference, snippets)
    if not found:
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "no-such-reply", id=reference))
    if len(found) > 1 and find_by_code(reference, found):
        rows = [{"id": each.id, "title": each.title} for each in found[:_MAX_LISTED]]
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "ambiguous-code", id=reference, matches=rows))
    if len(found) > 1:
        matches = [snippet.id for snippet in found[:_MAX_LISTED]]
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "ambiguous-id", id=reference, matches=matches))
    return found[0]


def _with_named(request: Request, snippets: Iterable[Snippet], act: Callable[[Snippet], Answer]) -> Answer:
    try:
        return act(named(request, snippets))
    except UnknownReplyError as error:
        return error.answer


def _with_content(snippet: Snippet, request: Request) -> Snippet:
    values: dict[str, Any] = {field.name: _argument(field, request) for field in FIELDS}
    given = {name: value for name, value in values.items() if value is not None}
    return normalized(replace(snippet, **given))


def _argument(field: SnippetField, request: Request) -> str | tuple[str, ...] | None:
    if field.kind == "lines":
        return optional_texts(request, field.name)
    value = optional_text(request, field.name)
    return folder_of(value) if field.kind == "folder" and value is not None else value


def _save(snippet: Snippet, library: ReplyLibrary, action_type: ActionType) -> Answer:
    flaws = check(snippet)
    if flaws:
        return problem(Exit.REFUSED, "flawed-reply", flaws=[flaw_to_json(flaw) for flaw in flaws])
    sharing = [each for each in find_by_code(snippet.code, library.store.snippets()) if each.id != snippet.id]
    before = library.store.get(snippet.id)
    library.apply(Change(put=(snippet,)), action_type)
    if not sharing or (before is not None and before.code == snippet.code):
        return done(snippet_to_json(snippet))
    titles = [each.title for each in sharing[:_MAX_LISTED]]
    return Answer(
        data=snippet_to_json(snippet), facts={"shared_code": {"code": snippet.code, "titles": titles}}
    )
