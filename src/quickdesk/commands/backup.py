"""The commands that make a backup and take the replies of one back."""

from dataclasses import asdict
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, optional_text, text
from quickdesk.commands.desk import Desk
from quickdesk.commands.snippets import restore as restore_one
from quickdesk.commands.vault import BackupError, Restorable
from quickdesk.replies.store import Change


def backup(request: Request, desk: Desk) -> Answer:
    """Write a backup of all data to ``file``, or beside the others; return where it lies."""
    made = desk.vault.backup(desk.clock.now(), optional_text(request, "file"))
    told = {"path": made.path, "count": len(desk.store.snippets()), "left_out": list(made.left_out)}
    return done(told)


def restore(request: Request, desk: Desk) -> Answer:
    """Take the replies of a backup back where ``file`` names one, else the reply ``id`` from the trash."""
    if request.arguments.get("file") is None:
        return restore_one(request, desk)
    return _recover(request, desk)


def _recover(request: Request, desk: Desk) -> Answer:
    """Make all but settings as the backup ``file`` has it, or only count what would change (``dry_run``).

    Replies that it does not have go to the trash. A backup of the present state is made before, and the
    whole can be undone.
    """
    path, dry_run = text(request, "file"), flag(request, "dry_run")
    try:
        found = desk.vault.read(path)
    except BackupError as error:
        return problem(Exit.FAILED, error.flaw.value, path=error.path)
    change = _difference(found, desk)
    known = {snippet.id for snippet in desk.store.snippets()}
    new = sum(snippet.id not in known for snippet in change.put)
    told: dict[str, Any] = {
        "file": path,
        "at": found.at.isoformat(),
        "new": new,
        "changed": len(change.put) - new,
        "removed": len(change.remove),
        "rest": {kind: asdict(each) for kind, each in found.rest.items()},
        "dry_run": dry_run,
        "backup": None,
    }
    is_same = not (change.put or change.remove or any(found.rest.values()))
    if not dry_run and not is_same:
        told["backup"] = desk.vault.backup(desk.clock.now()).path
        try:
            desk.recover(change, found)
        except BackupError as error:
            return problem(Exit.FAILED, error.flaw.value, path=error.path)
    return done(told)


def _difference(found: Restorable, desk: Desk) -> Change:
    wanted = {snippet.id: snippet for snippet in found.snippets}
    present = {snippet.id: snippet for snippet in desk.store.snippets()}
    return Change(
        put=tuple(snippet for snippet in wanted.values() if present.get(snippet.id) != snippet),
        remove=tuple(snippet_id for snippet_id in present if snippet_id not in wanted),
    )
