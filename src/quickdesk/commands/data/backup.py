"""The commands ``backup`` and ``restore``."""

from dataclasses import asdict
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, optional_text, text
from quickdesk.commands.backup_store import (
    BackupContents,
    BackupError,
    BackupReason,
    BackupStore,
    TargetError,
    TargetProblem,
)
from quickdesk.commands.data_protection import DataProtection, ProtectionError
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.replies.snippets import restore as restore_one
from quickdesk.replies.clock import Clock
from quickdesk.replies.snippet import find_by_code
from quickdesk.replies.store import Change, SnippetStore


def backup(request: Request, store: SnippetStore, backups: BackupStore, clock: Clock) -> Answer:
    """Write a backup of all data to ``file``, by default to the data folder; return its path.

    An existing file is overwritten only with ``force``.
    """
    path, replace = optional_text(request, "file"), flag(request, "force")
    try:
        saved = backups.backup(clock.now(), path, replace=replace)
    except TargetError as error:
        exit_ = Exit.FAILED if error.problem is TargetProblem.NOT_A_FILE else Exit.REFUSED
        return problem(exit_, error.problem.value, path=error.path)
    return done({"path": saved.path, "count": len(store.snippets()), "left_out": list(saved.left_out)})


def restore(request: Request, library: ReplyLibrary, protection: DataProtection) -> Answer:
    """Restore the reply ``id`` from the trash, or all data from the backup ``file``.

    If both are given, a reply in the trash with exactly this id or code comes first. ``recovery_key`` opens
    what is encrypted in a backup of another computer; ``partly`` restores what can be read without.
    """
    if request.arguments.get("file") is None or _is_in_trash(text(request, "id"), library):
        return restore_one(request, library)
    recovery_key = optional_text(request, "recovery_key")
    if recovery_key is not None:
        try:
            protection.recover(recovery_key, text(request, "file"))
        except ProtectionError as error:
            return problem(Exit.REFUSED, error.problem.value)
        except BackupError as error:
            return problem(Exit.FAILED, error.problem.value, path=error.path)
    return _recover(request, library)


def _is_in_trash(reference: str, library: ReplyLibrary) -> bool:
    removed = library.store.removed()
    return any(snippet.id == reference for snippet in removed) or bool(find_by_code(reference, removed))


def _recover(request: Request, library: ReplyLibrary) -> Answer:
    """Restore everything but the settings from the backup ``file``, or count what would change (``dry_run``).

    Replies that it does not have move to the trash, and its trash is added to today's. The present state is
    backed up before, and the whole can be undone.
    """
    path, dry_run = text(request, "file"), flag(request, "dry_run")
    try:
        contents = library.backups.read(path)
    except BackupError as error:
        return problem(Exit.FAILED, error.problem.value, path=error.path)
    if contents.locked and not flag(request, "partly"):
        return problem(Exit.REFUSED, "backup-locked", path=path, kinds=list(contents.locked))
    change = _difference(contents, library)
    result = {"file": path, "dry_run": dry_run, "backup": None, **_counts(contents, change, library)}
    if dry_run or not (change.put or change.remove or change.trash or any(contents.other_kinds.values())):
        return done(result)
    before = library.backups.backup(library.clock.now(), reason=BackupReason.BEFORE_RESTORE).path
    try:
        library.restore_backup(change, contents)
    except BackupError as error:
        return problem(Exit.FAILED, error.problem.value, path=error.path)
    return done({**result, "backup": before})


def _counts(contents: BackupContents, change: Change, library: ReplyLibrary) -> dict[str, Any]:
    known = {snippet.id for snippet in library.store.snippets()}
    new = sum(snippet.id not in known for snippet in change.put)
    return {
        "at": contents.at.isoformat(),
        "new": new,
        "changed": len(change.put) - new,
        "removed": len(change.remove),
        "trash": len(change.trash),
        "rest": {kind: asdict(each) for kind, each in contents.other_kinds.items()},
        "locked": list(contents.locked),
    }


def _difference(contents: BackupContents, library: ReplyLibrary) -> Change:
    wanted = {snippet.id: snippet for snippet in contents.snippets}
    present = {snippet.id: snippet for snippet in library.store.snippets()}
    # What is in the trash today stays as it is: it may be newer, and nothing there is lost.
    known = {*wanted, *present, *(snippet.id for snippet in library.store.removed())}
    return Change(
        put=tuple(snippet for snippet in wanted.values() if present.get(snippet.id) != snippet),
        remove=tuple(snippet_id for snippet_id in present if snippet_id not in wanted),
        trash=tuple(snippet for snippet in contents.removed if snippet.id not in known),
    )
