"""The commands that make a backup and take the replies of one back."""

from dataclasses import asdict
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, optional_text, text
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.snippets import restore as restore_one
from quickdesk.commands.vault import BackupError, Occasion, Restorable, TargetError, TargetFlaw
from quickdesk.replies.library import with_code
from quickdesk.replies.store import Change


def backup(request: Request, desk: Desk) -> Answer:
    """Write a backup of all data to ``file``, or beside the others; return where it lies.

    A file that is there is overwritten only with ``force``.
    """
    path, replace = optional_text(request, "file"), flag(request, "force")
    try:
        made = desk.vault.backup(desk.clock.now(), path, replace=replace)
    except TargetError as error:
        exit_ = Exit.FAILED if error.flaw is TargetFlaw.NOT_A_FILE else Exit.REFUSED
        return problem(exit_, error.flaw.value, path=error.path)
    told = {"path": made.path, "count": len(desk.store.snippets()), "left_out": list(made.left_out)}
    return done(told)


def restore(request: Request, desk: Desk) -> Answer:
    """Take the reply ``id`` back from the trash, or the replies of the backup ``file``.

    Where both are given, a reply in the trash with just this id or code comes first.
    """
    if request.arguments.get("file") is None or _is_in_trash(text(request, "id"), desk):
        return restore_one(request, desk)
    return _recover(request, desk)


def _is_in_trash(reference: str, desk: Desk) -> bool:
    removed = desk.store.removed()
    return any(snippet.id == reference for snippet in removed) or bool(with_code(reference, removed))


def _recover(request: Request, desk: Desk) -> Answer:
    """Make all but settings as the backup ``file`` has it, or only count what would change (``dry_run``).

    Replies that it does not have go to the trash, and what lies in its trash comes into today's too. A backup
    of the present state is made before, and the whole can be undone.
    """
    path, dry_run = text(request, "file"), flag(request, "dry_run")
    try:
        found = desk.vault.read(path)
    except BackupError as error:
        return problem(Exit.FAILED, error.flaw.value, path=error.path)
    change = _difference(found, desk)
    told = {"file": path, "dry_run": dry_run, "backup": None, **_counts(found, change, desk)}
    if dry_run or not (change.put or change.remove or change.trash or any(found.rest.values())):
        return done(told)
    before = desk.vault.backup(desk.clock.now(), occasion=Occasion.BEFORE_RESTORE).path
    desk.recover(change, found)
    return done({**told, "backup": before})


def _counts(found: Restorable, change: Change, desk: Desk) -> dict[str, Any]:
    known = {snippet.id for snippet in desk.store.snippets()}
    new = sum(snippet.id not in known for snippet in change.put)
    return {
        "at": found.at.isoformat(),
        "new": new,
        "changed": len(change.put) - new,
        "removed": len(change.remove),
        "trash": len(change.trash),
        "rest": {kind: asdict(each) for kind, each in found.rest.items()},
    }


def _difference(found: Restorable, desk: Desk) -> Change:
    wanted = {snippet.id: snippet for snippet in found.snippets}
    present = {snippet.id: snippet for snippet in desk.store.snippets()}
    # What is in the trash today stays as it is: it may be newer, and nothing there is lost.
    known = {*wanted, *present, *(snippet.id for snippet in desk.store.removed())}
    return Change(
        put=tuple(snippet for snippet in wanted.values() if present.get(snippet.id) != snippet),
        remove=tuple(snippet_id for snippet_id in present if snippet_id not in wanted),
        trash=tuple(snippet for snippet in found.removed if snippet.id not in known),
    )
