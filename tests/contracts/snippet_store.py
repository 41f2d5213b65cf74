"""What every snippet store promises. A test class inherits this and gives the fixture ``store``, empty."""

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, SnippetStore

REFUND = Snippet("a1", "退款", "亲，退款已处理。", code="tk", folder=("售后", "退款"), tags=("常用", "退"))
GREETING = Snippet("b2", "问候", "您好，{称呼}！", code="nh")
PARTING = Snippet("c3", "再见", "祝您生活愉快。")


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

    def test_removed_ones_lie_in_the_trash_newest_last(self, store: SnippetStore) -> None:
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
