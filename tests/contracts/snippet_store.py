"""What every snippet store promises. A test class inherits this and gives the fixture ``store``, empty."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quickdesk.replies.history import (
    ALWAYS_KEPT,
    KEPT_DAYS,
    Action,
    ActionType,
    NotUndone,
    Outdated,
    Undone,
)
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, SnippetStore

REFUND = Snippet(
    "a1", "退款", "亲，退款已处理。", "tk", ("售后", "退款"), ("常用", "退"), "先问主管\n再发", ("钱呢",)
)
GREETING = Snippet("b2", "问候", "您好，{称呼}！", code="nh")
PARTING = Snippet("c3", "再见", "祝您生活愉快。")

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


OTHERS = tuple(Snippet(f"n{number}", str(number), "文") for number in range(ALWAYS_KEPT))


def done(action_type: ActionType, hours: int = 0, day: int = 0) -> Action:
    return Action(action_type, NOON + timedelta(hours=hours), day=day)


class SnippetStoreContract:
    @pytest.fixture
    def store(self) -> SnippetStore:
        raise NotImplementedError

    def test_begins_empty(self, store: SnippetStore) -> None:
        assert list(store.snippets()) == []
        assert list(store.removed()) == []
        assert store.get("a1") is None

    def test_keeps_every_part_of_a_snippet(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,)))
        assert store.get("a1") == REFUND
        assert list(store.snippets()) == [REFUND]

    def test_keeps_the_order_in_which_they_came(self, store: SnippetStore) -> None:
        store.apply(Change(put=(PARTING, REFUND)))
        store.apply(Change(put=(GREETING,)))
        newer = Snippet("c3", "再见了", "祝您愉快。")
        store.apply(Change(put=(newer,)))
        assert list(store.snippets()) == [newer, REFUND, GREETING]

    def test_the_last_of_two_with_one_id_counts(self, store: SnippetStore) -> None:
        newer = Snippet("a1", "退款二", "好。")
        store.apply(Change(put=(REFUND, newer)))
        assert list(store.snippets()) == [newer]

    def test_removed_snippets_are_in_the_trash_newest_last(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING, PARTING)))
        store.apply(Change(remove=("c3",)))
        store.apply(Change(remove=("a1",)))
        assert list(store.snippets()) == [GREETING]
        assert list(store.removed()) == [PARTING, REFUND]
        assert store.get("a1") is None

    def test_restored_ones_come_back_last(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING), remove=("a1",)))
        store.apply(Change(restore=("a1",)))
        assert list(store.snippets()) == [GREETING, REFUND]
        assert list(store.removed()) == []

    def test_a_new_version_of_a_removed_one_leaves_the_trash(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,), remove=("a1",)))
        store.apply(Change(put=(REFUND,)))
        assert list(store.snippets()) == [REFUND]
        assert list(store.removed()) == []

    def test_put_comes_before_remove_and_remove_before_restore(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,), remove=("a1",), restore=("a1",)))
        assert list(store.snippets()) == [REFUND]
        store.apply(Change(remove=("a1", "a1")))
        assert list(store.removed()) == [REFUND]

    def test_a_prepared_change_is_the_same_change(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING), remove=("b2",)))
        edited = replace(REFUND, body="新")
        prepared = store.prepare(
            Change(put=(edited, GREETING, PARTING, edited), action=done(ActionType.IMPORT))
        )
        assert list(store.snippets()) == [REFUND]
        store.apply(prepared)
        assert list(store.snippets()) == [edited, GREETING, PARTING]
        assert isinstance(store.undo(NOON), Undone)
        assert (list(store.snippets()), {each.id for each in store.removed()}) == ([REFUND], {"b2", "c3"})

    def test_passes_over_ids_that_are_not_there(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,)))
        store.apply(Change(remove=("x", ""), restore=("y", "a1")))
        assert list(store.snippets()) == [REFUND]
        assert list(store.removed()) == []

    def test_gives_out_what_later_changes_leave_alone(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,)))
        before = store.snippets()
        store.apply(Change(remove=("a1",)))
        assert list(before) == [REFUND]

    def test_without_actions_there_is_nothing_to_undo(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,)))
        assert store.undo(NOON) == NotUndone()
        assert list(store.snippets()) == [REFUND]

    def test_a_removal_is_undone(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING)))
        store.apply(Change(remove=("a1",), action=done(ActionType.REMOVE)))
        assert store.undo(NOON) == Undone(done(ActionType.REMOVE), (REFUND,), ())
        assert list(store.snippets()) == [GREETING, REFUND]
        assert list(store.removed()) == []

    def test_an_edit_is_undone_in_its_place(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING)))
        store.apply(Change(put=(Snippet("a1", "新", "新"),), action=done(ActionType.EDIT)))
        assert store.undo(NOON) == Undone(done(ActionType.EDIT), (REFUND,), ())
        assert list(store.snippets()) == [REFUND, GREETING]

    def test_an_import_is_undone_as_a_whole(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,)))
        newer = Snippet("a1", "新", "新")
        store.apply(Change(put=(newer, GREETING), action=done(ActionType.IMPORT)))
        assert store.undo(NOON) == Undone(done(ActionType.IMPORT), (REFUND,), (GREETING,))
        assert list(store.snippets()) == [REFUND]
        assert list(store.removed()) == [GREETING]

    def test_a_return_from_the_trash_is_undone(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,), remove=("a1",)))
        store.apply(Change(restore=("a1",), action=done(ActionType.RESTORE)))
        assert store.undo(NOON) == Undone(done(ActionType.RESTORE), (), (REFUND,))
        assert list(store.removed()) == [REFUND]

    def test_a_new_version_of_one_in_the_trash_is_undone(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,), remove=("a1",)))
        store.apply(Change(put=(Snippet("a1", "新", "新"),), action=done(ActionType.IMPORT)))
        assert isinstance(store.undo(NOON), Undone)
        assert list(store.snippets()) == []
        assert list(store.removed()) == [REFUND]

    def test_actions_are_undone_one_after_another(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,), action=done(ActionType.ADD)))
        store.apply(Change(put=(Snippet("a1", "新", "新"),), action=done(ActionType.EDIT, 1)))
        store.apply(Change(remove=("a1",), action=done(ActionType.REMOVE, 2)))
        undone = [store.undo(NOON) for _ in range(4)]
        actions = [each.action.type for each in undone if isinstance(each, Undone)]
        assert actions == [ActionType.REMOVE, ActionType.EDIT, ActionType.ADD]
        assert undone[-1] == NotUndone()
        assert list(store.snippets()) == []
        assert list(store.removed()) == [REFUND]

    def test_what_changed_since_is_not_undone(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING)))
        store.apply(Change(remove=("a1", "b2"), action=done(ActionType.REMOVE)))
        newest = Snippet("a1", "最新", "最新")
        store.apply(Change(put=(newest,)))
        assert store.undo(NOON) == NotUndone(done(ActionType.REMOVE), (newest,))
        assert list(store.snippets()) == [newest]
        assert list(store.removed()) == [GREETING]

    def test_an_action_that_changes_nothing_is_not_recorded(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND,)))
        store.apply(Change(put=(REFUND,), remove=("x",), action=done(ActionType.EDIT)))
        assert store.undo(NOON) == NotUndone()

    def test_the_last_action_names_the_other_kinds_that_it_changed(self, store: SnippetStore) -> None:
        assert store.last_action() is None
        store.apply(Change(put=(REFUND,), action=done(ActionType.ADD)))
        mark = Action(ActionType.RECOVER, NOON + timedelta(hours=1), ("customers",))
        store.apply(Change(action=mark))
        assert store.last_action() == mark
        assert store.undo(NOON) == Undone(mark, (), ())
        assert store.last_action() == done(ActionType.ADD)

    def test_the_last_action_says_how_many_replies_it_changed(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING, PARTING), remove=("x",), action=done(ActionType.IMPORT)))
        last = store.last_action()
        assert last is not None
        assert last.count == 3

    def test_what_comes_into_the_trash_from_elsewhere_is_there_and_stays_there_when_undone(
        self, store: SnippetStore
    ) -> None:
        store.apply(Change(put=(REFUND,)))
        store.apply(Change(trash=(GREETING,), action=done(ActionType.RECOVER)))
        assert (list(store.snippets()), list(store.removed())) == ([REFUND], [GREETING])
        assert store.undo(NOON) == Undone(done(ActionType.RECOVER), (), (GREETING,))
        assert (list(store.snippets()), list(store.removed())) == ([REFUND], [GREETING])

    def test_what_comes_from_elsewhere_takes_the_place_of_nothing(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING), remove=("b2",)))
        others = tuple(Snippet(key, "旧", "旧") for key in ("a1", "b2", "c3"))
        store.apply(Change(put=(PARTING,), remove=("a1",), trash=others, action=done(ActionType.RECOVER)))
        assert list(store.snippets()) == [PARTING]
        assert list(store.removed()) == [GREETING, REFUND]

    def test_what_is_old_goes_and_the_newest_stay_however_old(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING, *OTHERS)))
        store.apply(Change(remove=("a1",), action=done(ActionType.REMOVE, day=1)))
        store.apply(Change(remove=("b2",), action=done(ActionType.REMOVE, day=2)))
        for each in OTHERS[2:]:
            store.apply(Change(remove=(each.id,), action=done(ActionType.REMOVE, day=3)))
        assert not store.outdated(1 + KEPT_DAYS), "on that day it is still kept"
        assert not store.outdated(1000), "the newest are always kept"
        for each in OTHERS[:2]:
            store.apply(Change(remove=(each.id,), action=done(ActionType.REMOVE, day=3)))
        old = store.outdated(2 + KEPT_DAYS)
        assert old.removed == ("a1",)
        store.purge(old, 2 + KEPT_DAYS)
        assert next(iter(store.removed())) == GREETING
        assert len(store.removed()) == ALWAYS_KEPT + 1
        while isinstance(store.undo(NOON, 3), Undone):
            pass
        assert {each.id for each in store.snippets()} == {"b2", *(each.id for each in OTHERS)}

    def test_only_what_was_named_goes_and_only_if_it_still_is_old(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, GREETING, *OTHERS)))
        store.apply(Change(remove=("a1", "b2"), action=done(ActionType.REMOVE, day=1)))
        store.apply(Change(remove=tuple(each.id for each in OTHERS), action=done(ActionType.REMOVE, day=1)))
        store.purge(Outdated(("b2",)), 50)
        assert "b2" not in {each.id for each in store.removed()}
        assert "a1" in {each.id for each in store.removed()}
        store.purge(Outdated(("a1",)), 1 + KEPT_DAYS)
        assert "a1" in {each.id for each in store.removed()}

    def test_the_time_of_what_has_no_running_day_begins_when_it_is_first_seen(
        self, store: SnippetStore
    ) -> None:
        store.apply(Change(put=(REFUND, *OTHERS), remove=("a1", *(each.id for each in OTHERS))))
        assert not store.outdated(500)
        store.purge(Outdated(), 500)
        assert not store.outdated(500 + KEPT_DAYS)
        assert store.outdated(501 + KEPT_DAYS) == Outdated(("a1",))

    def test_what_an_undo_moves_to_the_trash_is_as_old_as_the_undo(self, store: SnippetStore) -> None:
        store.apply(Change(put=(REFUND, *OTHERS), remove=("a1",), action=done(ActionType.REMOVE, day=1)))
        store.apply(Change(restore=("a1",), action=done(ActionType.RESTORE, day=2)))
        store.undo(NOON, 90)
        store.apply(Change(remove=tuple(each.id for each in OTHERS), action=done(ActionType.REMOVE, day=90)))
        assert not store.outdated(90 + KEPT_DAYS).removed
        assert store.outdated(91 + KEPT_DAYS).removed == ("a1",)
