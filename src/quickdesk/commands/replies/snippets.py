"""The commands over replies: list, add, edit, remove, restore, undo."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import optional_text, optional_texts, text
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.shapes import snippet_shape
from quickdesk.replies.history import Deed, NotUndone
from quickdesk.replies.library import Flaw, check, most, named_by, tidied, with_code
from quickdesk.replies.snippet import Snippet, folder_of
from quickdesk.replies.store import Change

_MOST_MATCHES_NAMED = 5


class UnknownReplyError(Exception):
    """An id that means no reply, or several; ``answer`` says which."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.problem)
        self.answer = answer


def list_all(_request: Request, desk: Desk) -> Answer:
    """Return all snippets in the shape of hits."""
    return done([snippet_shape(snippet) for snippet in desk.store.snippets()])


def add(request: Request, desk: Desk) -> Answer:
    """Store a new snippet and return it."""
    empty = Snippet(id=desk.new_id(), title="", body="")
    return _save(_with_content(empty, request), desk, Deed.ADD)


def edit(request: Request, desk: Desk) -> Answer:
    """Change what is named of a snippet and return it."""
    if all(request.arguments.get(name) is None for name in ("title", "body", "code", "folder", "tags")):
        return problem(Exit.USAGE, "nothing-to-change")

    def go(old: Snippet) -> Answer:
        return _save(_with_content(old, request), desk, Deed.EDIT)

    return _with_named(request, desk.store.snippets(), go)


def remove(request: Request, desk: Desk) -> Answer:
    """Move a snippet to the trash and return it."""

    def go(snippet: Snippet) -> Answer:
        desk.apply(Change(remove=(snippet.id,)), Deed.REMOVE)
        return done(snippet_shape(snippet))

    return _with_named(request, desk.store.snippets(), go)


def restore(request: Request, desk: Desk) -> Answer:
    """Bring a snippet back from the trash and return it."""

    def go(snippet: Snippet) -> Answer:
        desk.apply(Change(restore=(snippet.id,)), Deed.RESTORE)
        return done(snippet_shape(snippet))

    return _with_named(request, desk.store.removed(), go)


def undo(_request: Request, desk: Desk) -> Answer:
    """Take back the last thing done; refused where something of it changed since."""
    undone = desk.undo()
    if isinstance(undone, NotUndone):
        if undone.mark is None:
            return problem(Exit.NOT_FOUND, "nothing-to-undo")
        titles = [snippet.title for snippet in undone.changed[:_MOST_MATCHES_NAMED]]
        return problem(Exit.REFUSED, "changed-since", undo=undone.mark.deed.value, titles=titles)
    return done(
        {
            "undone": undone.mark.deed.value,
            "at": undone.mark.at.isoformat(),
            "back": [{"id": snippet.id, "title": snippet.title} for snippet in undone.back],
            "away": [{"id": snippet.id, "title": snippet.title} for snippet in undone.away],
        }
    )


def named(request: Request, snippets: Iterable[Snippet]) -> Snippet:
    """Return the snippet whose id, code or start of an id the request gives; raises UnknownReplyError."""
    reference = text(request, "id")
    found = named_by(reference, snippets)
    if not found:
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "no-such-reply", id=reference))
    if len(found) > 1 and with_code(reference, found):
        rows = [{"id": each.id, "title": each.title} for each in found[:_MOST_MATCHES_NAMED]]
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "ambiguous-code", id=reference, matches=rows))
    if len(found) > 1:
        matches = [snippet.id for snippet in found[:_MOST_MATCHES_NAMED]]
        raise UnknownReplyError(problem(Exit.NOT_FOUND, "ambiguous-id", id=reference, matches=matches))
    return found[0]


def flaw_shape(flaw: Flaw) -> dict[str, Any]:
    """Return a flaw as JSON: names in lower case with hyphens, the position in characters.

    ``most`` is how much there may be, where there is too much.
    """
    template = flaw.template.name.lower().replace("_", "-") if flaw.template else None
    kind = flaw.kind.name.lower().replace("_", "-")
    name = template or kind
    shape = {"field": flaw.field, "flaw": name, "position": flaw.position, "length": flaw.length}
    limit = most(flaw.field, name)
    return shape if limit is None else {**shape, "most": limit}


def _with_named(request: Request, snippets: Iterable[Snippet], go: Callable[[Snippet], Answer]) -> Answer:
    try:
        return go(named(request, snippets))
    except UnknownReplyError as error:
        return error.answer


def _with_content(snippet: Snippet, request: Request) -> Snippet:
    folder, tags = optional_text(request, "folder"), optional_texts(request, "tags")
    changes: dict[str, Any] = {name: optional_text(request, name) for name in ("title", "body", "code")}
    changes["folder"] = None if folder is None else folder_of(folder)
    changes["tags"] = tags
    named_ones = {name: value for name, value in changes.items() if value is not None}
    return tidied(replace(snippet, **named_ones))


def _save(snippet: Snippet, desk: Desk, deed: Deed) -> Answer:
    flaws = check(snippet)
    if flaws:
        return problem(Exit.REFUSED, "flawed-reply", flaws=[flaw_shape(flaw) for flaw in flaws])
    sharing = [each for each in with_code(snippet.code, desk.store.snippets()) if each.id != snippet.id]
    before = desk.store.get(snippet.id)
    desk.apply(Change(put=(snippet,)), deed)
    if not sharing or (before is not None and before.code == snippet.code):
        return done(snippet_shape(snippet))
    titles = [each.title for each in sharing[:_MOST_MATCHES_NAMED]]
    return Answer(
        data=snippet_shape(snippet), facts={"shared_code": {"code": snippet.code, "titles": titles}}
    )
