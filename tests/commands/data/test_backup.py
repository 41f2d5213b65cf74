"""Restoring a backup is shown before, kept from loss by another backup, and can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.backup_store import BackupContents, BackupReason, TargetProblem
from quickdesk.commands.registry import CommandServices, run
from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from tests.fakes.backups import FakeBackups
from tests.fakes.command_services import services_with

REFUND, RETURN, GREETING = (Snippet(key, key, "文") for key in ("a1", "a2", "a3"))
OLDER = replace(REFUND, title="旧")


def with_backups(snippets: Sequence[Snippet], backups: FakeBackups) -> CommandServices:
    services = replace(services_with(snippets), backups=backups)
    backups.store = services.store
    return services


def recover(services: CommandServices, **arguments: object) -> Answer:
    return run(Request("restore", {"file": "/x.zip", **arguments}), services)


def test_a_preview_counts_and_changes_nothing() -> None:
    backups = FakeBackups((OLDER, GREETING))
    services = with_backups([REFUND, RETURN], backups)
    answer = recover(services, dry_run=True)
    assert [answer.data[name] for name in ("new", "changed", "removed")] == [1, 1, 1]
    assert backups.made == 0
    assert list(services.store.snippets()) == [REFUND, RETURN]


def test_a_restored_backup_can_be_undone() -> None:
    backups = FakeBackups((OLDER, GREETING))
    services = with_backups([REFUND, RETURN], backups)
    assert recover(services).data["backup"] == "kept.zip"
    assert {snippet.id: snippet for snippet in services.store.snippets()} == {"a1": OLDER, "a3": GREETING}
    assert run(Request("undo"), services).data["undone"] == "recover"
    assert {snippet.id: snippet for snippet in services.store.snippets()} == {"a1": REFUND, "a2": RETURN}


def test_where_nothing_differs_nothing_is_done() -> None:
    backups = FakeBackups((REFUND,))
    assert recover(with_backups([REFUND], backups)).data["backup"] is None
    assert backups.made == 0


def test_what_cannot_be_read_is_refused() -> None:
    services = with_backups([REFUND], FakeBackups(None))
    assert (recover(services).exit, recover(services).problem) == (Exit.FAILED, "backup-damaged")
    assert run(Request("restore", {"file": 1}), services).problem == "bad-argument"
    assert run(Request("restore", {"id": "x"}), services).problem == "no-such-reply"


def test_a_backup_returns_its_path() -> None:
    services = with_backups([REFUND], FakeBackups(None))
    assert run(Request("backup", {"file": "/b.zip"}), services).data == {
        "path": "/b.zip", "count": 1, "left_out": [],
    }  # fmt: skip
    assert run(Request("backup"), services).data["path"] == "kept.zip"


def test_other_kinds_are_restored_with_the_replies_as_one_action() -> None:
    backups = FakeBackups((OLDER,))
    backups.rest = (1, 0, 2)
    services = with_backups([REFUND], backups)
    result = recover(services, dry_run=True).data
    assert result["rest"] == {"customers": {"new": 1, "changed": 0, "removed": 2}}
    assert services.store.last_action() is None
    recover(services)
    last = services.store.last_action()
    assert last is not None
    assert (last.type, last.other_kinds) == (ActionType.RECOVER, ("customers",))


def test_where_only_other_kinds_differ_it_is_an_action_too() -> None:
    backups = FakeBackups((REFUND,))
    backups.rest = (0, 1, 0)
    services = with_backups([REFUND], backups)
    assert recover(services).data["backup"] == "kept.zip"
    assert run(Request("undo"), services).data["undone"] == "recover"


def test_a_reply_in_the_trash_comes_before_a_file_of_that_name() -> None:
    gone = Snippet("a9", "退款", "文", "tk")
    for name, restored in (("a9", True), ("TK", True), ("a", False), ("zz", False)):
        services = with_backups([gone], FakeBackups((GREETING,)))
        run(Request("remove", {"id": "a9"}), services)
        answer = recover(services, id=name)
        assert answer.exit is Exit.DONE
        assert (answer.data.get("title") == "退款") is restored, name


class FailingBackups(FakeBackups):
    """Holds data that cannot be written."""

    def restore(self, found: BackupContents, change: Change) -> None:
        raise StoreError(StoreProblem.DISK_FULL, "/data/customers.json")


def test_a_backup_that_cannot_be_restored_changes_nothing() -> None:
    services = with_backups([REFUND], FailingBackups((OLDER,)))
    assert recover(services).problem == "data-disk-full"
    assert list(services.store.snippets()) == [REFUND]
    assert run(Request("undo"), services).problem == "nothing-to-undo"


def test_a_file_is_overwritten_by_force_only_and_nothing_but_a_file_ever() -> None:
    backups = FakeBackups(None)
    backups.taken = {"/b.zip": TargetProblem.EXISTS, "/folder": TargetProblem.NOT_A_FILE}
    services = with_backups([REFUND], backups)

    def backup(path: str, **arguments: object) -> Answer:
        return run(Request("backup", {"file": path, **arguments}), services)

    assert (backup("/b.zip").exit, backup("/b.zip").problem) == (Exit.REFUSED, "file-exists")
    assert backup("/b.zip", force=False).problem == "file-exists"
    assert backup("/b.zip", force=True).exit is Exit.DONE
    assert (backup("/folder", force=True).exit, backup("/folder").problem) == (Exit.FAILED, "not-a-file")
    assert backup("/b.zip", force="yes").problem == "bad-argument"
    assert backups.made == 1


def test_the_trash_of_a_backup_comes_into_the_trash_and_takes_the_place_of_nothing() -> None:
    backups = FakeBackups((REFUND,))
    backups.removed = (OLDER, replace(RETURN, title="旧"), replace(GREETING, title="旧"))
    services = with_backups([REFUND, RETURN, Snippet("a3", "今天删除的", "文")], backups)
    run(Request("remove", {"id": "a3"}), services)
    assert recover(services, dry_run=True).data["trash"] == 0, "today's trash and replies count"
    backups.removed = (*backups.removed, Snippet("a4", "早就删除的", "文"))
    assert recover(services).data["trash"] == 1
    assert {each.id: each.title for each in services.store.removed()} == {
        "a2": "a2",
        "a3": "今天删除的",
        "a4": "早就删除的",
    }
    assert backups.reasons == [BackupReason.BEFORE_RESTORE]
    assert run(Request("undo"), services).data["undone"] == "recover"
    assert {each.id for each in services.store.snippets()} == {"a1", "a2"}
    assert {each.id for each in services.store.removed()} == {"a3", "a4"}


def test_where_only_the_trash_differs_it_is_restored_too() -> None:
    backups = FakeBackups((REFUND,))
    backups.removed = (GREETING,)
    services = with_backups([REFUND], backups)
    assert recover(services).data["backup"] == "kept.zip"
    assert list(services.store.removed()) == [GREETING]
    assert recover(services).data["backup"] is None, "it is there now"


def test_a_backup_made_by_hand_says_so() -> None:
    backups = FakeBackups(())
    run(Request("backup"), with_backups([REFUND], backups))
    assert backups.reasons == [BackupReason.BY_HAND]
