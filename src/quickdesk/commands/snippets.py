"""The commands over snippets: find, list, add, edit, remove, restore."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.desk import Desk
from quickdesk.commands.shapes import hit_shape, snippet_shape
from quickdesk.replies.library import Flaw, check, named_by, tidied
from quickdesk.replies.snippet import Snippet, folder_of
from quickdesk.replies.store import Change

_MOST_MATCHES_NAMED = 5


class UnknownReplyError(Exception):
    """An id that means no reply, or several; ``answer`` says which."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.problem)
        self.answer = answer


def find(request: Request, desk: Desk) -> Answer:
    """Return the best hits for ``query``, at most ``limit``."""
    hits = desk.finder.find(_text(request, "query"), int(request.arguments.get("limit") or 20))
    return done([hit_shape(hit) for hit in hits])


def list_all(_request: Request, desk: Desk) -> Answer:
    """Return all snippets in the shape of hits."""
    return done([snippet_shape(snippet) for snippet in desk.store.snippets()])


def add(request: Request, desk: Desk) -> Answer:
    """Store a new snippet and return it."""
    empty = Snippet(id=desk.new_id(), title="", body="")
    return _save(_with_content(empty, request), desk)


def edit(request: Request, desk: Desk) -> Answer:
    """Change what is named of a snippet and return it."""
    if all(request.arguments.get(name) is None for name in ("title", "body", "code", "folder", "tags")):
        return problem(Exit.USAGE, "nothing-to-change")
    return _with_named(request, desk.store.snippets(), lambda old: _save(_with_content(old, request), desk))


def remove(request: Request, desk: Desk) -> Answer:
    """Move a snippet to the trash and return it."""

    def go(snippet: Snippet) -> Answer:
        desk.apply(Change(remove=(snippet.id,)))
        return done(snippet_shape(snippet))

    return _with_named(request, desk.store.snippets(), go)


def restore(request: Request, desk: Desk) -> Answer:
    """Bring a snippet back from the trash and return it."""

    def go(snippet: Snippet) -> Answer:
        desk.apply(Change(restore=(snippet.id,)))
        return done(snippet_shape(snippet))

    return _with_named(request, desk.store.removed(), go)


def named(request: Request, snippets: Iterable[Snippet]) -> Snippet:
    """Return the snippet whose id, or how it begins, the request gives; raises UnknownReplyError."""
    reference = _text(request, "id")
    found = named_by(reference, snippets)
    if not found:
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "no-such-reply", id=reference))
    if len(found) > 1:
        matches = [snippet.id for snippet in found[:_MOST_MATCHES_NAMED]]
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "ambiguous-id", id=reference, matches=matches))
    return found[0]


def flaw_shape(flaw: Flaw) -> dict[str, Any]:
    """Return a flaw as JSON: names in lower case with hyphens, the position in characters."""
    template = flaw.template.name.lower().replace("_", "-") if flaw.template else None
    kind = flaw.kind.name.lower().replace("_", "-")
    return {"field": flaw.field, "flaw": template or kind, "position": flaw.position, "length": flaw.length}


def _with_named(request: Request, snippets: Iterable[Snippet], go: Callable[[Snippet], Answer]) -> Answer:
    try:
        return go(named(request, snippets))
    except UnknownReplyError as error:
        return error.answer


def _with_content(snippet: Snippet, request: Request) -> Snippet:
    given = request.arguments
    changes: dict[str, Any] = {
        name: str(given[name]) for name in ("title", "body", "code") if given.get(name) is not None
    }
    if given.get("folder") is not None:
        changes["folder"] = folder_of(str(given["folder"]))
    if given.get("tags") is not None:
        changes["tags"] = tuple(str(tag) for tag in given["tags"])
    return tidied(replace(snippet, **changes))


def _save(snippet: Snippet, desk: Desk) -> Answer:
    flaws = check(snippet)
    if flaws:
        return problem(Exit.REFUSED, "flawed-reply", flaws=[flaw_shape(flaw) for flaw in flaws])
    desk.apply(Change(put=(snippet,)))
    return done(snippet_shape(snippet))


def _text(request: Request, name: str) -> str:
    return str(request.arguments.get(name, ""))
